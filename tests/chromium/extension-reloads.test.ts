import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { hostCount } from '../browser/page-parts';
import { endQuietly } from '../browser/quiet-end';
import { titlesOnlyPage } from '../fixtures/listing';

const PAPERS = [corpusPaper('2110.11309'), corpusPaper('2203.05482')];
const HTML = titlesOnlyPage(PAPERS);
const FIRST = '.note h4 a';
const SECOND = '.note h4 a >> nth=1';
const complaints: string[] = [];
let run: ChromiumRun;
let withCard: ChromiumPage;
let withMarks: ChromiumPage;
let byKeyboard: ChromiumPage;
let before: string;

async function openPage(name: string): Promise<ChromiumPage> {
  const page = await run.open(`https://openreview.net/group?id=${name}`, HTML);
  page.page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
  page.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${name}: ${message.text()}`);
  });
  await page.waitForMarks();
  return page;
}

/** The old copy of the content script notices at the next thing that the reader does, and takes all of its own away. */
async function expectNothingLeft(page: ChromiumPage): Promise<void> {
  await waitFor('a page without our hosts', async () => (await hostCount(page)) === 0);
  expect(await page.cardText()).toBeNull();
  expect(await page.marks()).toEqual([]);
  expect(await page.snapshot()).toBe(before);
}

beforeAll(async () => {
  run = await ChromiumRun.start();
  before = await (await run.open('https://plain.example/', HTML)).snapshot();
  withMarks = await openPage('marks');
  byKeyboard = await openPage('keyboard');
  withCard = await openPage('card');
  await withCard.hover(FIRST);
  await withCard.waitForCard('Save');
  await waitFor('our two hosts', async () => (await hostCount(withCard)) === 2);
  await run.reloadExtension();
});
afterAll(() => endQuietly(run));

it('takes an open card away when the pointer moves to another title', async () => {
  await withCard.page.bringToFront();
  await withCard.hover(SECOND);
  await expectNothingLeft(withCard);
});

it('takes the marks away at a hover', async () => {
  await withMarks.page.bringToFront();
  await withMarks.hover(FIRST);
  await expectNothingLeft(withMarks);
});

it('takes the marks away when the keyboard comes to a title', async () => {
  await byKeyboard.page.bringToFront();
  await byKeyboard.page.keyboard.press('Tab');
  await expectNothingLeft(byKeyboard);
});

it('works again once the page is reloaded', async () => {
  await withCard.page.bringToFront();
  await withCard.page.reload();
  await withCard.waitForMarks();
  expect(await hostCount(withCard)).toBe(2);
  await withCard.hover(SECOND);
  await withCard.waitForCard(PAPERS[1]?.title);
  await withCard.waitForCard('Save');
});

it('throws nothing and writes no error to the page’s console', () => {
  expect(complaints).toEqual([]);
});
