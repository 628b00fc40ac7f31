import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { ExtensionPage } from '../browser/extension-page';
import { endQuietly } from '../browser/quiet-end';
import { arxivListing } from '../fixtures/listing';

const KNOWN = ['2203.05482', '2110.11309', '2104.03602'].map(corpusPaper);
const UNKNOWN = { title: 'Nobody Has Written This Paper', arxiv: '2511.99999', authors: ['A. Nobody'] };
const LISTING = 'https://arxiv.org/list/cs.LG/recent';
const EMPTY = 'https://arxiv.org/help';

let run: ChromiumRun;
let extension: ExtensionPage;
let page: ChromiumPage;

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
  run.serve(EMPTY, '<!doctype html><title>Help</title><p>No papers here.');
  page = await run.open(LISTING, arxivListing([...KNOWN, UNKNOWN, ...KNOWN.slice(0, 1)]));
});
afterAll(() => endQuietly(run));

/** What the toolbar button shows while that tab is in front. */
async function badge(about: ChromiumPage): Promise<string> {
  await about.page.bringToFront();
  return extension.page.evaluate<string>(
    `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
  );
}
const waitForBadge = (about: ChromiumPage, text: string) =>
  waitFor(`"${text}" on the toolbar`, async () => (await badge(about)) === text);

it('shows how many different known papers the page has, in that tab alone', async () => {
  await waitForBadge(page, '3');
  const other = await run.open(EMPTY);
  expect(await badge(other)).toBe('');
  await other.page.close();
});

it('follows the page, also when the background was stopped meanwhile', async () => {
  await run.stopWorker();
  await page.page.evaluate(`document.querySelectorAll('dd')[1].remove()`);
  await page.page.evaluate(`document.querySelectorAll('dt')[1].remove()`);
  await waitForBadge(page, '2');
});

it('goes with the page, and comes back with it', async () => {
  await page.page.goto(EMPTY);
  await waitForBadge(page, '');
  await page.page.goBack();
  await waitFor('a number', async () => (await badge(page)) !== '');
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
