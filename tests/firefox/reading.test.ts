import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NO_MENTION } from '../../core/identity/no-mention';
import type { CardData } from '../../core/card';
import type { Resolution } from '../../core/match/resolution';
import type { Paper } from '../../core/paper';
import { waitFor } from '../../tools/browsers/card-view';
import { readBundledCorpus } from '../../tools/build-corpus';
import { FirefoxRun, type FirefoxPage } from '../browser/firefox';
import { summaryFaults } from '../browser/summary-faults';
import { arxivListing, titlesOnlyPage } from '../fixtures/listing';
import {
  clickInPopup,
  marksOn,
  rowTitles,
  titleLines,
  titleOf,
  waitForGlyphs,
  waitForMarks,
  waitForRows,
} from './listing-page';

const { papers } = readBundledCorpus();
const UNKNOWN = { title: 'Nobody Has Written This Paper', arxiv: '2511.99999', authors: ['A. Nobody'] };
const LONGEST = papers.toSorted((a, b) => b.title.length - a.title.length)[0] as Paper;
const others = papers.filter((paper) => paper !== LONGEST && paper.arxiv !== null);
const LISTED = [...others.slice(0, 2), UNKNOWN, LONGEST, ...others.slice(2, 4)];
const SAVED = LISTED[1] as Paper;
/** How long the pointer must rest on a known title. */
const CARD_DELAY_MS = 300;
const ADDRESS = 'http://arxiv.org/list/cs.LG/new';

let run: FirefoxRun;
let page: FirefoxPage;

beforeAll(async () => {
  run = await FirefoxRun.start();
  page = await run.open(ADDRESS, arxivListing(LISTED));
  await waitForMarks(page);
});
afterAll(() => run.close());

it('may read the sites it names, without a grant by the reader', async () => {
  const popup = await run.openPopup(page);
  const has = `browser.permissions.contains({ origins: ['*://*.arxiv.org/*', '*://huggingface.co/papers*'] })`;
  expect(await popup.evaluate(has)).toBe(true);
  await popup.close();
});

it('draws a line under each line of the titles it knows, and nowhere else', async () => {
  await page.tab.bringToFront();
  const known = LISTED.flatMap((paper, index) => (paper === UNKNOWN ? [] : [index + 1]));
  const lines = (await Promise.all(known.map((entry) => titleLines(page, entry)))).flat();
  // The longest title wraps.
  expect(lines.length).toBeGreaterThan(known.length);
  const marks = await waitFor('a mark for each line', async () => {
    const drawn = await marksOn(page);
    return drawn.length >= lines.length && drawn;
  });
  expect(marks.map(({ kind }) => kind)).toEqual(lines.map(() => 'line'));
  for (const [index, { x, y, width, height }] of lines.entries()) {
    const box = marks[index]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(Math.abs(box.x - x)).toBeLessThan(1);
    expect(Math.abs(box.width - width)).toBeLessThan(1);
    expect(Math.abs(box.y + box.height - (y + height))).toBeLessThan(1);
  }
});

it('opens the card on hover, saves with "s" and draws the glyph; the unknown title stays silent', async () => {
  await page.hover(titleOf(3));
  await sleep(CARD_DELAY_MS + 300);
  expect(await page.cardText()).toBeNull();
  await page.hover(titleOf(2));
  const card = await page.waitForCard(SAVED.title);
  const { text } = await page.waitForCard('both about');
  expect(text).toContain(SAVED.authors[0]);
  expect(text).toContain(String(SAVED.year));
  expect(card.box.y).toBeGreaterThan((await titleLines(page, 2))[0]?.y ?? 0);
  await page.tab.press('s');
  await page.waitForCard('To read');
  await waitForGlyphs(page, ['to-read']);
  await page.tab.press('Escape');
  await page.waitForNoCard();
});

it('knows papers by their titles alone; the keyboard opens the card, and Escape closes it', async () => {
  const address = 'http://openreview.net/group?id=Made';
  const group = await run.open(address, titlesOnlyPage([UNKNOWN, ...others.slice(0, 2)]));
  await waitForMarks(group);
  const focused = () => group.tab.evaluate('document.activeElement.textContent');
  await group.tab.press('Tab');
  await group.tab.press('Tab');
  expect(await focused()).toBe(others[0]?.title);
  await group.waitForCard(others[0]?.title);
  await group.tab.press('Escape');
  await group.waitForNoCard();
  expect(await focused()).toBe(others[0]?.title);
  await group.tab.close();
});

it('lists, searches, removes and puts back in the popup, and the page follows', async () => {
  const popup = await run.openPopup(page);
  await waitFor('the rows of the page', async () => (await rowTitles(popup)).length > 0);
  expect(await rowTitles(popup)).toEqual(LISTED.map(({ title }) => title));
  await popup.evaluate(`document.querySelector('input[type="search"]').focus()`);
  for (const letter of 'Trinh') await popup.press(letter);
  await waitFor('what was searched for', async () =>
    (await rowTitles(popup)).includes('Selfie: Self-supervised Pretraining for Image Embedding'),
  );
  await clickInPopup(popup, 'Clear the search');
  await clickInPopup(popup, 'Reading list');
  await waitForRows(popup, [SAVED.title]);
  await clickInPopup(popup, `Remove “${SAVED.title}`);
  await waitForRows(popup, []);
  await page.tab.bringToFront();
  await waitForGlyphs(page, []);
  await popup.bringToFront();
  await clickInPopup(popup, 'Undo');
  await waitForRows(popup, [SAVED.title]);
  await page.tab.bringToFront();
  await waitForGlyphs(page, ['to-read']);
  await popup.close();
});

type Reply<T> = { readonly ok: true; readonly value: T };
const call = (name: string, params: unknown) => ({ paperkin: 1, call: name, params });

it('knows every bundled paper by its identifier and by its title', async () => {
  const byId = papers.map(({ arxiv, doi }) => ({ ...NO_MENTION, arxiv, doi: arxiv === null ? doi : null }));
  const byTitle = papers.map(({ title }) => ({ ...NO_MENTION, title }));
  const messages = [byId, byTitle].map((mentions) => call('page/resolve', { mentions }));
  const replies = await run.sendAll<Reply<readonly (Resolution | null)[]>>(messages);
  const ids = papers.map(({ id }) => id);
  expect(ids).toHaveLength(71);
  const [foundById, foundByTitle] = replies.map(({ value }) => value);
  expect(foundById?.map((found) => found?.paperId)).toEqual(ids);
  expect(foundByTitle?.map((found) => found?.paperId)).toEqual(ids);
  expect(new Set(foundByTitle?.map((found) => found?.rule))).toEqual(new Set(['title']));
});

it('has for every bundled paper a summary out of its own abstract, and kin', async () => {
  const messages = papers.map(({ id }) => call('paper/card', { ref: { paperId: id } }));
  const replies = await run.sendAll<Reply<CardData>>(messages);
  const cards = replies.map(({ value }) => value);
  expect(cards.map(({ paper }) => paper.id)).toEqual(papers.map(({ id }) => id));
  expect(
    cards.flatMap(({ summary }, index) => summaryFaults(summary, papers[index]?.abstract ?? null)),
  ).toEqual([]);
  const without = cards.filter(
    ({ paper, summary, kin }) =>
      (summary?.text ?? '').length < 20 ||
      kin.length === 0 ||
      kin.some((relative) => relative.paper.id === paper.id),
  );
  expect(without.map(({ paper }) => paper.title)).toEqual([]);
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
