import { browser } from 'wxt/browser';
import { isEnvelope } from '../../messaging/envelope';
import { listen } from '../../messaging/listen';
import type { CallName } from '../../messaging/protocol';
import { concernsSettings } from '../../store/settings';
import { saysListChanged, settled } from '../news/list-news';

export interface PanelNews {
  readonly isFollowed: (tabId: number | undefined) => boolean;
  /** The page that is followed may name other papers now. */
  readonly onPage: () => void;
  readonly onList: () => void;
  readonly onSettings: () => void;
}

/** What a page's script asks the background when it has found something else on its page. */
const OF_A_SCAN: readonly CallName[] = ['page/resolve', 'page/scan-text', 'page/known-count'];

/**
 * Hears what goes to the background anyway, for a message reaches every page of ours: no page has more to send for the
 * panel's sake. Answers nothing.
 */
export function watchBackground({ isFollowed, onPage, onList, onSettings }: PanelNews): void {
  const pageSoon = settled(onPage);
  const listSoon = settled(onList);
  listen((message, { tab, frameId }) => {
    if (saysListChanged(message)) {
      listSoon();
      pageSoon();
    }
    if (isEnvelope(message, 'call') && frameId === 0 && isFollowed(tab?.id)) {
      if (OF_A_SCAN.some((name) => name === message.call)) pageSoon();
    }
    return undefined;
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && concernsSettings(changes)) onSettings();
  });
}
