import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { CorpusStamp } from '../../store/corpus-store';
import { waitFor } from '../../tools/browsers/card-view';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { ExtensionPage } from '../browser/extension-page';
import { cardStatus, waitForGlyphs } from '../browser/page-parts';
import { endQuietly } from '../browser/quiet-end';
import { arxivListing } from '../fixtures/listing';

const FIRST = corpusPaper('2110.11309');
const SECOND = corpusPaper('2203.05482');
const URL = 'https://arxiv.org/list/cs.LG/recent';
let run: ChromiumRun;
let page: ChromiumPage;

beforeAll(async () => {
  run = await ChromiumRun.start({ isOwn: true });
  page = await openListing();
});
afterAll(() => endQuietly(run));

async function openListing(): Promise<ChromiumPage> {
  const listing = await run.open(URL, arxivListing([FIRST, SECOND]));
  await listing.waitForMarks();
  return listing;
}

async function openList(): Promise<Page> {
  const popup = await run.openPopup(page);
  await popup.getByRole('tab', { name: /Reading list/ }).click();
  return popup;
}

const rowOf = (popup: Page, title: string) => popup.locator('.pk-row', { hasText: title });

/** One use of an extension page, closed again: it must not keep a database open. */
async function onExtensionPage<T>(work: (extension: ExtensionPage) => Promise<T>): Promise<T> {
  const extension = await ExtensionPage.open(run);
  try {
    return await work(extension);
  } finally {
    await extension.close();
  }
}

const listNow = () => onExtensionPage((extension) => extension.call('list/all', {}));

describe('day to day', () => {
  it('saves by `s` on the page, with where it was found', async () => {
    await page.page.bringToFront();
    await page.hover('.list-title');
    await page.waitForCard('Save');
    await page.page.keyboard.press('s');
    await waitForGlyphs(page, ['to-read']);
    const [entry, ...others] = await listNow();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ paper: FIRST, status: 'to-read', sourceUrl: URL });
  });

  it('shows a status chosen in the card in the mark and in the popup', async () => {
    await page.page.bringToFront();
    await page.page.mouse.move(1, 1);
    await page.hover('.list-title');
    const card = await page.waitForCard('To read');
    // Into the card: the keys 1, 2 and 3 are those of what has the focus.
    await page.page.mouse.click(card.box.x + card.box.width / 2, card.box.y + card.box.height - 8);
    await page.page.keyboard.press('2');
    await waitForGlyphs(page, ['reading']);
    const popup = await openList();
    await rowOf(popup, FIRST.title)
      .getByRole('button', { name: /^Reading\. / })
      .waitFor();
    await popup.close();
  });

  it('shows a status chosen in the popup in the mark and in the card', async () => {
    const popup = await openList();
    await rowOf(popup, FIRST.title)
      .getByRole('button', { name: /^Reading\. / })
      .click();
    await rowOf(popup, FIRST.title)
      .getByRole('button', { name: /^Read\. / })
      .waitFor();
    await popup.close();
    await page.page.bringToFront();
    await waitForGlyphs(page, ['read']);
    await waitFor('the status in the card that stayed open', async () => (await cardStatus(page)) === 'read');
    await page.page.mouse.move(1, 1);
    await page.page.keyboard.press('Escape');
    await page.waitForNoCard();
    await page.hover('.list-title');
    await waitFor('the status in a new card', async () => (await cardStatus(page)) === 'read');
  });

  it('removes in the popup, and puts back exactly what was there', async () => {
    const before = await listNow();
    const popup = await openList();
    await popup.getByRole('button', { name: `Remove “${FIRST.title}”` }).click();
    await popup.getByText('Nothing saved yet').waitFor();
    expect(await listNow()).toEqual([]);
    await page.page.bringToFront();
    await waitForGlyphs(page, []);
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Undo' }).click();
    await rowOf(popup, FIRST.title).waitFor();
    expect(await listNow()).toEqual(before);
    await popup.close();
    await page.page.bringToFront();
    await waitForGlyphs(page, ['read']);
  });
});

const OPEN = `(name) => new Promise((resolve, reject) => {
  const request = indexedDB.open(name);
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
})`;

/** The corpus's stamp as it is on disk; null when the database is not there. */
function stampNow(extension: ExtensionPage): Promise<CorpusStamp | null> {
  return extension.page.evaluate<CorpusStamp | null>(`(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('paperkin-corpus')) return null;
    const db = await (${OPEN})('paperkin-corpus');
    const request = db.transaction('corpora').objectStore('corpora').get('bundled');
    await new Promise((resolve) => { request.onsuccess = resolve; });
    db.close();
    return request.result ?? null;
  })()`);
}

describe('come what may', () => {
  it('survives a corpus that was deleted, which is made again', async () => {
    const before = await listNow();
    expect(before).toHaveLength(1);
    const stamp = await onExtensionPage(stampNow);
    await run.stopWorker();
    await onExtensionPage(async (extension) => {
      await extension.page.evaluate(`new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('paperkin-corpus');
        request.onsuccess = resolve;
        request.onblocked = request.onerror = reject;
      })`);
      expect(await stampNow(extension)).toBeNull();
      const [hit] = await extension.call('search', { query: SECOND.title, limit: 5 });
      expect(hit?.paper.id).toBe(SECOND.id);
      expect(await extension.call('list/all', {})).toEqual(before);
      const rebuilt = await stampNow(extension);
      expect(rebuilt).toMatchObject({ version: stamp?.version, paperCount: stamp?.paperCount });
      expect(rebuilt?.importedAt).toBeGreaterThan(stamp?.importedAt ?? Infinity);
    });
  });

  it('survives a new version of the corpus, which takes the place of the old one', async () => {
    const before = await listNow();
    const stamp = await onExtensionPage(stampNow);
    await run.stopWorker();
    await onExtensionPage(async (extension) => {
      // As an older Paperkin left it: another version, a block of papers missing.
      await extension.page.evaluate(`(async () => {
        const db = await (${OPEN})('paperkin-corpus');
        const transaction = db.transaction(['corpora', 'files'], 'readwrite');
        const stamps = transaction.objectStore('corpora');
        stamps.get('bundled').onsuccess = ({ target: { result } }) => {
          stamps.put({ ...result, version: 'older' });
          transaction.objectStore('files').delete(['bundled', result.generation, 'papers/000000']);
        };
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onerror = reject;
        });
        db.close();
      })()`);
      expect(await stampNow(extension)).toMatchObject({ version: 'older' });
      const { paper } = await extension.call('paper/card', { ref: { paperId: SECOND.id } });
      expect(paper).toEqual(SECOND);
      expect(await stampNow(extension)).toMatchObject({ version: stamp?.version });
      expect(await extension.call('list/all', {})).toEqual(before);
    });
  });

  it('writes nothing to a corpus of its own version when the worker starts again', async () => {
    const stamp = await onExtensionPage(stampNow);
    await run.stopWorker();
    await onExtensionPage(async (extension) => {
      await extension.call('search', { query: SECOND.title, limit: 5 });
      expect(await stampNow(extension)).toEqual(stamp);
    });
  });

  it('survives a browser that is closed and started again', async () => {
    const before = await listNow();
    await run.restart();
    expect(await listNow()).toEqual(before);
    page = await openListing();
    await waitForGlyphs(page, ['read']);
  });

  it('survives a browser that dies right after it said that a paper was saved', async () => {
    const before = await listNow();
    const extension = await ExtensionPage.open(run);
    const saved = await extension.call('list/save', { ref: { paperId: SECOND.id }, sourceUrl: null });
    await run.kill();
    expect(await listNow()).toEqual([saved, ...before]);
    page = await openListing();
    await waitForGlyphs(page, ['read', 'to-read']);
  });
});
