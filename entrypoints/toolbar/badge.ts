import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { Translate } from '../../components/messages';
import type { Saved } from '../places/save-paper';

/** White on it has a contrast of 5.9; it stands out from light and dark toolbars alike without calling. */
const BACKGROUND = '#5a6472';
/** White on them: 6.0 and 6.5. */
const BACKGROUND_SAVED = '#1f7048';
const BACKGROUND_NOT_SAVED = '#a13d2d';
const TEXT = '#ffffff';
/** The button has room for four characters. */
const COUNT_MAX = 999;
/** Long enough to be seen where one did not look. */
const WORD_MS = 3_000;

/** What stands in place of the count just now. */
interface Word {
  readonly text: string;
  readonly turn: number;
  /** What will stand there again. */
  readonly count: string;
}

const words = new Map<number, Word>();
let turns = 0;

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
  const word = await standingWord(tabId);
  if (word) {
    words.set(tabId, { ...word, count: text });
  } else {
    words.delete(tabId);
    await paint(tabId, text, BACKGROUND);
  }
}

/** Says on the toolbar button of a tab, for a moment, what became of saving; whoever rests the pointer on it reads more. */
export async function showSaved(
  saved: Saved,
  tabId: number | undefined,
  translate: Translate,
): Promise<void> {
  if (tabId === undefined || tabId < 0) return;
  const isThere = saved.kind === 'saved' || saved.kind === 'already';
  const text = isThere ? '✓' : saved.kind === 'none' ? '?' : '!';
  const title = isThere
    ? translate(saved.kind === 'saved' ? 'told_saved' : 'told_already', saved.title.slice(0, 200))
    : translate(saved.kind === 'none' ? 'told_none' : 'save_failed');
  const count = words.get(tabId)?.count ?? (await textOf(tabId));
  const turn = (turns += 1);
  words.set(tabId, { text, turn, count });
  await paint(tabId, text, isThere ? BACKGROUND_SAVED : BACKGROUND_NOT_SAVED, title);
  setTimeout(() => void takeBack(tabId, turn), WORD_MS);
}

async function takeBack(tabId: number, turn: number): Promise<void> {
  const word = words.get(tabId);
  // A later word has its own time.
  if (word?.turn !== turn) return;
  words.delete(tabId);
  // On another page the browser took the word away itself.
  const text = await textOf(tabId);
  await paint(tabId, text === word.text ? word.count : text, BACKGROUND, '');
}

/** Null without one, and on another page: there the browser took it away itself. */
async function standingWord(tabId: number): Promise<Word | null> {
  if (!words.has(tabId)) return null;
  const text = await textOf(tabId);
  const word = words.get(tabId);
  return word?.text === text ? word : null;
}

const textOf = (tabId: number): Promise<string> => browser.action.getBadgeText({ tabId }).catch(() => '');

async function paint(tabId: number, text: string, color: string, title?: string): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId, color }),
      browser.action.setBadgeTextColor({ tabId, color: TEXT }),
      browser.action.setBadgeText({ tabId, text }),
      title === undefined ? null : browser.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab is gone.
  }
}
