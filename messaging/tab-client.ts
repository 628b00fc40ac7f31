import { browser } from 'wxt/browser';
import { PROTOCOL_VERSION, type TabCallEnvelope } from './envelope';
import type { Params, TabCallName, Value } from './protocol';
import { replyOf } from './reply';
import type { Result } from './result';

/** Calls the content script in the main frame of a tab. Never rejects; `unreachable` when the tab has none. */
export function callTab<K extends TabCallName>(
  tabId: number,
  name: K,
  params: Params<K>,
): Promise<Result<Value<K>>> {
  const envelope: TabCallEnvelope<K> = { paperkin: PROTOCOL_VERSION, tabCall: name, params };
  return replyOf(() => browser.tabs.sendMessage(tabId, envelope, { frameId: 0 }));
}
