import { describe, expect, it, vi } from 'vitest';
import { replyOf } from './reply';
import { answerTabCall } from './tab-server';

vi.mock('wxt/browser', () => ({ browser: {} }));

const rejects = (message: string) => async () => {
  throw new Error(message);
};

describe('replyOf', () => {
  it('hands on what the other end replied', async () => {
    expect(await replyOf(async () => ({ ok: true, value: 5 }))).toEqual({ ok: true, value: 5 });
    const refusal = { ok: false, error: { code: 'not-found', message: 'gone' } };
    expect(await replyOf(async () => refusal)).toEqual(refusal);
  });

  it.each([
    'Extension context invalidated.',
    'Could not establish connection. Receiving end does not exist.',
    'The message port closed before a response was received.',
    'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
    "can't access dead object",
    'Promised response from onMessage listener went out of scope',
  ])('is unreachable after "%s"', async (message) => {
    expect(await replyOf(rejects(message))).toEqual({ ok: false, error: { code: 'unreachable', message } });
  });

  it('is unreachable when nobody answered', async () => {
    expect(await replyOf(async () => undefined)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });

  it.each([
    ['a message that cannot be sent', rejects('Could not serialize message.')],
    ['a foreign reply', async () => 'hello'],
  ])('takes %s for a defect', async (_what, sending) => {
    expect(await replyOf(sending)).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});

describe('answerTabCall', () => {
  const handlers = {
    'tab/papers': async () => [],
    'tab/list-changed': () => {
      throw new Error('the page is gone');
    },
  };
  const tabCall = (name: unknown) => answerTabCall({ paperkin: 1, tabCall: name, params: {} }, handlers);

  it('replies with the value, or with what went wrong', async () => {
    expect(await tabCall('tab/papers')).toEqual({ ok: true, value: [] });
    expect(await tabCall('tab/list-changed')).toEqual({
      ok: false,
      error: { code: 'internal', message: 'the page is gone' },
    });
  });

  it.each([['toString'], [null], ['tab/unknown']])('leaves the call %j alone', (name) => {
    expect(tabCall(name)).toBeUndefined();
  });

  it('leaves calls to the background alone', () => {
    expect(answerTabCall({ paperkin: 1, call: 'health', params: {} }, handlers)).toBeUndefined();
  });
});
