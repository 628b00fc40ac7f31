import { browser } from 'wxt/browser';
import { isEnvelope } from '../../messaging/envelope';
import { listen } from '../../messaging/listen';
import type { CallName, TabCallName } from '../../messaging/protocol';
import { concernsSettings } from '../../store/settings';

export interface PanelNews {
  readonly isFollowed: (tabId: number | undefined) => boolean;
  /** The page that is followed may name other papers now. */
  readonly onPage: () => void;
  readonly onList: () => void;
  readonly onSettings: () => void;
}

/** A page that fills itself row by row is read anew once, after it. */
const SETTLE_MS = 300;

/** What a page's script asks the background when it has found something else on its page. */
const OF_A_SCAN: readonly CallName[] = ['page/resolve', 'page/scan-text', 'page/known-count'];
const LIST_CHANGED: TabCallName = 'tab/list-changed';

/**
 * Hears what goes to the background anyway, for a message reaches every page of ours: no page has more to send for the
 * panel's sake. Answers nothing.
 */
export function watchBackground({ isFollowed, onPage, onList, onSettings }: PanelNews): void {
  const pageSoon = settled(onPage);
  const listSoon = settled(onList);
  listen((message, { tab, frameId }) => {
    if (isEnvelope(message, 'tabCall') && message.tabCall === LIST_CHANGED) {
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

/** Calls of one short while as one, at its end. */
function settled(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(run, SETTLE_MS);
  };
}
