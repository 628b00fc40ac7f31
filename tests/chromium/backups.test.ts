import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../core/backups/names';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { ExtensionPage } from '../browser/extension-page';
import { endQuietly } from '../browser/quiet-end';

const PAPERS = ['2110.11309', '2103.00020', '2006.10029'].map(corpusPaper);
const PATIENCE = { timeout: 15_000 };

let run: ChromiumRun;
let extension: ExtensionPage;
let page: Page;

const [first] = PAPERS;
if (!first) throw new Error('no paper');
const titles = async () => (await extension.call('list/all', {})).map(({ paper }) => paper.title).toSorted();
const ALL = PAPERS.map(({ title }) => title).toSorted();
/** The files past all our code: their names and sizes. */
const files = () =>
  extension.page.evaluate<Record<string, number>>(`(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('backups', { create: true });
    const found = {};
    for await (const [name, handle] of folder.entries()) found[name] = (await handle.getFile()).size;
    return found;
  })()`);
const binRow = (title: string) => page.locator('.pk-backups li').filter({ hasText: title });
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function openBackups(): Promise<void> {
  page = await run.context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${run.extensionOrigin}/library.html#backups`);
  await page.getByRole('heading', { name: 'Bin' }).waitFor();
}

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
});
afterAll(() => endQuietly(run));

describe('backups', () => {
  it('are made after a change, without being asked, by the worker', async () => {
    for (const { id } of PAPERS) await extension.call('list/save', { ref: { paperId: id }, sourceUrl: null });
    await extension.call('list/edit', {
      edits: [{ paperIds: [first.id], change: { note: 'Kept?', addTags: ['sea'] } }],
    });
    await expect
      .poll(async () => Object.keys(await files()), PATIENCE)
      .toEqual([`${dayOf(Date.now())}.paperkin-list.gz`]);
  });

  it('are seen, with what they hold', async () => {
    await extension.call('list/tend', { isStart: true });
    await openBackups();
    await page.getByText('Papers: 3').waitFor();
    await page.getByText('The list was never exported to a file.').waitFor();
    await page.getByText('The bin is empty.').waitFor();
  });
});

describe('the bin', () => {
  it('gives back what was removed, with all it had, after the worker was stopped', async () => {
    const before = await extension.call('list/all', {});
    await extension.call('list/remove', { paperIds: PAPERS.map(({ id }) => id) });
    expect(await titles()).toEqual([]);
    await run.stopWorker();
    await page.reload();
    await binRow(first.title).waitFor();
    await binRow(first.title).getByText('days left: 30').waitFor();
    await binRow(first.title).getByRole('button', { name: 'Put back' }).click();
    await binRow(first.title).waitFor({ state: 'detached' });
    expect(await titles()).toEqual([first.title]);
    await button('Put all back').click();
    await page.getByText('The bin is empty.').waitFor();
    expect(await extension.call('list/all', {})).toEqual(before);
  });

  it('is emptied after a question, and after a backup', async () => {
    await extension.call('list/remove', { paperIds: [first.id] });
    await page.reload();
    await button('Empty…').click();
    await button('Empty the bin').click();
    await page.getByText('The bin is empty.').waitFor();
    expect(await extension.call('bin/all', {})).toEqual([]);
    await page.getByText('before a larger change').waitFor();
    expect(Object.keys(await files())).toHaveLength(2);
  });
});

describe('a library that is lost', () => {
  it('comes back from a backup, which first shows what it would do', async () => {
    await run.stopWorker();
    await extension.page.evaluate(`new Promise((resolve, reject) => {
      const gone = indexedDB.deleteDatabase('paperkin-library');
      gone.onsuccess = resolve;
      gone.onerror = () => reject(gone.error);
    })`);
    expect(await titles()).toEqual([]);
    // An empty list takes the place of no backup.
    await extension.call('list/tend', { isStart: true });
    await page.reload();
    await button(/^Restore….*/)
      .first()
      .click();
    await page
      .getByRole('button', { name: /^(Import|Take in|Add).*/ })
      .first()
      .waitFor();
    expect(await titles()).toEqual([]);
    await page.locator('.pk-import .pk-primary').click();
    await expect.poll(titles, PATIENCE).toEqual(ALL);
    const entry = (await extension.call('list/all', {})).find(({ paper }) => paper.id === first.id);
    expect(entry).toMatchObject({ note: 'Kept?', tags: ['sea'] });
  });

  it('is reminded of an export, until there is one', async () => {
    await extension.call('list/edit', {
      edits: Array.from({ length: 50 }, (_, at) => ({
        paperIds: PAPERS.map(({ id }) => id),
        change: { note: `Draft ${at}` },
      })),
    });
    for (let at = 0; at < 17; at++) {
      const edits = [{ paperIds: PAPERS.map(({ id }) => id), change: { note: `Note ${at}` } }];
      await extension.call('list/edit', { edits });
    }
    await page.goto(`${run.extensionOrigin}/library.html#list`);
    await page.reload();
    const reminder = page.locator('.pk-remind');
    await reminder.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button('Export now').click()]);
    expect(download.suggestedFilename()).toBe(`Reading list ${dayOf(Date.now())}.paperkin-list`);
    await reminder.waitFor({ state: 'detached' });
    await page.goto(`${run.extensionOrigin}/library.html#backups`);
    await page.getByText('Last export of the list to a file: today').waitFor();
  });
});
