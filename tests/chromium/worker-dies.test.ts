import { afterAll, beforeAll, expect, it } from 'vitest';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { summarise } from '../../core/summary/summarise';
import { waitForGlyphs } from '../browser/page-parts';
import { endQuietly } from '../browser/quiet-end';
import { arxivListing } from '../fixtures/listing';

const PAPER = corpusPaper('2110.11309');
const TITLE = '.list-title';
let run: ChromiumRun;
let page: ChromiumPage;

beforeAll(async () => {
  run = await ChromiumRun.start();
  page = await run.open('https://arxiv.org/list/cs.LG/recent', arxivListing([PAPER]));
  await page.waitForMarks();
});
afterAll(() => endQuietly(run));

it('opens the card though its worker was stopped', async () => {
  await run.stopWorker();
  await page.page.bringToFront();
  await page.hover(TITLE);
  const card = await page.waitForCard('Save');
  expect(card.text).toContain(PAPER.title);
  // What makes it is a script that the worker reads at the first card of each of its lives.
  expect(card.text).toContain(summarise(PAPER.title, PAPER.abstract ?? '')?.text);
});

it('saves with `s` though its worker was stopped', async () => {
  await run.stopWorker();
  await page.page.bringToFront();
  await page.page.keyboard.press('s');
  await page.waitForCard('Reading');
  await waitForGlyphs(page, ['to-read']);
});

it('lists it in the popup though its worker was stopped', async () => {
  await run.stopWorker();
  const popup = await run.openPopup(page);
  await popup.getByRole('tab', { name: /Reading list/ }).click();
  // Only rows of the list have it; the page's own row has the same title and stands there until the list is drawn.
  await popup.getByRole('button', { name: /^To read\. Change to/ }).waitFor();
  await popup.locator('.pk-row-title', { hasText: PAPER.title }).waitFor();
  expect(await popup.locator('.pk-row').count()).toBe(1);
  await popup.close();
});

it('hears of a change made elsewhere though its worker was stopped in between', async () => {
  const popup = await run.openPopup(page);
  await run.stopWorker();
  await popup.bringToFront();
  await popup.getByRole('button', { name: /^To read\. Change to/ }).click();
  await page.page.bringToFront();
  await waitForGlyphs(page, ['reading']);
  await popup.close();
});
