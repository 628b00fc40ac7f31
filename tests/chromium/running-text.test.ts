import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import type { Box } from '../../tools/browsers/shadow';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { ExtensionPage } from '../browser/extension-page';
import { cardTexts } from '../browser/page-parts';

/** The titles of `running-text.html` that are titles there, in page order, and what of each paragraph shows it. */
const NAMED = [
  ['#inline', 'Fast Model Editing at Scale', 'Fast Model Editing at Scale'],
  [
    '#broken',
    'Rethinking Supervised Pre-training for Better Downstream Transferring',
    'Rethinking Supervised Pre-trainingfor Better Downstream Trans\u00ADferring',
  ],
  [
    '#hyphen',
    'Towards a Unified View of Parameter-Efficient Transfer Learning',
    'Towards a Unified View of Parameter-Effi-\ncient Transfer Learning',
  ],
  ['#caps', 'Model Editing with Canonical Examples', 'MODEL EDITING WITH CANONICAL EXAMPLES'],
  [
    '#link',
    'Crosslingual Generalization through Multitask Finetuning',
    'Crosslingual Generalization through Multitask Finetuning',
  ],
  ['#written', 'Rethinking Supervised Pre-training for Better Downstream Transferring', 'arXiv:2110.06014'],
] as const;

let run: ChromiumRun;
let extension: ExtensionPage;
let page: ChromiumPage;

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
  const html = readFileSync(join(import.meta.dirname, '../fixtures/pages/running-text.html'), 'utf8');
  page = await run.open('https://info.arxiv.org/notes/tuning.html', html);
});
afterAll(() => closeClean(run));

/** The lines that a stretch of an element's text takes, by the page's own measure. */
function linesOf(selector: string, shown: string): Promise<Box[]> {
  return page.page.evaluate(
    ([given, text]) => {
      const element = document.querySelector(given ?? '');
      const nodes: Text[] = [];
      const walker = document.createTreeWalker(element ?? document, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) nodes.push(walker.currentNode as Text);
      const start = nodes
        .map(({ data }) => data)
        .join('')
        .indexOf(text ?? '');
      const range = document.createRange();
      const boxes: Box[] = [];
      let at = 0;
      for (const node of nodes) {
        const from = Math.max(0, start - at);
        const to = Math.min(node.length, start + (text ?? '').length - at);
        at += node.length;
        if (to <= from) continue;
        range.setStart(node, from);
        range.setEnd(node, to);
        for (const { x, y, width, height } of range.getClientRects()) boxes.push({ x, y, width, height });
      }
      const lines: { x: number; y: number; width: number; height: number }[] = [];
      for (const box of boxes) {
        const line = lines.find((each) => Math.abs(each.y + each.height - box.y - box.height) < 4);
        if (line) line.width = Math.max(line.x + line.width, box.x + box.width) - line.x;
        else lines.push(box);
      }
      return lines;
    },
    [selector, shown],
  );
}

const near = (a: number, b: number) => Math.abs(a - b) <= 2;
const underlines = (mark: Box, line: Box) =>
  near(mark.x, line.x) && near(mark.width, line.width) && Math.abs(mark.y - line.y - line.height) <= 4;

describe('a page that names papers in its text', () => {
  it('finds them, and nothing in code, fields, hidden text or an ordinary phrase', async () => {
    const papers = await extension.papersOf(page);
    const titles = NAMED.map(([, title]) => title);
    expect(papers.map(({ resolution }) => resolution?.title)).toEqual([...new Set(titles)]);
  });

  it('underlines exactly the titles', async () => {
    await page.waitForMarks();
    const lines = (await Promise.all(NAMED.map(([selector, , shown]) => linesOf(selector, shown)))).flat();
    let marks: Box[] = [];
    const isEach = async () => {
      marks = await page.marks();
      return (
        marks.length === lines.length && lines.every((line) => marks.some((mark) => underlines(mark, line)))
      );
    };
    await waitFor('a mark under each line', isEach).catch((error: unknown) => {
      throw new Error(`${String(error)}: ${JSON.stringify({ lines, marks })}`);
    });
  });

  it('opens the card over a title, says the rule, and not over the words beside it', async () => {
    const [line] = await linesOf('#caps', 'MODEL EDITING WITH CANONICAL EXAMPLES');
    const [beside] = await linesOf('#caps', 'and THE END');
    if (!line || !beside) throw new Error('fixture');
    await page.page.mouse.move(beside.x + 20, beside.y + beside.height / 2, { steps: 3 });
    await page.page.waitForTimeout(700);
    expect(await page.cardText()).toBeNull();
    await page.page.mouse.move(line.x + line.width / 2, line.y + line.height / 2, { steps: 3 });
    await page.waitForCard('Model Editing with Canonical Examples');
    await page.waitForCard('Matched by title');
    expect((await cardTexts(page, 'pk-foot')).join('')).toContain('Matched by title');
    await page.page.keyboard.press('Escape');
    await page.waitForNoCard();
  });

  it('opens the card when the keyboard comes to a title that is a link, not to a link beside it', async () => {
    await page.page.mouse.move(1, 1);
    await page.page.keyboard.press('Tab');
    await page.waitForCard('Crosslingual Generalization');
    await page.page.keyboard.press('Tab');
    await page.waitForNoCard();
    expect(await page.page.evaluate<string>('document.activeElement.id')).toBe('other');
  });

  it('finds what is written later', async () => {
    await page.page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<p>And “Instruction Tuned Models are Quick Learners”.</p>')`,
    );
    await waitFor('the new title', async () =>
      (await extension.papersOf(page)).some(({ mention }) => mention.title?.startsWith('Instruction Tuned')),
    );
  });
});
