import { browser } from 'wxt/browser';
import { PROTOCOL_VERSION, type CallEnvelope } from './envelope';
import type { CallName, Params, Value } from './protocol';
import { replyOf } from './reply';
import type { Result } from './result';

/** Calls the background. Never rejects; `unreachable` when this context outlived the extension that made it. */
export function call<K extends CallName>(name: K, params: Params<K>): Promise<Result<Value<K>>> {
  const envelope: CallEnvelope<K> = { paperkin: PROTOCOL_VERSION, call: name, params };
  return replyOf(async () => {
    // After an update Chromium takes `runtime.id` away from old content scripts, or the whole of `runtime`.
    if (!browser.runtime?.id) throw new Error('Extension context invalidated.');
    return browser.runtime.sendMessage(envelope);
  });
}
