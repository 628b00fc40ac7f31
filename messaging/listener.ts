import type { Result } from './result';

type Answer<Sender> = (message: unknown, sender: Sender) => Promise<Result<unknown>> | undefined;

/**
 * A listener for `runtime.onMessage` that gives these answers; `undefined` leaves a message to other listeners. Firefox
 * would take the promise itself, Chromium (2026-11) wants `true` now and the answer by `sendResponse` later; both can do that.
 */
export function listenerFor<Sender>(answer: Answer<Sender>) {
  return (message: unknown, sender: Sender, sendResponse: (reply: unknown) => void): boolean => {
    const reply = answer(message, sender);
    // Who asked may be gone by then, or our own extension: nobody is left to be told.
    reply?.then(sendResponse).catch(() => undefined);
    return reply !== undefined;
  };
}
