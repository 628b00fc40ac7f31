import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';

/** White on it has a contrast of 5.9; it stands out from light and dark toolbars alike without calling. */
const BACKGROUND = '#5a6472';
const TEXT = '#ffffff';
/** The button has room for four characters. */
const COUNT_MAX = 999;

/**
 * Shows the number of known papers on the toolbar button of the tab that a message came from; nothing for none. A frame has
 * no say: the number is the page's. Browsers take it away when the tab goes to another page. Pages see none of it.
 */
export async function showKnownCount(
  count: number,
  { tab, frameId }: Browser.runtime.MessageSender,
): Promise<void> {
  const tabId = tab?.id;
  if (tabId === undefined || frameId !== 0) return;
  const text = count === 0 ? '' : count > COUNT_MAX ? `${COUNT_MAX}+` : String(count);
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId, color: BACKGROUND }),
      browser.action.setBadgeTextColor({ tabId, color: TEXT }),
      browser.action.setBadgeText({ tabId, text }),
    ]);
  } catch {
    // The tab is gone.
  }
}
