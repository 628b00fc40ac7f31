import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { waitFor } from '../../tools/browsers/card-view';
import { readBundledCorpus } from '../../tools/build-corpus';
import { FirefoxRun, type FirefoxPage } from '../browser/firefox';
import { arxivListing } from '../fixtures/listing';
import { hostsOn, titleOf, waitForGlyphs, waitForMarks } from './listing-page';

const LISTED = readBundledCorpus().papers.slice(0, 4);
const ADDRESS = 'http://arxiv.org/list/cs.LG/new';
const OUR_HOSTS = ['paperkin-card', 'paperkin-marks'];
const LIST_ALL = { paperkin: 1, call: 'list/all', params: {} };

let run: FirefoxRun;
let page: FirefoxPage;

async function openListing(): Promise<FirefoxPage> {
  const opened = await run.open(ADDRESS, arxivListing(LISTED));
  await waitForMarks(opened);
  return opened;
}

beforeAll(async () => {
  // Firefox lets an idle event page live for 30 s.
  run = await FirefoxRun.start({ preferences: { 'extensions.background.idle.timeout': 500 } });
  page = await openListing();
});
afterAll(() => run.close());

async function hoverForCard(entry: number): Promise<void> {
  await page.hover(titleOf(entry));
  await page.waitForCard(LISTED[entry - 1]?.title);
  await page.waitForCard('both about');
}

async function saveByKey(): Promise<void> {
  await page.tab.press('s');
  await page.waitForCard('To read');
}

async function closeCard(): Promise<void> {
  await page.tab.press('Escape');
  await page.waitForNoCard();
}

async function savedTitles(): Promise<readonly string[]> {
  const [reply] = await run.sendAll<{ readonly value: readonly ReadingListEntry[] }>([LIST_ALL]);
  return (reply?.value ?? []).map(({ paper }) => paper.title);
}

it('answers a hover and a save after its event page went idle and ended', async () => {
  await run.backgroundStopped();
  await hoverForCard(1);
  await run.backgroundStopped();
  await saveByKey();
  await closeCard();
  await run.backgroundStopped();
  expect(await savedTitles()).toEqual([LISTED[0]?.title]);
  await waitForGlyphs(page, ['to-read']);
});

it('answers a hover after its event page was terminated, and has the list still', async () => {
  await run.stopBackground();
  await hoverForCard(3);
  await saveByKey();
  await closeCard();
  await run.stopBackground();
  expect(await savedTitles()).toEqual([LISTED[2]?.title, LISTED[0]?.title]);
  await waitForGlyphs(page, ['to-read', 'to-read']);
});

it('leaves no ghost on an old tab when it is reloaded, and works there', async () => {
  await hoverForCard(2);
  await run.reloadExtension();
  // The new copy takes the card of the old one away; Firefox starts it on open pages by itself.
  await page.waitForNoCard();
  await waitForMarks(page);
  expect(await hostsOn(page)).toEqual(OUR_HOSTS);
  await waitForGlyphs(page, ['to-read', 'to-read']);
  await hoverForCard(4);
  await saveByKey();
  await waitForGlyphs(page, ['to-read', 'to-read', 'to-read']);
  await closeCard();
});

it('keeps the reading list through a restart of the browser', async () => {
  const before = await savedTitles();
  expect(before).toHaveLength(3);
  await run.restart();
  expect(await savedTitles()).toEqual(before);
  page = await openListing();
  await waitForGlyphs(page, ['to-read', 'to-read', 'to-read']);
  await hoverForCard(1);
  await waitFor('the status in the card', async () => (await page.cardText())?.includes('Reading'));
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
