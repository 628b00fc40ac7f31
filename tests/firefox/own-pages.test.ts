import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import type { Tab } from '../../tools/browsers/tab';
import { readBundledCorpus } from '../../tools/build-corpus';
import { FirefoxRun, type FirefoxPage } from '../browser/firefox';
import { arxivListing } from '../fixtures/listing';
import { clickInPopup, waitForMarks, waitForRows } from './listing-page';

const LISTED = readBundledCorpus()
  .papers.filter(({ arxiv }) => arxiv !== null)
  .slice(0, 2);
const TITLES = LISTED.map(({ title }) => title);

let run: FirefoxRun;
let listing: FirefoxPage;

beforeAll(async () => {
  run = await FirefoxRun.start();
  listing = await run.open('http://arxiv.org/list/cs.LG/new', arxivListing(LISTED));
  await waitForMarks(listing);
});
afterAll(() => run.close());

const waitForText = (tab: Tab, text: string) =>
  waitFor(
    `"${text}"`,
    async () => String(await tab.evaluate('document.body.innerText')).includes(text),
    10_000,
  );
/** Stays open: what a page has just asked is answered to nobody when it closes, which Firefox counts as an error. */
async function openOwn(path: string): Promise<Tab> {
  const tab = await run.session.openTab();
  await tab.goto(`${run.session.extensionOrigin}/${path}`);
  return tab;
}

it('shows the browser’s keys in the options, and the sites that are off', async () => {
  const options = await openOwn('library.html#options/keys');
  await waitForText(options, 'Alt+Shift+L');
  await options.evaluate(`void (location.hash = '#options/sites')`);
  await waitForText(options, 'Sites switched off');
  await options.evaluate(`browser.storage.local.set({ 'off notes.example': true }).then(() => true)`);
  await waitForText(options, 'notes.example');
  await clickInPopup(options, 'Turn on notes.example');
  await waitFor(
    'the site on again',
    async () =>
      (await options.evaluate(
        `browser.storage.local.get('off notes.example').then(Object.keys).then(String)`,
      )) === '',
  );
});

it('shows the page’s papers in the sidebar’s page, and follows the reader to another', async () => {
  const sidebar = await run.session.openTab({ width: 320, height: 700 });
  await listing.tab.bringToFront();
  await sidebar.goto(`${run.session.extensionOrigin}/sidepanel.html`);
  await waitForRows(sidebar, TITLES);
  const other = await run.open('http://arxiv.org/list/cs.CL/new', arxivListing(LISTED.slice(1)));
  await other.tab.bringToFront();
  await waitForRows(sidebar, TITLES.slice(1));
  await other.tab.close();
  await listing.tab.bringToFront();
  await waitForRows(sidebar, TITLES);
});

it('has its options where the browser’s own “Options” lead', async () => {
  const own = await openOwn('icons/16.png');
  await own.evaluate('browser.runtime.openOptionsPage().then(() => true)');
  const address = () => run.session.askBrowser('gBrowser.selectedBrowser.currentURI.spec');
  await waitFor('the options', async () => String(await address()).endsWith('/library.html#options'), 10_000);
});

it('has its own page of the browser’s sidebar, which stays closed until it is asked for', async () => {
  const state = await run.session.askBrowser('String(SidebarController.isOpen)');
  expect(state).toBe('false');
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
