import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';

type Listener = Parameters<typeof browser.runtime.onMessage.addListener>[0];

/**
 * Answers messages until the returned function is called; `answer` says `undefined` to those that are none of ours. In the
 * callback style, which both browsers know without webextension-polyfill: Chromium takes no promise from a listener (156).
 */
export function listen(
  answer: (message: unknown, sender: Browser.runtime.MessageSender) => Promise<unknown> | undefined,
): () => void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    respond: (reply: unknown) => void,
  ) => {
    const reply = answer(message, sender);
    void reply?.then(respond);
    // What keeps the channel open; anything else would close it at once.
    return reply !== undefined;
  };
  browser.runtime.onMessage.addListener(listener as Listener);
  // Once the extension is gone so is `runtime`, and with it the listener.
  return () => browser.runtime?.onMessage?.removeListener(listener as Listener);
}
