import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { Obstacle, PageAnswer } from '../../components/popup/ports';
import { isPdfAddress } from '../../core/identity/address-paper';
import { call } from '../../messaging/client';
import { callTab } from '../../messaging/tab-client';
import { startInTab } from '../sites/start-in-tab';
import { paperByAddress } from '../places/address-papers';

/** The tab in front: the popup was opened on it, and has its address by `activeTab`. Null when there is none. */
export async function currentTab(): Promise<Browser.tabs.Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** What it means that the browser does not show the address of a tab. */
type Hidden = Extract<Obstacle, 'browser' | 'unseen'>;

/**
 * The papers of a tab's page. Where no script of ours answers or finds any, what the tab's address says: `not-looked` where a
 * script could be started, `unreadable` where none may run.
 */
export async function pagePapers(tab: Browser.tabs.Tab | null, hidden: Hidden): Promise<PageAnswer> {
  if (tab?.id === undefined) return { kind: 'unreadable', why: hidden, papers: [], page: null };
  const answer = await callTab(tab.id, 'tab/papers', {});
  if (answer.ok && answer.value.length > 0) return { kind: 'papers', papers: answer.value };
  const why = await obstacleIn(tab.id, tab.url, answer.ok, hidden);
  const { papers, page } = await paperByAddress(tab, why === 'pdf', call);
  if (why !== null) return { kind: 'unreadable', why, papers, page };
  return answer.ok ? { kind: 'papers', papers } : { kind: 'not-looked', papers };
}

/** Starts the page's scripts in the tab, which the reader's click on the toolbar allows, and asks it. */
export async function lookHere(tab: Browser.tabs.Tab | null, hidden: Hidden): Promise<PageAnswer> {
  if (tab?.id !== undefined) await startInTab(tab.id, tab.url);
  return pagePapers(tab, hidden);
}

/**
 * What keeps a script of ours from reading the page; null when nothing does. The click that opened the popup shows us the
 * address of every page that it gives us a right to: one without is the browser's own. The side panel has had no such click.
 */
async function obstacleIn(
  tabId: number,
  address: string | undefined,
  isAnswering: boolean,
  hidden: Hidden,
): Promise<Obstacle | null> {
  const scheme = /^(https?|file):/i.exec(address ?? '')?.[1]?.toLowerCase();
  if (!isAnswering && address === undefined) return hidden;
  if (!isAnswering && scheme === undefined) return 'browser';
  const type = await contentType(tabId);
  // Chromium lets scripts into the page around its viewer, which holds no text; Firefox lets none into its own.
  if (type === 'application/pdf' || (type === null && isPdfAddress(address ?? ''))) return 'pdf';
  if (type !== null || isAnswering) return null;
  return scheme === 'file' ? 'file' : 'refused';
}

/** Of what the tab shows; null where no script may run. It is all that is asked of a page before the reader says "Look here". */
async function contentType(tabId: number): Promise<string | null> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => document.contentType,
    });
    return typeof frame?.result === 'string' ? frame.result : null;
  } catch {
    return null;
  }
}
