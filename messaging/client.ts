import { browser } from 'wxt/browser';
import { PROTOCOL_VERSION, type CallEnvelope } from './envelope';
import type { CallName, Params, Value } from './protocol';
import { replyOf } from './reply';
import type { Result } from './result';

/** What passes before a call without an answer is made again: a background that is just ending may take the second with it too. */
const PAUSES_MS = [0, 50, 250, 1_000] as const;

/**
 * Calls the background. Never rejects; `unreachable` when this context outlived the extension that made it. A background that
 * the browser stops takes its calls with it, so one without an answer is made again: the next background gets it.
 */
export async function call<K extends CallName>(name: K, params: Params<K>): Promise<Result<Value<K>>> {
  const envelope: CallEnvelope<K> = { paperkin: PROTOCOL_VERSION, call: name, params };
  let result = await send(envelope);
  for (const pause of PAUSES_MS) {
    if (result.ok || result.error.code !== 'unreachable' || !isConnected()) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
    result = await send(envelope);
  }
  return result;
}

/** After an update Chromium takes `runtime.id` away from old content scripts, or the whole of `runtime`. */
const isConnected = (): boolean => Boolean(browser.runtime?.id);

function send<K extends CallName>(envelope: CallEnvelope<K>): Promise<Result<Value<K>>> {
  return replyOf(async () => {
    if (!isConnected()) throw new Error('Extension context invalidated.');
    return browser.runtime.sendMessage(envelope);
  });
}
