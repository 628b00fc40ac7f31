import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RepairState } from '../../core/corpus/repair-notes';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import { ExtensionPage } from '../browser/extension-page';
import { knownPaper } from '../browser/known-papers';
import { LibraryPage } from '../browser/library-page';
import { endQuietly } from '../browser/quiet-end';
import { FILES_OF_IMPORTS, flipByte } from '../browser/stored-files';
import { snapshotLines, snapshotTitle } from '../samples/import-files';

const REPAIR_MS = 30_000;
const mention = { title: null, arxiv: null, doi: null, abstract: null, authors: [], year: null };
const titled = (title: string) => ({ ...mention, title, venue: null, url: null, pdf: null });
/** One known by its key, one that only the index of titles knows. */
const MENTIONS = [
  titled(snapshotTitle(7)),
  titled(snapshotTitle(12).replace('patient instruments', 'patient instrumets')),
];

let run: ChromiumRun;
let extension: ExtensionPage;
let whole: string;

beforeAll(async () => {
  run = await ChromiumRun.start({ isOwn: true });
  const library = await LibraryPage.open(run);
  await library.importFile('field.json', snapshotLines(300));
  await library.panel.getByText('“field” is in').waitFor();
  await library.close();
  extension = await ExtensionPage.open(run);
  whole = await files();
});
afterAll(() => endQuietly(run));

const files = () => extension.page.evaluate<string>(FILES_OF_IMPORTS);

/** Asks everything that reads an index, of a worker that has just started. */
async function askAnew(): Promise<{ readonly known: number; readonly hits: number }> {
  await run.stopWorker();
  const known = await extension.call('page/resolve', { mentions: MENTIONS });
  const hits = await extension.call('search', { query: 'tidal harbour', limit: 5 });
  return { known: known.filter(Boolean).length, hits: hits.length };
}

async function waitForState(state: RepairState): Promise<void> {
  const stateNow = async () => (await extension.call('health', {})).repairs.at(-1)?.state;
  await waitFor(`a corpus that is ${state}`, async () => (await stateNow()) === state, REPAIR_MS);
}

/** The files first: the state before the damage is the one after it. */
async function waitForWhole(): Promise<void> {
  await waitFor('the same files as before', async () => (await files()) === whole, REPAIR_MS);
  await waitForState('repaired');
}

async function waitForNoDocument(): Promise<void> {
  const count = () =>
    extension.page.evaluate<number>(
      `chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] }).then(({ length }) => length)`,
    );
  await waitFor('the end of the repair document', async () => (await count()) === 0, REPAIR_MS);
}

describe('an imported corpus', () => {
  it.each(['keys/000', 'terms/shards/000000', 'titles/keys/0000'])(
    'of which %s is damaged answers without it and has the same files again soon after',
    async (file) => {
      expect(await askAnew()).toEqual({ known: 2, hits: 5 });
      expect(await extension.page.evaluate(flipByte(file))).toBe(1);
      const poorer = await askAnew();
      expect(poorer.known + poorer.hits).toBeLessThan(7);
      await waitForWhole();
      await waitForNoDocument();
      expect(await askAnew()).toEqual({ known: 2, hits: 5 });
    },
  );

  it('says on the page of corpora that it was repaired', async () => {
    const library = await LibraryPage.open(run);
    await library.corpus('field.json').getByText('An index was damaged and has been made anew').waitFor();
    await library.close();
  });

  it('waits for an import with its repair, and is repaired after a restart in the middle', async () => {
    await extension.page.evaluate(flipByte('terms/about'));
    const lock = `new Promise((held) => void navigator.locks.request('paperkin-import', () => (held(), new Promise(() => {}))))`;
    await extension.page.evaluate(lock);
    await askAnew();
    await waitForState('waiting');
    await run.kill();
    extension = await ExtensionPage.open(run);
    await waitForWhole();
    await waitForNoDocument();
  });

  it('whose papers are damaged says so, and what helps', async () => {
    await extension.page.evaluate(flipByte('papers/000000'));
    await askAnew();
    await waitForState('lost');
    const about = await run.open('https://example.org/repair', '<!doctype html><p>Nothing</p>');
    const popup = await run.openPopup(about);
    await popup
      .getByText('Papers of “field” are damaged. Import its file again to have them back.')
      .waitFor();
    await popup.close();
  });
});

describe('the bundled corpus', () => {
  it.each(['keys/about', 'papers/000000', 'manifest'])(
    'of which %s is damaged is installed again',
    async (file) => {
      const known = async () => extension.call('page/resolve', { mentions: [titled(knownPaper(0).title)] });
      await run.stopWorker();
      expect(await known()).not.toEqual([null]);
      await extension.page.evaluate(flipByte(file, true));
      await run.stopWorker();
      expect(await known()).toEqual([null]);
      await waitFor('the paper', async () => (await known())[0] !== null, REPAIR_MS);
    },
  );
});
