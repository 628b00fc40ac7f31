import { afterEach, describe, expect, it, vi } from 'vitest';
import { StorageError, toStorageError } from './storage-error';

const allowance = (usage: number) =>
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage, quota: 100 }) } });

afterEach(() => vi.unstubAllGlobals());

describe('toStorageError', () => {
  it.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'refused'],
    ['InvalidStateError', 'refused'],
    ['ConstraintError', 'failed'],
  ])('calls a %s "%s" and keeps the words of the browser', async (name, kind) => {
    const error = await toStorageError(new DOMException('so it goes', name));
    expect(error).toMatchObject({ kind, message: `${name}: so it goes` });
  });

  it('takes a nameless error for a full disk only when the allowance is used up', async () => {
    allowance(95);
    expect(await toStorageError(new Error('undefined'))).toMatchObject({ kind: 'full' });
    allowance(10);
    expect(await toStorageError(new Error('undefined'))).toMatchObject({ kind: 'failed' });
  });

  it('falls back to the given kind, and lets its own kind through', async () => {
    allowance(10);
    expect(await toStorageError(new DOMException('', 'UnknownError'), 'refused')).toMatchObject({
      kind: 'refused',
    });
    const own = new StorageError('full', 'no room');
    expect(await toStorageError(own, 'refused')).toBe(own);
  });

  it('survives a browser that has no estimate', async () => {
    vi.stubGlobal('navigator', undefined);
    expect(await toStorageError(undefined)).toMatchObject({ kind: 'failed' });
  });
});
