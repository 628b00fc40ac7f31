import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { currentTab } from '../popup/page-tab';

export interface FollowedTabEvents {
  /** The reader goes to another page. */
  readonly onLeave: () => void;
  /** Another page can be asked about. */
  readonly onChange: () => void;
}

/**
 * The tab in front of the panel's window. That it is in front, and that it loads, browsers tell without a permission; its
 * address only where Paperkin may read it.
 */
export class FollowedTab {
  #tab: Promise<Browser.tabs.Tab | null>;
  /** Known once it was asked for. */
  #id: number | null = null;
  /** Of the panel itself, where it was opened as a tab: that one is not followed. */
  readonly #own = browser.tabs.getCurrent().then(
    (tab) => tab?.id ?? null,
    () => null,
  );
  #windowId: number | null = null;

  constructor({ onLeave, onChange }: FollowedTabEvents) {
    this.#tab = this.#ask();
    const follow = async (tabId: number, windowId: number) => {
      if (windowId !== this.#windowId || tabId === (await this.#own)) return;
      this.#id = tabId;
      onLeave();
      onChange();
    };
    browser.tabs.onActivated.addListener(({ tabId, windowId }) => void follow(tabId, windowId));
    browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
      if (tabId !== this.#id) return;
      if (status === 'loading') onLeave();
      if (status === 'complete' || (status === undefined && url !== undefined)) onChange();
    });
  }

  /** As it is now; null when the window has none. */
  async tab(): Promise<Browser.tabs.Tab | null> {
    await this.#tab;
    if (this.#id === null) return null;
    // Its address may be another by now, or one that we may see since.
    return browser.tabs.get(this.#id).catch(() => null);
  }

  is(tabId: number | undefined): boolean {
    return tabId !== undefined && tabId === this.#id;
  }

  async #ask(): Promise<Browser.tabs.Tab | null> {
    const tab = await currentTab().catch(() => null);
    this.#id ??= tab?.id ?? null;
    this.#windowId = tab?.windowId ?? null;
    return tab;
  }
}
