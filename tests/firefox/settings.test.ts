import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { readBundledCorpus } from '../../tools/build-corpus';
import { FirefoxRun, type FirefoxPage } from '../browser/firefox';
import { arxivListing } from '../fixtures/listing';
import { clickInPopup, hostsOn, titleOf, waitForMarks } from './listing-page';

const LISTED = readBundledCorpus()
  .papers.filter(({ arxiv }) => arxiv !== null)
  .slice(0, 3);
const ADDRESS = 'http://arxiv.org/list/cs.LG/new';
const NOTES = 'http://notes.example/june.html';

let run: FirefoxRun;
let page: FirefoxPage;

beforeAll(async () => {
  run = await FirefoxRun.start();
  page = await run.open(ADDRESS, arxivListing(LISTED));
  await waitForMarks(page);
});
afterAll(() => run.close());

async function pressInCard(name: RegExp): Promise<void> {
  const button = (await page.cardButtons()).find((each) => name.test(each.name));
  if (!button) throw new Error(`the card has no ${String(name)}`);
  const { x, y, width, height } = button.box;
  await page.tab.click(x + width / 2, y + height / 2);
}

it('looks here once, in a page of a site that it does not read', async () => {
  const titles = LISTED.map(({ title }) => `<p>We read “${title}”.</p>`).join('');
  const notes = await run.open(NOTES, `<!doctype html><title>Notes</title>${titles}`);
  expect(await hostsOn(notes)).toEqual([]);
  await notes.tab.bringToFront();
  await run.grantActiveTab();
  const popup = await run.openPopup(notes);
  await waitFor('the offer', async () =>
    String(await popup.evaluate('document.body.innerText')).includes('Look here'),
  );
  await clickInPopup(popup, 'Look here');
  await waitForMarks(notes);
  await popup.close();
  await notes.tab.close();
});

it('forgets a paper on this page alone when the reader says that it is not the one', async () => {
  await page.tab.bringToFront();
  await page.hover(titleOf(1));
  await page.waitForCard('Not this paper');
  const before = (await page.marks()).length;
  await pressInCard(/^Not this paper/);
  await page.waitForCard('You said that the page does not name this paper');
  await page.tab.press('Escape');
  await page.waitForNoCard();
  await waitFor('fewer marks', async () => (await page.marks()).length < before);
  await page.tab.goto(ADDRESS);
  await waitForMarks(page);
  await page.hover(titleOf(1));
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await page.cardText()).toBeNull();
  const elsewhere = await run.open(`${ADDRESS}?other`, arxivListing(LISTED));
  await waitForMarks(elsewhere);
  await elsewhere.hover(titleOf(1));
  await elsewhere.waitForCard(LISTED[0]?.title);
  await elsewhere.tab.close();
});

it('leaves a site that the reader turns off from the card, and comes back from the popup', async () => {
  await page.tab.bringToFront();
  await page.hover(titleOf(2));
  await page.waitForCard('both about');
  await pressInCard(/^Turn off on arxiv\.org/);
  await waitFor('a page without us', async () => (await hostsOn(page)).length === 0);
  const popup = await run.openPopup(page);
  await waitFor('the words', async () =>
    String(await popup.evaluate('document.body.innerText')).includes('Paperkin is off on arxiv.org'),
  );
  await popup.evaluate(`document.querySelector('.pk-empty button').click()`);
  await page.tab.bringToFront();
  await waitForMarks(page);
  await popup.close();
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
