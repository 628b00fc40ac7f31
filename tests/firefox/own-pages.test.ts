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
const PLAIN = 'http://arxiv.org/list/cs.LG/plain';
const HTML = '<!doctype html><title>A page</title><h1>Nothing to find here</h1>';

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

it('leaves a page without papers byte for byte as it was', async () => {
  const page = await run.open(PLAIN, HTML);
  const snapshot = await page.snapshot();
  expect(snapshot).toContain('Nothing to find here');
  expect(snapshot).toContain('<head><title>A page</title></head><body><h1>');
  expect(await page.cardText()).toBeNull();
});

it('opens its popup about a tab, and its background answers there', async () => {
  const page = await run.open(PLAIN, HTML);
  const popup = await run.openPopup(page);
  const malformed = JSON.stringify({ paperkin: 1, call: 'nonsense', params: {} });
  const answer = await popup.evaluate(`browser.runtime.sendMessage(${malformed}).then(JSON.stringify)`);
  expect(JSON.parse(String(answer))).toMatchObject({ ok: false, error: { code: 'bad-request' } });
});

it('draws the papers that come with Paperkin on a map, and opens a card by the keyboard', async () => {
  await run.sendAll([{ paperkin: 1, call: 'health', params: {} }]);
  const map = await openOwn('library.html#map');
  const has = (expression: string) => async () => (await map.evaluate(expression)) === true;
  await waitFor('the papers', has(`document.body.textContent.includes('Papers: 71')`));
  await waitFor(
    'the picture',
    has(`(() => {
      const canvas = document.querySelector('canvas');
      return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0);
    })()`),
  );
  await waitFor('the end of placing', has(`!document.body.textContent.includes('Placing the papers')`));
  await map.evaluate(`document.querySelector('[role=application]').focus()`);
  await map.press('ArrowRight');
  await waitFor('the card', has(`document.querySelector('.pk-map-card .pk-summary') !== null`));
});

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
