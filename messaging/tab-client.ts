import { browser } from 'wxt/browser';
import { PROTOCOL_VERSION, type TabCallEnvelope } from './envelope';
import type { Params, TabCallName, Value } from './protocol';
import { replyOf } from './reply';
import type { Result } from './result';

/** Has pages of our own hear news, as tabs do. Never rejects; without such a page nobody hears. */
export async function tellOwnPages(name: TabCallName): Promise<void> {
  const envelope: TabCallEnvelope<TabCallName> = { paperkin: PROTOCOL_VERSION, tabCall: name, params: {} };
  await replyOf(() => browser.runtime.sendMessage(envelope));
}

/**
 * Calls the content scripts of a tab: for its papers the one of the page itself, with news those of its frames as well.
 * Never rejects; `unreachable` when the tab has none.
 */
export function callTab<K extends TabCallName>(
  tabId: number,
  name: K,
  params: Params<K>,
): Promise<Result<Value<K>>> {
  const envelope: TabCallEnvelope<K> = { paperkin: PROTOCOL_VERSION, tabCall: name, params };
  return replyOf(() =>
    browser.tabs.sendMessage(tabId, envelope, name === 'tab/papers' ? { frameId: 0 } : {}),
  );
}
