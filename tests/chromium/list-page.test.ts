import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { ExtensionPage } from '../browser/extension-page';
import { endQuietly } from '../browser/quiet-end';

const PAPERS = ['2110.11309', '2103.00020', '2006.10029'].map(corpusPaper);
const MANY = 10_000;
/** A note rests for a second before it is saved. */
const PATIENCE = { timeout: 10_000 };

let run: ChromiumRun;
let extension: ExtensionPage;
let page: Page;

const rows = () => page.locator('.pk-entry');
const row = (title: string) => rows().filter({ hasText: title });
const entryOf = async (id: string) =>
  (await extension.call('list/all', {})).find(({ paper }) => paper.id === id);
async function fileOf(format: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByLabel('Export…').selectOption(format),
  ]);
  const pieces = (await (await download.createReadStream()).toArray()) as Buffer[];
  return { name: download.suggestedFilename(), text: Buffer.concat(pieces).toString() };
}
async function openList(): Promise<void> {
  page = await run.context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${run.extensionOrigin}/library.html`);
  await page.locator('.pk-list-room').waitFor();
}

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
  await openList();
});
afterAll(() => endQuietly(run));

describe('the page of the reading list', () => {
  it('says what to do while nothing is saved, and shows what is saved meanwhile', async () => {
    await page.getByText('Nothing saved yet').waitFor();
    await extension.page.bringToFront();
    for (const { id } of PAPERS) await extension.call('list/save', { ref: { paperId: id }, sourceUrl: null });
    await page.bringToFront();
    // Playwright has every tab think that it is in front all the time.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect.poll(() => rows().count(), PATIENCE).toBe(3);
  });

  it('is taken out as a file of the chosen format: what is shown or, of that, what is selected', async () => {
    const all = await fileOf('BibTeX');
    expect(all.name).toBe('Reading list.bib');
    expect(all.text.match(/^@\w+\{/gm)).toHaveLength(3);
    for (const { arxiv } of PAPERS) expect(all.text).toContain(String(arxiv));
    const [first, second] = PAPERS;
    if (!first || !second) throw new Error('no paper');
    await row(second.title).getByRole('checkbox').click();
    await page.getByText('Selected: 1').waitFor();
    const selected = await fileOf('RIS');
    expect(selected.text.match(/^TI  - .*$/gm)).toEqual([`TI  - ${second.title}`]);
    await page.getByRole('searchbox').fill(first.title);
    await page.getByText('Selected: 1').waitFor({ state: 'hidden' });
    const shown = await fileOf('RIS');
    expect(shown.text.match(/^TI  - .*$/gm)).toEqual([`TI  - ${first.title}`]);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Select none' }).click();
  });

  it('keeps a tag and a note though the worker is stopped in between', async () => {
    const [first] = PAPERS;
    if (!first) throw new Error('no paper');
    await row(first.title).locator('.pk-entry-title').click();
    const panel = page.getByRole('article', { name: first.title });
    await panel.getByLabel('Add a tag').fill(' methods / editing ');
    await page.keyboard.press('Enter');
    await panel.locator('.pk-tag', { hasText: 'methods/editing' }).waitFor();
    await run.stopWorker();
    await panel.getByLabel('Note', { exact: true }).fill('Edits a *fact* at a time.');
    await expect
      .poll(async () => (await entryOf(first.id))?.note, PATIENCE)
      .toBe('Edits a *fact* at a time.');
    await page.reload();
    await row(first.title).getByText('Edits a fact at a time.').waitFor();
    await row(first.title).locator('.pk-entry-title').click();
    await panel.locator('.pk-note em').getByText('fact').waitFor();
    await page.keyboard.press('n');
    await expect.poll(() => page.locator('textarea:focus').inputValue()).toBe('Edits a *fact* at a time.');
    await page.keyboard.press('Escape');
    expect(await entryOf(first.id)).toMatchObject({ tags: ['methods/editing'], status: 'to-read' });
  });

  it('keeps what was written just before the tab was closed', async () => {
    const [, second] = PAPERS;
    if (!second) throw new Error('no paper');
    await row(second.title).locator('.pk-entry-title').click();
    // A stopped worker may start too late to hear the closing tab: here it is sent nothing.
    await page.evaluate(() => {
      addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true);
    });
    await page.getByLabel('Note', { exact: true }).fill('Written last.');
    await page.close({ runBeforeUnload: true });
    expect((await entryOf(second.id))?.note).toBe('');
    await openList();
    await row(second.title).getByText('Written last.').waitFor();
    await expect.poll(async () => (await entryOf(second.id))?.note, PATIENCE).toBe('Written last.');
    expect(await page.evaluate(() => localStorage.getItem('unsaved-notes'))).toBeNull();
    await page.getByText('What can be undone: 1').waitFor({ state: 'attached' });
    await page.reload();
  });

  it('changes all selected entries by the keyboard, and takes it back', async () => {
    const before = await extension.call('list/all', {});
    await page.bringToFront();
    await rows()
      .first()
      .click({ position: { x: 300, y: 30 } });
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('Selected: 2').waitFor();
    for (const key of ['3', '*', 'Control+a', 'Delete']) await page.keyboard.press(key);
    await page.getByText('Nothing saved yet').waitFor();
    await page.getByText('What can be undone: 3').waitFor({ state: 'attached' });
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
    await page.getByText('What can be undone: 0').waitFor({ state: 'attached' });
    expect(await extension.call('list/all', {})).toEqual(before);
  });

  it('filters by tag and text together, and renames a tag everywhere', async () => {
    await page.getByRole('button', { name: /^methods/ }).click();
    await expect.poll(() => rows().count(), PATIENCE).toBe(1);
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await page.getByLabel('New name of “methods”').fill('Ways');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Ways/ }).waitFor();
    await expect.poll(() => rows().count(), PATIENCE).toBe(1);
    const [first] = PAPERS;
    expect((await entryOf(first?.id ?? ''))?.tags).toEqual(['Ways/editing']);
    await page.keyboard.press('/');
    await page.keyboard.type('none such');
    await page.getByText('No paper fits').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => rows().count(), PATIENCE).toBe(3);
  });

  it('shows its keys, and gives them back', async () => {
    await rows().first().focus();
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Keys' }).waitFor({ state: 'hidden' });
  });
});

/** The numbers of rows that should be seen where the list is scrolled to, and are not drawn there. */
const gapInSight = () =>
  page.locator('.pk-grid').evaluate((grid) => {
    const { top, bottom } = grid.getBoundingClientRect();
    const drawn = [...grid.querySelectorAll('.pk-entry')];
    const height = drawn[0]?.getBoundingClientRect().height ?? Number.NaN;
    const isSeen = (each: Element) => {
      const place = each.getBoundingClientRect();
      return place.bottom > top && place.top < bottom;
    };
    const numbers = new Set(drawn.filter(isSeen).map((each) => Number(each.getAttribute('aria-rowindex'))));
    const first = Math.floor(grid.scrollTop / height) + 1;
    const wanted = Array.from({ length: Math.floor(grid.clientHeight / height) }, (_, at) => first + at);
    return wanted.filter((number) => !numbers.has(number));
  });

describe('a list of 10,000', () => {
  beforeAll(async () => {
    const [entry] = await extension.call('list/all', {});
    if (!entry) throw new Error('no entry');
    for (let start = 0; start < MANY; start += 2_500) {
      const entries = Array.from({ length: 2_500 }, (_, at) => {
        const number = start + at;
        const paper = { ...entry.paper, id: `many:${number}`, title: `Paper ${number} of the many` };
        return { ...entry, paper, tags: [`t${number % 40}/x`], addedAt: number };
      });
      await extension.call('list/restore', { entries });
    }
    await page.bringToFront();
    await page.reload();
    await rows().first().waitFor();
  });

  it('is drawn in part, scrolled, filtered and edited', async () => {
    expect(await rows().count()).toBeLessThan(60);
    for (let step = 0; step < 20; step++) {
      await page.locator('.pk-grid').evaluate((grid) => (grid.scrollTop += 7_000));
    }
    await expect.poll(gapInSight, PATIENCE).toEqual([]);
    expect(await rows().count()).toBeLessThan(60);
    await page.getByRole('searchbox').pressSequentially('paper 99');
    const fitting = Array.from({ length: MANY }, (_, at) => String(at)).filter((n) => n.includes('99'));
    await page.getByText(`Papers: ${fitting.length} of`).waitFor();
    await page.getByRole('searchbox').fill('');
    await rows()
      .first()
      .click({ position: { x: 300, y: 30 } });
    await page.keyboard.press('*');
    await page.getByText('What can be undone: 1').waitFor({ state: 'attached' });
    expect(await rows().count()).toBeLessThan(60);
    await page.keyboard.press('End');
    await expect
      .poll(() => page.locator('.pk-entry:focus').getAttribute('aria-rowindex'), PATIENCE)
      .toBe(String(MANY + 3));
  });
});
