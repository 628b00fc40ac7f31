import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../core/paper';
import { builtExtension } from '../browser/built-extension';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { ListPage } from '../browser/list-page';
import { endQuietly } from '../browser/quiet-end';

const [FIRST, SECOND] = ['2110.11309', '2103.00020'].map(corpusPaper) as [Paper, Paper];
const PATIENCE = { timeout: 20_000 };

let run: ChromiumRun;
let list: ListPage;
let page: Page;

const listed = () => list.listed();
const entryOf = (id: string) => list.entryOf(id);
const save = (id: string) => list.save(id);
const undo = () => list.undo();
const preview = () => list.preview();
/** What a browser hands a page at the end of a drag. */
async function drop(data: Readonly<Record<string, string>>, file: string | null = null): Promise<void> {
  await page.locator('.pk-list-room').evaluate(
    (target, [texts, name]) => {
      const transfer = new DataTransfer();
      for (const [type, text] of Object.entries(texts)) transfer.setData(type, text);
      if (name !== null) transfer.items.add(new File(['TY  - JOUR\nTI  - Dropped gulls\nER  -\n'], name));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer });
      target.dispatchEvent(event);
    },
    [data, file] as const,
  );
}

beforeAll(async () => {
  run = await ChromiumRun.start();
  list = await ListPage.open(run);
  ({ page } = list);
});
beforeEach(() => list.startAnew());
afterAll(() => endQuietly(run));

describe('the field for papers', () => {
  const field = () => page.getByRole('textbox', { name: 'Add papers' });
  const form = () => page.getByRole('form', { name: 'Add papers' });
  const look = async (text: string) => {
    await field().fill(text);
    await page.keyboard.press('Enter');
  };

  it('says what it understood, and saves a known paper with tags and a note', async () => {
    await look(`https://arxiv.org/pdf/${FIRST.arxiv}v2`);
    await form().getByText(FIRST.title).waitFor();
    await form().getByText(`arXiv id ${FIRST.arxiv}`).waitFor();
    expect(await listed()).toEqual([]);
    await form().getByLabel('Tags, between commas').fill('a, b');
    await form().getByLabel('Note').fill('Look at table 4.');
    await page.keyboard.press('Enter');
    await page.getByText('Saved: 1').waitFor();
    expect(await entryOf(FIRST.id)).toMatchObject({
      tags: ['a', 'b'],
      note: 'Look at table 4.',
      status: 'to-read',
    });
    expect((await entryOf(FIRST.id))?.paper.abstract).toBe(FIRST.abstract);
    await undo();
    await expect.poll(listed, PATIENCE).toEqual([]);
  });

  it('saves what nobody knows as what it is, and says so', async () => {
    await look('10.1234/unheard.of');
    await form().getByText('No corpus knows it').waitFor();
    await form()
      .getByLabel(/^Title/)
      .fill('Unheard of gulls');
    await form().getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: 1').waitFor();
    expect(await entryOf('doi:10.1234/unheard.of')).toMatchObject({
      paper: { title: 'Unheard of gulls', doi: '10.1234/unheard.of' },
    });
    await look('https://openreview.net/forum?id=aBcDe');
    await form().getByText('its address gives no title').waitFor();
    expect(await form().getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  });

  it('offers known papers for a title that is not quite one', async () => {
    const words = FIRST.title.split(' ').slice(0, 3).join(' ');
    await look(words);
    await page.getByRole('region', { name: 'Known papers that you may mean' }).getByText(FIRST.title).click();
    await form().getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: 1').waitFor();
    expect(await entryOf(FIRST.id)).toBeDefined();
  });

  it('shows records that are pasted as a file', async () => {
    await look(
      '@article{a, title = {Pasted gulls}, year = 2020}\n@article{b, title = {Pasted terns}, year = 2020}',
    );
    await preview().getByText('New: 2').waitFor();
    await preview().getByRole('button', { name: 'Import 2 papers' }).click();
    await page.getByText('is in. Papers: 2').waitFor();
    expect(await listed()).toHaveLength(2);
  });
});

describe('what is dropped on the list', () => {
  const form = () => page.getByRole('form', { name: 'Add papers' });

  it('may be links, several at once', async () => {
    await save(SECOND.id);
    await drop({
      'text/uri-list': `https://arxiv.org/abs/${FIRST.arxiv}`,
      'text/html': `<meta charset="utf-8"><a href="https://arxiv.org/abs/${FIRST.arxiv}">x</a> and
        <a href="https://arxiv.org/abs/${SECOND.arxiv}">y</a> <a href="javascript:alert(1)">z</a>
        <a href="https://openreview.net/forum?id=aBcDe">Gulls of the open sea</a>`,
    });
    await form().getByText(FIRST.title).waitFor();
    await form()
      .getByText(/on your list/)
      .waitFor();
    await form().getByRole('button', { name: 'Save 3 papers' }).click();
    await page.getByText('Saved: 2').waitFor();
    await page.getByText('On your list already: 1').waitFor();
    expect((await listed()).map(({ paper }) => paper.title)).toContain('Gulls of the open sea');
  });

  it('may be a file', async () => {
    await drop({}, 'one.ris');
    await preview().getByText('RIS. Papers: 1').waitFor();
  });
});

describe('opening the PDF of a paper to read', () => {
  it('starts reading it, which can be undone, unless the reader wishes otherwise', async () => {
    await save(FIRST.id);
    await list.reload();
    const open = async () => {
      await page.locator('.pk-entry-title').first().click();
      const link = page.getByRole('article').getByRole('link', { name: 'PDF' });
      // Not followed, nor pressed: the test has no network, and Chromium connects to where a link leads when it is pressed.
      await page.evaluate(() =>
        document.addEventListener('click', (event) => event.preventDefault(), { capture: true, once: true }),
      );
      await link.dispatchEvent('click');
    };
    await open();
    await expect.poll(async () => (await entryOf(FIRST.id))?.status, PATIENCE).toBe('reading');
    expect((await entryOf(FIRST.id))?.openedAt).not.toBeNull();
    await undo();
    await expect.poll(async () => (await entryOf(FIRST.id))?.status, PATIENCE).toBe('to-read');
    await list.extension.page.evaluate(`chrome.storage.local.set({ settings: { readingOnOpen: false } })`);
    await list.reload();
    await open();
    await expect.poll(async () => (await entryOf(FIRST.id))?.openedAt, PATIENCE).not.toBeNull();
    expect((await entryOf(FIRST.id))?.status).toBe('to-read');
  });
});

describe('the tabs of the window', () => {
  it('that name a paper are shown and saved', async () => {
    // The browser's question has no driver. An extension that holds the right already is not asked.
    const folder = mkdtempSync(join(tmpdir(), 'paperkin-tabs-'));
    cpSync(builtExtension('chrome'), folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
      permissions: string[];
      optional_permissions?: string[];
    };
    expect(manifest.optional_permissions).toEqual(['tabs']);
    expect(manifest.permissions).not.toContain('tabs');
    writeFileSync(
      path,
      JSON.stringify({
        ...manifest,
        permissions: [...manifest.permissions, 'tabs'],
        optional_permissions: [],
      }),
    );
    const other = await ChromiumRun.start({ extension: folder });
    try {
      const html = '<!doctype html><title>Nothing</title><p>Nothing';
      await other.open(`https://arxiv.org/abs/${FIRST.arxiv}`, html);
      await other.open('https://elsewhere.example/', html);
      const { page: own } = await ListPage.open(other);
      await own.getByRole('button', { name: 'Save open tabs…' }).click();
      await own.getByRole('form', { name: 'Add papers' }).getByText(FIRST.title).waitFor();
      await own.getByRole('button', { name: 'Save', exact: true }).click();
      await own.getByText('Saved: 1').waitFor();
      await own.locator('.pk-entry').filter({ hasText: FIRST.title }).waitFor();
    } finally {
      await endQuietly(other);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
