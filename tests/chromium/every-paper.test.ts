import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarise } from '../../core/summary/summarise';
import { waitFor } from '../../tools/browsers/card-view';
import type { Box } from '../../tools/browsers/shadow';
import { builtCorpus } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { ExtensionPage } from '../browser/extension-page';
import { cardTexts } from '../browser/page-parts';
import { endQuietly } from '../browser/quiet-end';
import { summaryFaults } from '../browser/summary-faults';
import { arxivListing, titlesOnlyPage } from '../fixtures/listing';

const papers = builtCorpus();
let run: ChromiumRun;
let extension: ExtensionPage;

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
});
afterAll(() => endQuietly(run));

const PAGES = [
  {
    by: 'arXiv id, under a title that is not its own',
    url: 'https://arxiv.org/list/cs.LG/recent',
    html: arxivListing(
      papers.map((paper, index) => ({ ...paper, title: `Unnamed manuscript ${index + 1}` })),
    ),
    titles: '.list-title',
    rules: ['arxiv'],
    hoverFrom: 0,
  },
  {
    by: 'title alone',
    url: 'https://openreview.net/group?id=Made.cc/2026/Conference',
    html: titlesOnlyPage(papers),
    titles: '.note h4 a',
    rules: ['title', 'other-title'],
    hoverFrom: 6,
  },
] as const;
const HOVER_STEP = 12;

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The boxes of all titles, in CSS pixels of the viewport. */
function titleBoxes(page: ChromiumPage, selector: string): Promise<Box[]> {
  return page.page.evaluate<Box[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((title) => {
      const { x, y, width, height } = title.getBoundingClientRect();
      return { x, y, width, height };
    })`,
  );
}

const isUnder = (mark: Box, { x, y, width, height }: Box) =>
  mark.y > y && mark.y <= y + height && mark.x >= x - 1 && mark.x + mark.width <= x + width + 1;

describe.each(PAGES)('by $by', ({ url, html, titles, rules, hoverFrom }) => {
  let page: ChromiumPage;
  beforeAll(async () => {
    page = await run.open(url, html);
  });
  afterAll(() => page.page.close());

  it('finds every paper, in page order', async () => {
    const found = await extension.papersOf(page);
    expect(found.map(({ resolution }) => resolution?.paperId)).toEqual(papers.map(({ id }) => id));
    for (const { resolution } of found) expect(rules).toContain(resolution?.rule);
  });

  it('marks every title when it comes into view', async () => {
    const { height } = page.page.viewportSize() ?? { height: 0 };
    const marked = new Set<number>();
    for (let top = 0; marked.size < papers.length; top += height / 2) {
      await page.page.evaluate(`scrollTo(0, ${top})`);
      const boxes = await titleBoxes(page, titles);
      expect(top).toBeLessThan(boxes.length * height);
      const inView = boxes.flatMap((box, index) =>
        box.y >= 0 && box.y + box.height <= height ? [index] : [],
      );
      await waitFor(`marks of titles ${inView.join(', ')}`, async () => {
        const marks = await page.marks();
        return inView.every((index) => marks.some((mark) => isUnder(mark, boxes[index] ?? mark)));
      });
      for (const index of inView) marked.add(index);
    }
    await page.page.evaluate('scrollTo(0, 0)');
  });

  it('answers for every one with a piece of its own abstract, and with kin', async () => {
    const found = await extension.papersOf(page);
    for (const [index, { mention }] of found.entries()) {
      const own = papers[index];
      if (!own) throw new Error('more mentions than papers');
      const { paper, summary, kin } = await extension.call('paper/card', { ref: { mention } });
      expect(paper.id).toBe(own.id);
      expect(summaryFaults(summary, own.abstract)).toEqual([]);
      expect(kin.length).toBeGreaterThan(0);
      const ids = kin.map((each) => each.paper.id);
      expect(ids).not.toContain(own.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(papers.map((each) => each.id)).toContain(id);
      for (const each of kin) expect(each.reasons).not.toEqual([]);
    }
  });

  it('finds one by a sentence that shares hardly a word with it', async () => {
    const query = 'adapters, prefix tuning and LoRA seen as one framework';
    const hits = await extension.call('search', { query, limit: 3 });
    expect(hits.map((hit) => hit.paper.title)).toContain(
      'Towards a Unified View of Parameter-Efficient Transfer Learning',
    );
  });

  it('shows it on a hover', async () => {
    await page.page.bringToFront();
    for (let index = hoverFrom; index < papers.length; index += HOVER_STEP) {
      const paper = papers[index];
      if (!paper) break;
      await page.hover(`${titles} >> nth=${index}`);
      await waitFor(`the card of ${paper.title}`, async () => {
        const [title] = await cardTexts(page, 'pk-title');
        return title === folded(paper.title) && (await cardTexts(page, 'pk-sentence')).length > 0;
      });
      const [shown = ''] = await cardTexts(page, 'pk-sentence');
      const summary = summarise(paper.title, paper.abstract ?? '');
      expect(summaryFaults(summary, paper.abstract)).toEqual([]);
      expect(shown).toBe(summary?.text);
      const kin = await cardTexts(page, 'pk-kin-title');
      expect(kin.length).toBeGreaterThan(0);
      expect(kin).not.toContain(folded(paper.title));
      for (const title of kin) expect(papers.map((each) => folded(each.title))).toContain(title);
      // Away, for the next title may come to where the pointer is, and a pointer at rest opens nothing.
      await page.page.mouse.move(1, 1);
      await page.waitForNoCard();
    }
  });
});
