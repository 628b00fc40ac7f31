import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBundledCorpus } from '../../tools/build-corpus';
import type { CardView } from '../../tools/browsers/card-view';
import type { Box } from '../../tools/browsers/shadow';
import { FirefoxRun, type FirefoxPage } from '../browser/firefox';
import type { Fixture } from '../browser/network';
import { arxivListing } from '../fixtures/listing';
import { hostsOn, titleOf, waitForGlyphs, waitForMarks } from './listing-page';

const LISTED = readBundledCorpus().papers.slice(0, 3);
const LISTING = arxivListing(LISTED);
const MATCHED = 'http://arxiv.org/list/cs.LG/';

let run: FirefoxRun;
/** The card of the first paper on a page that does nothing to it. */
let plainCard: CardView;

beforeAll(async () => {
  run = await FirefoxRun.start();
});
afterAll(() => run.close());

/** The page where no script of ours runs. */
async function snapshotElsewhere(fixture: Fixture | string): Promise<string> {
  const address = 'http://example.org/the-same-page';
  run.serve(address, fixture);
  const page = await run.open(address);
  expect(await hostsOn(page)).toEqual([]);
  const snapshot = await page.snapshot();
  await page.tab.close();
  return snapshot;
}

async function clickCardButton(page: FirefoxPage, name: string): Promise<void> {
  const button = (await page.cardButtons()).find((each) => each.name.startsWith(name));
  if (!button) throw new Error(`the card has no button "${name}"`);
  const { x, y, width, height }: Box = button.box;
  await page.tab.click(x + width / 2, y + height / 2);
}

async function closeCard(page: FirefoxPage): Promise<void> {
  await page.tab.press('Escape');
  await page.waitForNoCard();
}

it('leaves the page as it was but for its own hosts, through a card, a save and a glyph', async () => {
  const before = await snapshotElsewhere(LISTING);
  const page = await run.open(`${MATCHED}plain`, LISTING);
  await waitForMarks(page);
  expect(await page.snapshot()).toBe(before);
  await page.hover(titleOf(1));
  plainCard = await page.waitForCard('both about');
  expect(await page.snapshot()).toBe(before);
  await closeCard(page);
  await page.hover(titleOf(3));
  await page.waitForCard(LISTED[2]?.title);
  await page.tab.press('s');
  await page.waitForCard('To read');
  await waitForGlyphs(page, ['to-read']);
  await closeCard(page);
  expect(await hostsOn(page)).toEqual(['paperkin-card', 'paperkin-marks']);
  expect(await page.snapshot()).toBe(before);
  await page.tab.close();
});

/** Takes every style from every element, ours if it could, and lies over everything below the first title. */
const HOSTILE_STYLE = `<style nonce="page">
  * { all: unset !important }
  dt, dd { display: block !important }
  #cover { position: fixed !important; inset: 90px 0 0 !important; z-index: 2147483647 !important;
    background: #fee !important }
</style><div id="cover"></div>`;
const STRICT = {
  'content-security-policy':
    "default-src 'none'; style-src 'nonce-page'; script-src 'nonce-page'; base-uri 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-same-origin",
};

/** Else the card would say of its kin that they are on the list, as the plain card did not. */
async function emptyList(): Promise<void> {
  const ask = (call: string, params: object) =>
    run.sendAll<{ readonly value: readonly { readonly paper: { readonly id: string } }[] }>([
      { paperkin: 1, call, params },
    ]);
  const [list] = await ask('list/all', {});
  await ask('list/remove', { paperIds: list?.value.map(({ paper }) => paper.id) ?? [] });
}

it('looks and works the same on a page that unsets all styles, covers all and allows nothing', async () => {
  await emptyList();
  const body = LISTING.replace('<body>', `<body>${HOSTILE_STYLE}`);
  const address = `${MATCHED}hostile`;
  const before = await snapshotElsewhere({ body, headers: STRICT });
  run.serve(address, { body, headers: STRICT });
  const page = await run.open(address);
  await waitForMarks(page);
  await page.hover(titleOf(1));
  const card = await page.waitForCard('both about');
  expect(card.text).toBe(plainCard.text);
  expect(card.box.width).toBeCloseTo(plainCard.box.width, 0);
  expect(card.box.height).toBeCloseTo(plainCard.box.height, 0);
  // The Save button lies where the cover is; were the card not above it, the click would be the cover's.
  await clickCardButton(page, 'Save');
  await page.waitForCard('To read');
  await closeCard(page);
  expect(await page.snapshot()).toBe(before);
  await page.tab.close();
});

it('opens its card within a modal dialog, where it can be clicked', async () => {
  const dialog = LISTING.replace('<body>', '<body><dialog id="modal">').replace(
    '</body>',
    `</dialog><script>modal.showModal()</script></body>`,
  );
  const page = await run.open(`${MATCHED}dialog`, dialog);
  await waitForMarks(page);
  await page.hover(titleOf(2));
  await page.waitForCard(LISTED[1]?.title);
  await clickCardButton(page, 'Save');
  await page.waitForCard('To read');
  const holder = `document.querySelector('paperkin-card').parentElement.id`;
  expect(await page.tab.evaluate(holder)).toBe('modal');
  // The pointer is still on the card; its title is not to be seen any more.
  await page.tab.evaluate('modal.close()');
  await page.waitForNoCard();
  await page.tab.close();
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
