import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { ExtensionPage } from '../browser/extension-page';
import { endQuietly } from '../browser/quiet-end';
import { ToolbarPopup } from '../browser/toolbar-popup';
import { arxivListing } from '../fixtures/listing';

const HTML = readFileSync(join(import.meta.dirname, '../fixtures/pages/reading-notes.html'), 'utf8');
const NAMED = 'Self-Distillation for Further Pre-training of Transformers';
const NOTES = 'https://notes.example';
const PATTERN = `${NOTES}/*`;
const ALL_SITES = ['https://*/*', 'http://*/*'];
const ALWAYS = 'Always on notes.example';
const NO_TOOLBAR = 'this Chromium cannot be told to press a toolbar button';

let run: ChromiumRun;
let extension: ExtensionPage;

beforeAll(async () => {
  run = await ChromiumRun.start({ isOwn: true });
  extension = await ExtensionPage.open(run);
});
afterAll(() => endQuietly(run));

/** What is registered to run by itself: pattern by pattern. */
const registered = () =>
  extension.page.evaluate<string[]>(
    `chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches))`,
  );
const allSites = async () => (await registered()).filter((pattern) => ALL_SITES.includes(pattern));
const waitForRegistered = (patterns: readonly string[]) =>
  waitFor(
    `scripts on ${patterns.join(', ') || 'nothing'}`,
    async () => (await registered()).toSorted().join() === patterns.toSorted().join(),
  );
const hosts = (page: ChromiumPage) =>
  page.page.evaluate<number>(`document.querySelectorAll('paperkin-marks, paperkin-card').length`);
/** As the browser sends it for the key, which no driver can press: it is the browser's, not the page's. */
async function sendLookHere(): Promise<void> {
  const worker = run.context.serviceWorkers()[0] ?? (await run.context.waitForEvent('serviceworker'));
  await worker.evaluate(`chrome.tabs.query({ active: true, lastFocusedWindow: true })
    .then(([tab]) => chrome.commands.onCommand.dispatch('look-here', tab))`);
}

describe('a site that the reader gives', () => {
  it('is asked for on the click, read at once and from then on, also after a restart; and given back', async ({
    skip,
  }) => {
    const first = await run.open(`${NOTES}/june.html`, HTML);
    const popup = await ToolbarPopup.press(run, first);
    if (!popup) return skip(NO_TOOLBAR);
    await popup.waitForText(ALWAYS);
    expect(await registered()).toEqual([]);
    await run.setHostRight(PATTERN, true);
    await first.page.bringToFront();
    const again = (await ToolbarPopup.press(run, first)) ?? popup;
    await again.waitForText(ALWAYS);
    await again.click(ALWAYS);
    await again.waitForText(NAMED);
    await again.waitForText('Paperkin reads notes.example whenever you open it.');
    await waitForRegistered([PATTERN]);
    await again.close();
    await first.waitForMarks();
    expect(await hosts(first)).toBe(2);

    const second = await run.open(`${NOTES}/july.html`, HTML);
    await second.waitForMarks();
    await run.restart();
    extension = await ExtensionPage.open(run);
    const third = await run.open(`${NOTES}/july.html`);
    await third.waitForMarks();
    expect(await hosts(third)).toBe(2);

    const last = await ToolbarPopup.press(run, third);
    await last?.waitForText('Paperkin reads notes.example');
    await last?.click('Stop');
    await waitForRegistered([]);
    await last?.close();
    await third.page.reload();
    await expect(third.waitForMarks()).rejects.toThrow('marks');
  });

  it('is left when the reader takes it back in the browser', async () => {
    await run.setHostRight(PATTERN, true);
    await extension.page.evaluate(`chrome.permissions.request({ origins: ['${PATTERN}'] })`);
    await waitForRegistered([PATTERN]);
    await run.setHostRight(PATTERN, false);
    await waitForRegistered([]);
  });
});

describe('everywhere', () => {
  it('leaves the sites of the manifest to their own scripts, and is given back whole', async () => {
    for (const pattern of ALL_SITES) await run.setHostRight(pattern, true);
    await extension.page.evaluate(`chrome.permissions.request({ origins: ${JSON.stringify(ALL_SITES)} })`);
    // The one site that was taken back in the browser's settings comes back with all of them.
    await waitFor('all of the web', async () => (await allSites()).length === ALL_SITES.length);
    const papers = ['2203.05482', '2110.11309'].map(corpusPaper);
    const listing = await run.open('https://arxiv.org/list/cs.LG/recent', arxivListing(papers));
    await listing.waitForMarks();
    const other = await run.open('https://elsewhere.example/', HTML);
    await other.waitForMarks();
    for (const page of [listing, other]) expect(await hosts(page)).toBe(2);
    const popup = await run.openPopup(other);
    await popup.getByText('Paperkin reads every page that you open.').waitFor();
    await popup.getByRole('button', { name: 'Change…' }).click();
    await popup.getByRole('button', { name: 'Stop reading every page' }).click();
    await waitFor('the end of it', async () => (await allSites()).length === 0);
    await popup.close();
  });
});

describe('a second start', () => {
  it('on a page that is read already changes nothing', async () => {
    const papers = ['2203.05482', '2110.11309'].map(corpusPaper);
    const page = await run.open('https://arxiv.org/list/cs.LG/recent', arxivListing(papers));
    const before = (await page.waitForMarks()).length;
    await page.hover('.list-title');
    await page.waitForCard(papers[0]?.title);
    await page.page.bringToFront();
    await sendLookHere();
    await sendLookHere();
    // The open card would have gone with the copy that opened it.
    await page.waitForCard(papers[0]?.title);
    expect(await hosts(page)).toBe(2);
    expect(await page.marks()).toHaveLength(before);
  });
});

it('has a key for "Look here" that the reader can change', async () => {
  const commands =
    await extension.page.evaluate<{ name: string; shortcut: string; description: string }[]>(
      `chrome.commands.getAll()`,
    );
  expect(commands).toContainEqual({
    name: 'look-here',
    shortcut: 'Alt+Shift+K',
    description: 'Look for papers on this page',
  });
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
