import { CARD_TAG, MARKS_TAG } from '../../page/closed-host';
import { openCard, waitFor } from '../../tools/browsers/card-view';
import { descendants, textOf, type Box, type ShadowNode } from '../../tools/browsers/shadow';
import type { ChromiumPage } from './chromium-page';

const hasClass = (node: ShadowNode, name: string) =>
  (node.attributes['class'] ?? '').split(' ').includes(name);

/** The texts of the open card's elements of a class; none without a card. */
export async function cardTexts(page: ChromiumPage, className: string): Promise<string[]> {
  const card = await openCard(page.shadow);
  const nodes = card ? [...descendants([card.node])] : [];
  return nodes.filter((node) => hasClass(node, className)).map((node) => textOf([node]));
}

/** Where the open card's first element of a class is drawn. */
export async function cardBox(page: ChromiumPage, className: string): Promise<Box> {
  const card = await openCard(page.shadow);
  const node = [...descendants(card ? [card.node] : [])].find((each) => hasClass(each, className));
  const box = node && (await page.shadow.box(node.ref));
  if (!box) throw new Error(`the card shows no .${className}`);
  return box;
}

/** The statuses of the glyphs that are drawn beside titles just now. */
async function glyphs(page: ChromiumPage): Promise<string[]> {
  const roots = (await page.shadow.roots()).filter((root) => root.hostName === MARKS_TAG);
  return roots
    .flatMap((root) => Array.from(descendants(root.children)))
    .filter((node) => hasClass(node, 'glyph'))
    .map((node) => node.attributes['data-status'] ?? '');
}

export async function waitForGlyphs(page: ChromiumPage, expected: readonly string[]): Promise<void> {
  const wanted = expected.join(', ');
  await waitFor(`glyphs [${wanted}]`, async () => (await glyphs(page)).join(', ') === wanted);
}

/** Waits until titles are marked, and says where the first mark is. */
export async function firstMark(page: ChromiumPage): Promise<{ x: number; y: number }> {
  const [box] = await page.waitForMarks();
  if (!box) throw new Error('no mark');
  return { x: box.x + box.width / 2, y: box.y - MARK_TO_TEXT_PX };
}

/** The stroke is at the foot of its line; this much higher are letters. */
const MARK_TO_TEXT_PX = 5;

/** What a function expression of the open card's outermost element says; empty without a card. */
async function askCard(page: ChromiumPage, functionSource: string): Promise<string> {
  const card = await openCard(page.shadow);
  return card ? page.shadow.callOn(functionSource, [card.node.ref]) : '';
}

/** The status that is chosen in the open card; empty while the paper is not saved. */
export function cardStatus(page: ChromiumPage): Promise<string> {
  return askCard(page, `(card) => card.querySelector('input:checked')?.value ?? ''`);
}

/** The local name of the element in the open card that has the focus; empty when none has. */
export function focusInCard(page: ChromiumPage): Promise<string> {
  return askCard(page, `(card) => card.getRootNode().activeElement?.localName ?? ''`);
}

/** What a screen reader is told aside from the card; empty when nothing is. */
export async function spokenAside(page: ChromiumPage): Promise<string> {
  const root = (await page.shadow.roots()).find(({ hostName }) => hostName === CARD_TAG);
  const status = root?.children.find(({ attributes }) => attributes['role'] === 'status');
  return status ? textOf([status]) : '';
}

/** How many elements of ours are in the page's document. */
export function hostCount(page: ChromiumPage): Promise<number> {
  return page.page.evaluate<number>(`document.querySelectorAll('paperkin-marks, paperkin-card').length`);
}
