import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from './client';
import { tellOwnPages } from './tab-client';

const runtime = vi.hoisted(() => ({
  id: 'abc' as string | undefined,
  sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
}));
vi.mock('wxt/browser', () => ({ browser: { runtime } }));

const STOPPED =
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received';

beforeEach(() => {
  runtime.id = 'abc';
  runtime.sendMessage.mockReset();
});

describe('call', () => {
  it('asks the next worker when the browser stopped the one that was asked', async () => {
    runtime.sendMessage.mockRejectedValueOnce(new Error(STOPPED));
    runtime.sendMessage.mockResolvedValueOnce({ ok: true, value: [] });
    expect(await call('list/all', {})).toEqual({ ok: true, value: [] });
    const [[first] = [], [second] = []] = runtime.sendMessage.mock.calls;
    expect(second).toEqual(first);
  });

  it('waits for a background that ends with several calls, and gives up within two seconds', async () => {
    vi.useFakeTimers();
    runtime.sendMessage.mockRejectedValue(new Error(STOPPED));
    const lost = call('list/all', {});
    await vi.advanceTimersByTimeAsync(0);
    expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await lost).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(5);

    const late = call('list/all', {});
    await vi.advanceTimersByTimeAsync(100);
    runtime.sendMessage.mockResolvedValueOnce({ ok: true, value: [] });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await late).toEqual({ ok: true, value: [] });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(9);
    vi.useRealTimers();
  });

  it('does not wait where the extension went meanwhile', async () => {
    runtime.sendMessage.mockImplementationOnce(async () => {
      runtime.id = undefined;
      throw new Error(STOPPED);
    });
    expect(await call('list/all', {})).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  });

  it('makes a call once that was answered, however badly', async () => {
    const refusal = { ok: false, error: { code: 'storage', message: 'full' } };
    runtime.sendMessage.mockResolvedValue(refusal);
    expect(await call('list/all', {})).toEqual(refusal);
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  });

  it('sends nothing from a context that outlived its extension', async () => {
    runtime.id = undefined;
    expect(await call('list/all', {})).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(runtime.sendMessage).not.toHaveBeenCalled();
  });
});

describe('tellOwnPages', () => {
  it('says it once, in the words that tabs hear it in, and does not mind when nobody is there', async () => {
    runtime.sendMessage.mockRejectedValue(
      new Error('Could not establish connection. Receiving end does not exist.'),
    );
    await tellOwnPages('tab/list-changed');
    expect(runtime.sendMessage.mock.calls).toEqual([
      [{ paperkin: 1, tabCall: 'tab/list-changed', params: {} }],
    ]);
  });
});
