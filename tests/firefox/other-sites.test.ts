import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Paper } from '../../core/paper';
import { waitFor } from '../../tools/browsers/card-view';
import type { Tab } from '../../tools/browsers/tab';
import { readBundledCorpus } from '../../tools/build-corpus';
import { FirefoxRun, type FirefoxPage } from '../browser/firefox';
import { arxivListing } from '../fixtures/listing';
import { pdfFile } from '../fixtures/pdf';
import { clickInPopup, rowTitles, waitForMarks } from './listing-page';

const HTML = readFileSync(join(import.meta.dirname, '../fixtures/pages/reading-notes.html'), 'utf8');
const NOTES = 'http://notes.example';
const PATTERN = `${NOTES}/*`;
const PAPERS = readBundledCorpus().papers.filter(({ arxiv }) => arxiv !== null);
const PAPER = PAPERS[0] as Paper;
const LISTING = 'http://arxiv.org/list/cs.LG/new';

let run: FirefoxRun;

beforeAll(async () => {
  // Firefox's question stands in the browser's own window, out of reach of drivers; without it the answer is yes.
  run = await FirefoxRun.start({ preferences: { 'extensions.webextOptionalPermissionPrompts': false } });
});
afterAll(() => run.close());

const asked = async (popup: Tab, expression: string) =>
  JSON.parse(String(await popup.evaluate(`(${expression}).then(JSON.stringify)`))) as unknown;
const registered = (popup: Tab) =>
  asked(
    popup,
    `browser.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches))`,
  );
const hasText = async (popup: Tab, text: string) =>
  String(await popup.evaluate('document.body.innerText')).includes(text);
const hosts = (page: FirefoxPage) =>
  page.tab.evaluate(`document.querySelectorAll('paperkin-marks, paperkin-card').length`);

async function popupAbout(page: FirefoxPage): Promise<Tab> {
  await page.tab.bringToFront();
  await run.grantActiveTab();
  return run.openPopup(page);
}

it('reads a site that the reader gives, from then on, and gives it back', async () => {
  const first = await run.open(`${NOTES}/june.html`, HTML);
  const popup = await popupAbout(first);
  await waitFor('the offer', () => hasText(popup, 'Always on notes.example'));
  // The reader may take long to answer; what keeps the registration true has to wake for it.
  await run.stopBackground();
  await clickInPopup(popup, 'Always on notes.example');
  await waitFor('the registration', async () => String(await registered(popup)) === PATTERN);
  await waitFor('the site line', () => hasText(popup, 'Paperkin reads notes.example'));
  const second = await run.open(`${NOTES}/july.html`, HTML);
  await waitForMarks(second);
  expect(await hosts(second)).toBe(2);
  await popup.bringToFront();
  await clickInPopup(popup, 'Stop');
  await waitFor('its end', async () => String(await registered(popup)) === '');
  const third = await run.open(`${NOTES}/august.html`, HTML);
  await expect(waitForMarks(third)).rejects.toThrow('marks');
  for (const tab of [popup, first.tab, second.tab, third.tab]) await tab.close();
});

it('shows how many known papers a page has, and takes the number away with the page', async () => {
  const page = await run.open(LISTING, arxivListing(PAPERS.slice(0, 3)));
  await waitForMarks(page);
  const popup = await run.openPopup(page);
  const badge = () =>
    asked(
      popup,
      `browser.tabs.query({ url: '*://arxiv.org/*' }).then(([tab]) => browser.action.getBadgeText({ tabId: tab.id }))`,
    );
  await waitFor('the number', async () => (await badge()) === '3');
  run.serve('http://arxiv.org/help', '<!doctype html><title>Help</title><p>Nothing.');
  await page.tab.goto('http://arxiv.org/help');
  await waitFor('no number', async () => (await badge()) === '');
  await popup.close();
  await page.tab.close();
});

it('offers the paper of an arXiv address in the PDF viewer', async () => {
  const address = `http://arxiv.org/pdf/${PAPER.arxiv}`;
  run.serve(address, { body: pdfFile('Untitled'), contentType: 'application/pdf' });
  const page = await run.open(address);
  const popup = await run.openPopup(page);
  await waitFor('the row', async () => (await rowTitles(popup))[0] === PAPER.title);
  expect(await hasText(popup, "A PDF, in the browser's own viewer")).toBe(true);
  expect(await popup.evaluate(`document.querySelector('.pk-empty a').href`)).toBe(
    `https://arxiv.org/abs/${PAPER.arxiv}`,
  );
  await popup.close();
  await page.tab.close();
});

it('leads from a PDF of OpenReview to its page', async () => {
  const address = 'http://openreview.net/pdf?id=AbCdEf123';
  run.serve(address, { body: pdfFile('Untitled'), contentType: 'application/pdf' });
  const page = await run.open(address);
  const popup = await run.openPopup(page);
  await waitFor('the link', async () =>
    Boolean(await popup.evaluate(`document.querySelector('.pk-empty a') !== null`)),
  );
  expect(await popup.evaluate(`document.querySelector('.pk-empty a').href`)).toBe(
    'https://openreview.net/forum?id=AbCdEf123',
  );
  await popup.close();
  await page.tab.close();
});

it('says of the browser’s own page that no extension may read it', async () => {
  const page = await run.open('about:blank');
  const popup = await run.openPopup(page);
  await waitFor('the words', () => hasText(popup, 'No extension may read this page'));
  await popup.close();
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
