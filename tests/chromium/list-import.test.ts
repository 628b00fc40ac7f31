import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../core/paper';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { ListPage } from '../browser/list-page';
import { endQuietly } from '../browser/quiet-end';

const [FIRST, SECOND] = ['2110.11309', '2103.00020'].map(corpusPaper) as [Paper, Paper];
const PATIENCE = { timeout: 20_000 };
const MANY = 10_000;
const MANY_PATIENCE_MS = 240_000;

let run: ChromiumRun;
let list: ListPage;
let page: Page;

const listed = () => list.listed();
const entryOf = (id: string) => list.entryOf(id);
const save = (id: string) => list.save(id);
const undo = () => list.undo();
const preview = () => list.preview();
const offer = (name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const bibtex = (entries: number, from = 0) =>
  Array.from(
    { length: entries },
    (_, at) =>
      `@article{k${at + from}, title = {Harbour study number ${at + from} of the gulls}, author = {Quay, Ada}, year = {2020},
  doi = {10.1234/gulls.${at + from}}, abstract = {${'Gulls sit in harbours. '.repeat(60)}}}`,
  ).join('\n');

beforeAll(async () => {
  run = await ChromiumRun.start();
  list = await ListPage.open(run);
  ({ page } = list);
});
beforeEach(() => list.startAnew());
afterAll(() => endQuietly(run));

describe('a file for the list', () => {
  it('is shown as what it would change, joined, and taken back in one step', async () => {
    await save(FIRST.id);
    const before = await listed();
    await offer(
      'mine.bib',
      `@article{a, title = {${FIRST.title}}, eprint = {${FIRST.arxiv}}, archiveprefix = {arXiv}, keywords = {editing}, doi = {10.1234/first.published}, annote = {Read again.}}
@misc{b, title = {}}
@article{c, title = {Counting gulls in harbours}, author = {Quay, Ada}, year = {2020}}
@article{d, title = {Counting terns in harbours}, author = {Quay, Ada}, year = {2021}}`,
    );
    const form = preview();
    await form.getByText('BibTeX. Papers: 3').waitFor();
    await form.getByText('Records that could not be read: 1').waitFor();
    await form.getByText('Line 2: no title').waitFor();
    await form.getByText('Would change: 1').waitFor();
    expect(await form.locator('.pk-changes').innerText()).toMatch(/Tags[\s\S]*none[\s\S]*editing/);
    await form.getByText('New: 2').waitFor();
    expect(await listed()).toEqual(before);
    await form.getByLabel('Counting terns').uncheck();
    await form.getByLabel('Tags for all of them').fill('harbour, from BibTeX');
    await form.getByRole('button', { name: 'Import 2 papers' }).click();
    await page.getByText('“mine.bib” is in. Papers: 2').waitFor();
    const after = await listed();
    expect(after.map(({ paper, tags }) => [paper.title, tags]).toSorted()).toEqual(
      [
        ['Counting gulls in harbours', ['harbour', 'from BibTeX']],
        [FIRST.title, ['editing', 'harbour', 'from BibTeX']],
      ].toSorted(),
    );
    expect(await entryOf(FIRST.id)).toMatchObject({
      note: 'Read again.',
      paper: { ...FIRST, doi: '10.1234/first.published' },
    });
    await undo();
    await expect.poll(listed, PATIENCE).toEqual(before);
    await expect.poll(() => page.locator('.pk-entry').count(), PATIENCE).toBe(1);
  });

  it('of records that cannot be read gives a table of them', async () => {
    await offer('bad.bib', '@misc{b, title = {}}\n@article{c, title = {Counting gulls in harbours}}');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Error list' }).click(),
    ]);
    const pieces = (await (await download.createReadStream()).toArray()) as Buffer[];
    expect(Buffer.concat(pieces).toString()).toContain('bad.bib\t1\tno title');
  });

  it('that is a backup is joined with the list and replaces nothing', async () => {
    await save(FIRST.id);
    await list.extension.call('list/edit', {
      edits: [{ paperIds: [FIRST.id], change: { note: 'first', tags: ['old'] } }],
    });
    await list.reload();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByLabel('Export…').selectOption('backup'),
    ]);
    const pieces = (await (await download.createReadStream()).toArray()) as Buffer[];
    await list.extension.emptyList();
    await save(SECOND.id);
    await save(FIRST.id);
    await list.extension.call('list/edit', { edits: [{ paperIds: [FIRST.id], change: { tags: ['new'] } }] });
    await offer('list.paperkin-list', Buffer.concat(pieces).toString());
    await preview().getByText('Would change: 1').waitFor();
    await preview().getByRole('button', { name: 'Import 1 paper' }).click();
    await page.getByText('is in. Papers: 1').waitFor();
    expect(await entryOf(FIRST.id)).toMatchObject({ note: 'first', tags: ['new', 'old'] });
    expect(await listed()).toHaveLength(2);
    await offer('list.paperkin-list', Buffer.concat(pieces).toString());
    await preview().getByText('There already, nothing to add: 1').waitFor();
  });

  it('that is none says what it is, and what was expected', async () => {
    await offer('paper.pdf', '%PDF-1.7\n%âãÏÓ\n');
    await page.getByText('paper.pdf cannot be imported').waitFor();
    await page.getByText('It looks like a PDF.').waitFor();
    await page.getByText('Expected is a list of papers').waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    expect(await listed()).toEqual([]);
  });

  it(
    `of ${MANY} papers comes in while the page answers, and goes again`,
    async () => {
      await page.evaluate(`window.longest = 0; new PerformanceObserver((list) => {
        for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
      }).observe({ type: 'longtask' })`);
      let started = Date.now();
      // Told, not held to: a busy machine decides about all of them.
      const told: string[] = [];
      const tell = async (what: string) => {
        const longest = Math.round(await page.evaluate<number>('window.longest'));
        told.push(`${what} in ${Date.now() - started} ms, longest task ${longest} ms`);
      };
      // By its path: playwright would make a File of bytes within the page, which takes it seconds.
      const folder = mkdtempSync(join(tmpdir(), 'paperkin-many-'));
      const path = join(folder, 'many.bib');
      writeFileSync(path, bibtex(MANY));
      await page.locator('input[type=file]').setInputFiles(path);
      const button = preview().getByRole('button', { name: 'Import 10,000 papers' });
      await button.waitFor({ timeout: MANY_PATIENCE_MS });
      await tell('read');
      started = Date.now();
      await button.click();
      await page.getByText('is in. Papers: 10,000').waitFor({ timeout: MANY_PATIENCE_MS });
      await tell('joined');
      expect(await listed()).toHaveLength(MANY);
      // The question above is asked from a page of the same process, and is noted a little later.
      await page.waitForTimeout(500);
      await page.evaluate('window.longest = 0');
      started = Date.now();
      await page.locator('input[type=file]').setInputFiles(path);
      await preview()
        .getByText('There already, nothing to add: 10,000')
        .waitFor({ timeout: MANY_PATIENCE_MS });
      await tell('read again');
      await page.getByRole('button', { name: 'Not now' }).click();
      await page.evaluate('window.longest = 0');
      started = Date.now();
      await undo();
      await page.getByText('What can be undone: 0').waitFor({ state: 'attached', timeout: MANY_PATIENCE_MS });
      await tell('undone');
      expect(await listed()).toEqual([]);
      rmSync(folder, { recursive: true });
      console.log(told.join('; '));
    },
    3 * MANY_PATIENCE_MS,
  );
});
