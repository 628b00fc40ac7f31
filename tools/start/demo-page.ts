import { waitFor, waitForCard, type CardView } from '../browsers/card-view';
import type { Session, Tab } from '../browsers/tab';
import { openPopupPage } from '../browsers/tab';

/** A known paper of the listing, and an invented one that no corpus has. */
export const KNOWN_ENTRY = 1;
export const INVENTED_ENTRY = 2;

/** The popup's size as browsers draw it, in CSS pixels. */
const POPUP_SIZE = { width: 420, height: 580 };

interface Title {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** How far below the top of the window a title is brought: a full card has room beneath it. */
const TITLE_TOP_PX = 120;

/** The title of an entry of the listing (1 is the first), scrolled into view: its text and a point on its first line. */
async function titleOf(tab: Tab, entry: number): Promise<Title> {
  const json = await tab.evaluate(`(() => {
    const title = document.querySelectorAll('#articles .list-title')[${entry - 1}];
    scrollBy({ top: title.getBoundingClientRect().top - ${TITLE_TOP_PX}, behavior: 'instant' });
    const text = title.lastChild;
    const range = document.createRange();
    range.selectNodeContents(text);
    const line = [...range.getClientRects()].find((rect) => rect.width > 0);
    return JSON.stringify({ text: text.data.replace(/\\s+/g, ' ').trim(), x: line.x + 80, y: line.y + line.height / 2 });
  })()`);
  return JSON.parse(String(json)) as Title;
}

/** Rests the pointer on a title of the listing and waits for its card. */
export async function hoverTitle(
  tab: Tab,
  entry: number,
): Promise<{ readonly title: string; readonly card: CardView }> {
  const { text, x, y } = await titleOf(tab, entry);
  await tab.move(x, y);
  return { title: text, card: await waitForCard(tab.shadow, text, 10_000) };
}

/** Opens the popup as a page of its own, about a tab, and waits until it names a paper. */
export async function openPopup(session: Session, about: Tab, title: string): Promise<Tab> {
  const popup = await openPopupPage(session, about, POPUP_SIZE);
  await waitForText(popup, title);
  return popup;
}

/** The text that a page of the extension shows. */
export async function visibleText(page: Tab): Promise<string> {
  return String(await page.evaluate('document.body.innerText'));
}

/** Waits until a page of the extension shows a text. */
export async function waitForText(page: Tab, text: string): Promise<void> {
  await waitFor(`"${text}" in the popup`, async () => (await visibleText(page)).includes(text), 10_000);
}

/** Turns the popup to its reading list. */
export async function showReadingList(popup: Tab): Promise<void> {
  const clicked = await popup.evaluate(`(() => {
    const named = [...document.querySelectorAll('[role="tab"], button, a')];
    const target = named.find((element) => /reading list/i.test(element.textContent));
    target?.click();
    return target !== undefined;
  })()`);
  if (clicked !== true) throw new Error('the popup has no tab named "Reading list"');
}
