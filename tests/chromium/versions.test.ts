import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { ExtensionPage } from '../browser/extension-page';
import { waitForGlyphs } from '../browser/page-parts';
import { endQuietly } from '../browser/quiet-end';
import { NO_MENTION } from '../../core/identity/no-mention';
import { arxivListing } from '../fixtures/listing';

const PAPER = corpusPaper('2110.11309');
const DOI = '10.1234/versions.1';
const PREPRINTS = 'https://arxiv.org/list/cs.LG/recent';
const BLOG = 'https://arxiv.org/list/cs.CL/recent';
/** The list is looked through when it has rested for a moment. */
const PATIENCE = { timeout: 15_000 };

let run: ChromiumRun;
let extension: ExtensionPage;
let page: Page;

const all = () => extension.call('list/all', {});
const published = { ...NO_MENTION, title: PAPER.title, doi: DOI, authors: PAPER.authors, year: PAPER.year };
const save = (mention: typeof published) =>
  extension.call('list/save', { ref: { mention }, sourceUrl: `https://doi.org/${mention.doi}` });
async function openList(): Promise<void> {
  page = await run.context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${run.extensionOrigin}/library.html`);
  await page.locator('.pk-entry').first().waitFor();
}
const openPanel = async () => {
  await page.locator('.pk-entry-title').first().click();
  await page.locator('.pk-entry-panel').waitFor();
};
const undo = () => page.getByRole('button', { name: 'Undo', exact: true }).click();

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
});
afterAll(() => endQuietly(run));

describe('a preprint and its publication', () => {
  it('are one entry when they are saved on two pages, and each is marked as saved', async () => {
    const listing = await run.open(PREPRINTS, arxivListing([PAPER]));
    await listing.waitForMarks();
    await extension.call('list/save', { ref: { paperId: PAPER.id }, sourceUrl: PREPRINTS });
    await waitForGlyphs(listing, ['to-read']);
    await save(published);
    const [entry, ...others] = await all();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ paper: { id: PAPER.id }, versions: [{ paper: { doi: DOI } }] });
    const other = await run.open(BLOG, `<p>See <a href="https://doi.org/${DOI}">${PAPER.title}</a>.</p>`);
    await waitForGlyphs(other, ['to-read']);
    await extension.call('list/set-status', { paperId: `doi:${DOI}`, status: 'reading' });
    await waitForGlyphs(other, ['reading']);
    await waitForGlyphs(listing, ['reading']);
    await listing.page.close();
    await other.page.close();
  });

  it('are shown as one with the links of both, and are parted and joined again', async () => {
    await openList();
    await page.locator('.pk-entry', { hasText: '2 versions' }).waitFor();
    await openPanel();
    const versions = page.getByRole('region', { name: 'Versions' });
    for (const link of [`https://doi.org/${DOI}`, `https://arxiv.org/abs/${PAPER.arxiv}`])
      await versions.locator(`a[href="${link}"]`).waitFor();
    const before = await all();
    await versions.getByRole('button', { name: /^Separate: / }).click();
    await expect.poll(() => page.locator('.pk-entry').count(), PATIENCE).toBe(2);
    expect((await all()).map(({ apart }) => apart.length)).toEqual([1, 1]);
    await undo();
    await expect.poll(() => page.locator('.pk-entry').count(), PATIENCE).toBe(1);
    expect(await all()).toEqual(before);
  });

  it('are led by the one that the reader chooses', async () => {
    await page.getByRole('button', { name: /^Show first: / }).click();
    await expect.poll(async () => (await all())[0]?.paper.doi, PATIENCE).toBe(DOI);
    await undo();
    await expect.poll(async () => (await all())[0]?.paper.id, PATIENCE).toBe(PAPER.id);
    await page.close();
  });
});

describe('what may be one paper', () => {
  const journal = { ...published, doi: '10.1234/journal', venue: 'Journal of Editing' };

  it('is asked about, and merged with consent though the worker was stopped, and that is undone', async () => {
    await save(journal);
    const before = await all();
    expect(before).toHaveLength(2);
    await openList();
    await page.getByText('Perhaps on the list twice: 1').waitFor();
    await page.getByRole('button', { name: 'Look through' }).click();
    await run.stopWorker();
    await page.getByRole('button', { name: /^Merge with/ }).click();
    await expect.poll(async () => (await all()).length, PATIENCE).toBe(1);
    await page.locator('.pk-entry', { hasText: '3 versions' }).waitFor();
    await undo();
    await expect.poll(all, PATIENCE).toEqual(before);
  });

  it('is asked about no more once the reader has said that it is not', async () => {
    await page.getByText('Perhaps on the list twice: 1').waitFor();
    await page.locator('.pk-entry-title').last().click();
    const panel = page.locator('.pk-entry-panel');
    await panel.getByRole('button', { name: /^Not the same: / }).click();
    await page.getByText('Perhaps on the list twice').waitFor({ state: 'hidden' });
    await page.reload();
    await page.locator('.pk-entry').first().waitFor();
    // Longer than the list rests before it is looked through.
    await page.waitForTimeout(1_500);
    expect(await page.getByText('Perhaps on the list twice').count()).toBe(0);
  });

  it('is merged where the reader selects two that nothing has found', async () => {
    const [first] = await all();
    await extension.call('list/save', { ref: { paperId: corpusPaper('2103.00020').id }, sourceUrl: null });
    await page.reload();
    await page.locator('.pk-entry').nth(2).waitFor();
    for (const at of [0, 1]) await page.locator('.pk-entry').nth(at).getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect.poll(() => page.locator('.pk-entry').count(), PATIENCE).toBe(2);
    expect((await all())[0]?.addedAt).toBe(first?.addedAt);
  });
});
