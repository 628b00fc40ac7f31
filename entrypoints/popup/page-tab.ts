import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { PageAnswer } from '../../components/popup/ports';
import { callTab } from '../../messaging/tab-client';
import { fitsPattern } from '../../page/readers/match-patterns';

/** WXT's type of the scripts that a build makes; what the manifest names is among them. */
type ScriptFiles = Extract<
  Parameters<typeof browser.scripting.executeScript>[0],
  { readonly files: unknown }
>['files'];

/** The core script of every page (`tools/page-scripts`). */
const CORE_SCRIPT = 'content-scripts/paperkin.js';

/** The tab the popup was opened on; its address is there by `activeTab`. Null when there is none. */
export async function currentTab(): Promise<Browser.tabs.Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** The papers of a tab's page; `not-looked` where no content script answers but one could be started. */
export async function pagePapers(tab: Browser.tabs.Tab | null): Promise<PageAnswer> {
  if (tab?.id === undefined) return { kind: 'forbidden' };
  const answer = await callTab(tab.id, 'tab/papers', {});
  if (answer.ok) return { kind: 'papers', papers: answer.value };
  return mayLook(tab.url) ? { kind: 'not-looked' } : { kind: 'forbidden' };
}

/** What the browser itself runs at an address of a known site (opened before the extension was there), else the core alone. */
function scriptsFor(address: string): readonly string[] {
  const rows = browser.runtime.getManifest().content_scripts ?? [];
  const row = rows.find(({ matches = [] }) => matches.some((pattern) => fitsPattern(address, pattern)));
  return row?.js ?? [CORE_SCRIPT];
}

/** Starts the page's scripts in the tab, which the reader's click on the toolbar allows, and asks it. */
export async function lookHere(tab: Browser.tabs.Tab | null): Promise<PageAnswer> {
  if (tab?.id === undefined) return { kind: 'forbidden' };
  try {
    const files = scriptsFor(tab.url ?? '').map((file) => `/${file}`) as ScriptFiles;
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files });
  } catch {
    // The browsers' stores and PDF viewers have http(s) addresses too, and only the attempt tells.
    return { kind: 'forbidden' };
  }
  return pagePapers(tab);
}

/**
 * Only web pages and, where the reader allows it, files take content scripts. The click that opened the popup shows us the
 * address of every page that it gives us a right to: one without is the browser's own.
 */
function mayLook(address: string | undefined): boolean {
  return address !== undefined && /^(?:https?|file):/i.test(address);
}
