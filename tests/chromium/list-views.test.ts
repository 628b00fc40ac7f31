import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshEntry, type ReadingListEntry } from '../../core/reading-list/entry';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { ListPage } from '../browser/list-page';
import { endQuietly } from '../browser/quiet-end';

const PATIENCE = { timeout: 20_000 };
const DAY_MS = 86_400_000;

/** Of editing models, of images and language, of self-supervised learning. */
const [EDITING, CLIP, SIMCLR] = ['2110.11309', '2103.00020', '2006.10029'].map(corpusPaper);

let run: ChromiumRun;
let list: ListPage;

const rows = () => list.page.locator('.pk-entry');
const view = (name: string) =>
  list.page.getByRole('toolbar', { name: 'Views' }).getByRole('button', { name });
const titles = async () =>
  (await rows().locator('.pk-entry-title').allTextContents()).map((text) => text.trim());
const entryOf = (paper: typeof EDITING, changes: Partial<ReadingListEntry>): ReadingListEntry => {
  if (!paper) throw new Error('no paper');
  return { ...freshEntry(paper, Date.now(), null), ...changes };
};
const restore = (entries: readonly ReadingListEntry[]) => list.extension.call('list/restore', { entries });
const chips = async () =>
  (await list.page.locator('.pk-view bdi').allTextContents()).map((text) => text.trim());

beforeAll(async () => {
  run = await ChromiumRun.start();
  list = await ListPage.open(run);
  await restore([
    entryOf(EDITING, { tags: ['thesis'], status: 'reading' }),
    entryOf(CLIP, { tags: ['thesis'], starred: true, addedAt: Date.now() - 1 }),
    entryOf(SIMCLR, { addedAt: Date.now() - 2 }),
  ]);
  await list.reload();
  await rows().nth(2).waitFor();
});
afterAll(() => endQuietly(run));

describe('a view with a name', () => {
  it('is kept, opened after the page was read anew, by a click and by its number', async () => {
    const { page } = list;
    await page.getByRole('button', { name: /^thesis/ }).click();
    await page.getByRole('button', { name: 'Starred only' }).click();
    await page.getByRole('button', { name: 'Keep this view…' }).click();
    await page.getByLabel('Name of the view').fill('Best of the thesis');
    await page.keyboard.press('Enter');
    await view('Best of the thesis').waitFor();
    await list.reload();
    await rows().nth(2).waitFor();
    await view('Best of the thesis').click();
    await expect.poll(titles, PATIENCE).toEqual([CLIP?.title]);
    await page.keyboard.press('v');
    await page.keyboard.press('0');
    await expect.poll(() => rows().count(), PATIENCE).toBe(3);
    await page.keyboard.press('v');
    await page.keyboard.press('1');
    await expect.poll(titles, PATIENCE).toEqual([CLIP?.title]);
    // The number was for the views: as a key of the list it would have set the status of the paper.
    expect((await list.entryOf(CLIP?.id ?? ''))?.status).toBe('to-read');
  });

  it('is renamed, updated and deleted, and undone', async () => {
    const { page } = list;
    await page.locator('.pk-view-tools').getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Name of the view').fill('Thesis');
    await page.keyboard.press('Enter');
    await expect.poll(chips, PATIENCE).toEqual(['All papers', 'Thesis']);
    await page.getByRole('button', { name: 'Starred only' }).click();
    await page.getByRole('button', { name: 'Update it' }).click();
    await view('All papers').click();
    await view('Thesis').click();
    await expect.poll(() => rows().count(), PATIENCE).toBe(2);
    await page.locator('.pk-view-tools').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(chips, PATIENCE).toEqual(['All papers']);
    await list.undo();
    await expect.poll(chips, PATIENCE).toEqual(['All papers', 'Thesis']);
  });

  it('comes with a name of its own', async () => {
    const { page } = list;
    await view('All papers').click();
    await page.getByLabel('Sort by').selectOption('Title');
    await page.getByRole('button', { name: 'Keep this view…' }).click();
    await page.getByLabel('Name of the view').fill('THESIS');
    await page.keyboard.press('Enter');
    await page.getByText('Another view has this name').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Another view has this name').waitFor({ state: 'hidden' });
    expect(await chips()).toEqual(['All papers', 'Thesis']);
    await view('All papers').click();
  });
});

it('shows what was saved, read and waits, and remembers that it is shown', async () => {
  const { page } = list;
  const now = Date.now();
  await restore([
    entryOf(
      { ...corpusPaper('2006.10029'), id: 'read:1' },
      { status: 'read', addedAt: now - 60 * DAY_MS, statusAt: now },
    ),
    entryOf({ ...corpusPaper('2006.10029'), id: 'old:1' }, { addedAt: now - 4_000 * DAY_MS }),
  ]);
  await list.reload();
  await page.getByRole('button', { name: 'Over time' }).click();
  await page.getByRole('img', { name: /^Saved: 4\. Read: 1\. From / }).waitFor();
  await page.getByRole('img', { name: /^To read or being read: 1 at first, 4 at the end\./ }).waitFor();
  await page.getByRole('button', { name: 'By month' }).click();
  await page.reload();
  await page.getByText('The numbers').click();
  const [newest] = await page.locator('.pk-chart-table tbody tr').all();
  expect(await newest?.locator('td').allTextContents()).toEqual(['3', '1', '4']);
  expect(await page.locator('.pk-chart-table tbody tr').count()).toBe(24);
  await page.getByRole('button', { name: 'Over time' }).click();
});

describe('the order by kinship', () => {
  it('puts a paper first and its kin after it, by words and meaning, with what they share', async () => {
    const { page } = list;
    await list.extension.emptyList();
    await restore([EDITING, CLIP, SIMCLR].map((paper, at) => entryOf(paper, { addedAt: at + 1 })));
    await list.reload();
    await rows()
      .filter({ hasText: CLIP?.title ?? '' })
      .locator('.pk-entry-title')
      .click();
    await page.keyboard.press('k');
    await page.getByRole('button', { name: 'Back to the usual order' }).waitFor();
    await expect.poll(async () => (await titles())[0], PATIENCE).toBe(CLIP?.title);
    await expect.poll(() => page.locator('.pk-kin-words').count(), PATIENCE).toBeGreaterThan(0);
    expect(await page.getByLabel('Sort by').inputValue()).toBe('kin');
    await page.getByRole('button', { name: 'Back to the usual order' }).click();
    await expect.poll(() => page.locator('.pk-kin-words').count(), PATIENCE).toBe(0);
    expect(await page.getByLabel('Sort by').inputValue()).toBe('added');
  });
});
