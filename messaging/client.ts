import { browser } from 'wxt/browser';
import { PROTOCOL_VERSION, type CallEnvelope } from './envelope';
import type { CallName, Params, Value } from './protocol';
import { replyOf } from './reply';
import type { Result } from './result';

/**
 * Calls the background. Never rejects; `unreachable` when this context outlived the extension that made it. A worker that
 * the browser stops takes its calls with it, so one without an answer is made once more: the next worker gets it.
 */
export async function call<K extends CallName>(name: K, params: Params<K>): Promise<Result<Value<K>>> {
  const envelope: CallEnvelope<K> = { paperkin: PROTOCOL_VERSION, call: name, params };
  const result = await send(envelope);
  return !result.ok && result.error.code === 'unreachable' ? send(envelope) : result;
}

function send<K extends CallName>(envelope: CallEnvelope<K>): Promise<Result<Value<K>>> {
  return replyOf(async () => {
    // After an update Chromium takes `runtime.id` away from old content scripts, or the whole of `runtime`.
    if (!browser.runtime?.id) throw new Error('Extension context invalidated.');
    return browser.runtime.sendMessage(envelope);
  });
}
