import { browser } from 'wxt/browser';
import { fitsPattern } from '../../page/readers/match-patterns';

/** WXT's type of the scripts that a build makes; what the manifest names is among them. */
type ScriptFiles = Extract<
  Parameters<typeof browser.scripting.executeScript>[0],
  { readonly files: unknown }
>['files'];

/** The core script of every page (`tools/page-scripts`). */
export const CORE_SCRIPT = 'content-scripts/paperkin.js';

/** Draws cards, for the core script of a page on which one is asked for. */
const CARD_SCRIPTS = ['/content-scripts/card-view.js' as string] as ScriptFiles;

/** Runs it in a frame. Where that is gone, or the right to the page, the core script sees that nothing came. */
export async function runCardView(tabId: number, frameId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: CARD_SCRIPTS,
      injectImmediately: true,
    });
  } catch {
    // See above.
  }
}

/** What the browser itself runs at an address of a known site (opened before the extension was there), else the core alone. */
function scriptsFor(address: string): readonly string[] {
  const rows = browser.runtime.getManifest().content_scripts ?? [];
  const row = rows.find(({ matches = [] }) => matches.some((pattern) => fitsPattern(address, pattern)));
  return row?.js ?? [CORE_SCRIPT];
}

/**
 * Starts the page's scripts in a tab that we have a right to (a click or key of the reader, or a site they gave). False where
 * the browser lets no script in, which only the attempt tells: its store and its PDF viewer have http(s) addresses too. A page
 * in which the scripts are at work already goes on as it was.
 */
export async function startInTab(tabId: number, address: string | undefined): Promise<boolean> {
  try {
    const files = scriptsFor(address ?? '').map((file) => `/${file}`) as ScriptFiles;
    await browser.scripting.executeScript({ target: { tabId }, files });
    return true;
  } catch {
    return false;
  }
}
