import { expect, it, vi } from 'vitest';
import { createDispatcher, type Handlers } from './dispatcher';
import { ownCall } from './own-client';

const SELF = { url: 'own' };

it('goes through the same door as a page of ours: checked, answered, never rejecting', async () => {
  const search = vi.fn<() => Promise<readonly never[]>>(async () => []);
  const handlers = { search, health: () => Promise.reject(new Error('no')) } as unknown as Handlers<
    typeof SELF
  >;
  const onDefect = vi.fn<(error: unknown) => void>();
  const dispatch = createDispatcher<typeof SELF>({
    handlers,
    isExtensionPage: (sender) => sender === SELF,
    onDefect,
  });
  const call = ownCall(dispatch, SELF);
  expect(await call('search', { query: 'soup', limit: 5 })).toEqual({ ok: true, value: [] });
  expect(await call('search', { query: 'soup', limit: 0 })).toMatchObject({ error: { code: 'bad-request' } });
  expect(search).toHaveBeenCalledOnce();
  expect(await call('health', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(onDefect).toHaveBeenCalledOnce();
});
