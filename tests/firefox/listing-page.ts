import { waitFor } from '../../tools/browsers/card-view';
import { descendants, type Box } from '../../tools/browsers/shadow';
import type { Tab } from '../../tools/browsers/tab';
import type { FirefoxPage } from '../browser/firefox';

/** The title of an entry of `arxivListing`, counted from 1. */
export function titleOf(entry: number): string {
  return `dd:nth-of-type(${entry}) .list-title`;
}

/** The lines of a title as the page lays them out, without arXiv's descriptor. */
export async function titleLines(page: FirefoxPage, entry: number): Promise<readonly Box[]> {
  const json = await page.tab.evaluate(`(() => {
    const text = document.querySelector(${JSON.stringify(titleOf(entry))}).lastChild;
    const range = document.createRange();
    range.setStart(text, text.data.search(/\\S/));
    range.setEnd(text, text.data.trimEnd().length);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
    return JSON.stringify(lines.map(({ x, y, width, height }) => ({ x, y, width, height })));
  })()`);
  return JSON.parse(String(json)) as Box[];
}

export interface MarkView {
  readonly kind: string;
  /** Of a glyph. */
  readonly status: string | undefined;
  readonly box: Box;
}

/** The marks that are drawn, in their order: `line` and `glyph`. */
export async function marksOn({ tab: { shadow } }: FirefoxPage): Promise<readonly MarkView[]> {
  const root = (await shadow.roots()).find(({ hostName }) => hostName === 'paperkin-marks');
  const marks: MarkView[] = [];
  for (const { attributes, ref } of descendants(root?.children ?? [])) {
    const box = attributes['class'] === undefined ? null : await shadow.box(ref);
    if (box) marks.push({ kind: attributes['class'] ?? '', status: attributes['data-status'], box });
  }
  return marks;
}

/** Waits until glyphs of exactly these statuses are drawn. */
export async function waitForGlyphs(page: FirefoxPage, statuses: readonly string[]): Promise<void> {
  await waitFor(`glyphs [${statuses.join()}]`, async () => {
    const glyphs = (await marksOn(page)).filter(({ kind }) => kind === 'glyph');
    return glyphs.map(({ status }) => status).join() === statuses.join();
  });
}

/** Waits until the titles that are known have their marks. */
export async function waitForMarks(page: FirefoxPage): Promise<void> {
  await waitFor('marks', async () => (await page.marks()).length > 0, 10_000);
}

/** The hosts of ours on a page, by name. */
export async function hostsOn({ tab: { shadow } }: FirefoxPage): Promise<readonly string[]> {
  return (await shadow.roots()).map(({ hostName }) => hostName).toSorted();
}

/** The titles of the rows that the popup shows, in order. */
export async function rowTitles(popup: Tab): Promise<readonly string[]> {
  const titles = `[...document.querySelectorAll('.pk-row-title')].map((title) => title.textContent)`;
  return JSON.parse(String(await popup.evaluate(`JSON.stringify(${titles})`))) as string[];
}

/** Waits until the popup shows rows of exactly these titles. */
export async function waitForRows(popup: Tab, titles: readonly string[]): Promise<void> {
  const shows = async () => JSON.stringify(await rowTitles(popup)) === JSON.stringify(titles);
  await waitFor(`rows ${JSON.stringify(titles)}`, shows);
}

/** Clicks the button of the popup whose text or label begins so. */
export async function clickInPopup(popup: Tab, name: string): Promise<void> {
  const json = await popup.evaluate(`(() => {
    const named = [...document.querySelectorAll('button')].find((button) =>
      (button.ariaLabel ?? button.textContent).trim().startsWith(${JSON.stringify(name)}));
    if (!named) throw new Error('no button ' + ${JSON.stringify(name)});
    const { x, y, width, height } = named.getBoundingClientRect();
    return JSON.stringify({ x: x + width / 2, y: y + height / 2 });
  })()`);
  const { x, y } = JSON.parse(String(json)) as { x: number; y: number };
  await popup.click(x, y);
}
