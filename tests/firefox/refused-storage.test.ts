import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Health } from '../../core/health';
import { waitFor } from '../../tools/browsers/card-view';
import { readBundledCorpus } from '../../tools/build-corpus';
import { FirefoxRun, type FirefoxPage } from '../browser/firefox';
import { arxivListing } from '../fixtures/listing';
import { clickInPopup, titleOf, waitForGlyphs, waitForMarks, waitForRows } from './listing-page';

const LISTED = readBundledCorpus().papers.slice(0, 3);

let run: FirefoxRun;
let page: FirefoxPage;

beforeAll(async () => {
  // A file where Firefox wants its folder: every `indexedDB.open` fails, and nothing else does.
  run = await FirefoxRun.start({ prepareProfile: (profile) => writeFileSync(join(profile, 'storage'), '') });
  page = await run.open('http://arxiv.org/list/cs.LG/new', arxivListing(LISTED));
  await waitForMarks(page);
});
afterAll(() => run.close());

it('serves the bundled papers from memory and says so', async () => {
  const health = { paperkin: 1, call: 'health', params: {} };
  const [reply] = await run.sendAll<{ readonly value: Health }>([health]);
  expect(reply?.value).toMatchObject({ corpus: 'memory', library: 'session', paperCount: 71 });
  await page.hover(titleOf(2));
  await page.waitForCard('both about');
});

it('keeps what is saved until the browser closes, also when the event page ends', async () => {
  await page.tab.press('s');
  await page.waitForCard('To read');
  await waitForGlyphs(page, ['to-read']);
  await run.stopBackground();
  const popup = await run.openPopup(page);
  const shown = () => popup.evaluate('document.querySelector(".pk-banner")?.innerText ?? ""');
  const banner = await waitFor('a word on what is not kept', async () => String(await shown()) || null);
  expect(banner).toContain('saved papers last until the browser closes');
  await clickInPopup(popup, 'Reading list');
  await waitForRows(popup, [LISTED[1]?.title ?? '']);
  await clickInPopup(popup, 'Remove');
  await waitForRows(popup, []);
  await page.tab.bringToFront();
  await waitForGlyphs(page, []);
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
