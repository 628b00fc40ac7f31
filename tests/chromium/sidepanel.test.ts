import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { ExtensionPage } from '../browser/extension-page';
import { ToolbarPopup } from '../browser/toolbar-popup';
import { arxivListing } from '../fixtures/listing';

const PAPERS = ['2203.05482', '2110.11309', '2104.03602'].map(corpusPaper);
const [FIRST, SECOND] = PAPERS as [(typeof PAPERS)[0], (typeof PAPERS)[0]];
const PATIENCE = { timeout: 15_000 };

let run: ChromiumRun;
let extension: ExtensionPage;
let listing: ChromiumPage;
let panel: Page;

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
  listing = await run.open('https://arxiv.org/list/cs.LG/recent', arxivListing(PAPERS));
  await listing.waitForMarks();
  panel = await openPanel(listing);
});
afterEach(() => extension.emptyList());
afterAll(() => closeClean(run));

/** The panel's page in a tab, which it does not take for the page to be read. */
async function openPanel(about: ChromiumPage): Promise<Page> {
  const page = await run.context.newPage();
  await page.setViewportSize({ width: 320, height: 700 });
  await about.page.bringToFront();
  await page.goto(`${run.extensionOrigin}/sidepanel.html`);
  await page.locator('.pk-popup').waitFor();
  return page;
}
const titles = () => panel.locator('.pk-row-title').allTextContents();
async function expectTitles(expected: readonly string[]): Promise<void> {
  await expect.poll(titles, PATIENCE).toEqual(expected);
}

describe('the panel', () => {
  it('has the papers of the page, at its narrowest without scrolling sideways', async () => {
    await expectTitles(PAPERS.map(({ title }) => title));
    expect(await panel.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await panel.evaluate('document.querySelector(".pk-popup").clientHeight')).toBe(700);
  });

  it('hears what is saved elsewhere', async () => {
    await extension.call('list/save', {
      ref: { paperId: `arxiv:${SECOND.arxiv}` },
      sourceUrl: null,
    });
    const glyph = panel
      .locator('.pk-row')
      .nth(1)
      .getByRole('button', { name: /^To read\. / });
    await glyph.waitFor(PATIENCE);
  });

  it('follows the reader to another tab and back, and to the next page of a tab', async () => {
    const other = await run.open('https://arxiv.org/list/cs.CL/recent', arxivListing([SECOND]));
    await other.page.bringToFront();
    await expectTitles([SECOND.title]);
    await listing.page.bringToFront();
    await expectTitles(PAPERS.map(({ title }) => title));
    await other.page.bringToFront();
    await expectTitles([SECOND.title]);
    run.serve('https://arxiv.org/list/cs.CV/recent', arxivListing([FIRST]));
    await other.page.goto('https://arxiv.org/list/cs.CV/recent');
    await expectTitles([FIRST.title]);
    await other.page.close();
    await listing.page.bringToFront();
    await expectTitles(PAPERS.map(({ title }) => title));
  });

  it('follows what the page adds to itself', async () => {
    const growing = await run.open('https://arxiv.org/list/math.CO/recent', arxivListing([SECOND]));
    await growing.page.bringToFront();
    await expectTitles([SECOND.title]);
    await growing.page.evaluate(
      `document.querySelector('dl').insertAdjacentHTML('beforeend', ${JSON.stringify(entryOf(FIRST))})`,
    );
    await expectTitles([SECOND.title, FIRST.title]);
    await growing.page.close();
  });

  it('keeps an opened paper while the reader goes to another tab', async () => {
    await listing.page.bringToFront();
    await expectTitles(PAPERS.map(({ title }) => title));
    await panel.locator('.pk-row-main').first().click();
    await panel.locator('.pk-detail h2', { hasText: FIRST.title }).waitFor();
    const other = await run.open('https://arxiv.org/help', '<!doctype html><p>No papers.');
    await other.page.bringToFront();
    await panel.waitForTimeout(500);
    expect(await panel.locator('.pk-detail h2').textContent()).toContain(FIRST.title);
    await panel.getByRole('button', { name: 'Back' }).click();
    await panel.getByText('No papers found on this page').waitFor(PATIENCE);
    await other.page.close();
  });

  it('says of a page that the browser does not show it what to do there', async () => {
    const html = readFileSync(join(import.meta.dirname, '../fixtures/pages/reading-notes.html'), 'utf8');
    const notes = await run.open('https://notes.example/june.html', html);
    await notes.page.bringToFront();
    await panel.getByText('Paperkin has not looked at this page').waitFor(PATIENCE);
    await panel.getByText("press Paperkin's button in the toolbar").waitFor();
    await notes.page.close();
  });
});

describe('the real one', () => {
  it('opens from the popup, and shows the page beside it', async ({ skip }) => {
    await listing.page.bringToFront();
    const popup = await ToolbarPopup.press(run, listing);
    if (!popup) return skip('this Chromium cannot be told to press a toolbar button');
    await popup.waitForText(FIRST.title);
    await popup.evaluate(`document.querySelector('[aria-label="Open side panel"]').click()`);
    const contexts = () =>
      extension.page.evaluate<number>(
        `chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }).then((all) => all.length)`,
      );
    await expect.poll(contexts, PATIENCE).toBe(1);
  });

  it('has a key that the reader can change', async () => {
    expect(await extension.page.evaluate('chrome.commands.getAll()')).toContainEqual({
      name: 'open-side-panel',
      shortcut: 'Alt+Shift+L',
      description: "Open Paperkin's side panel",
    });
  });
});

/** One entry of a listing, without the page around it. */
function entryOf(paper: (typeof PAPERS)[0]): string {
  const html = arxivListing([paper]);
  return html.slice(html.indexOf('<dt'), html.indexOf('</dl>'));
}
