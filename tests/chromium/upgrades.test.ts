import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeEntry, type StoredEntry } from '../../core/reading-list/entry';
import { LIBRARY_DATABASE, LIBRARY_VERSION } from '../../store/library-database';
import {
  keptProfiles,
  putProfile,
  takeProfile,
  type KeptProfile,
} from '../../tools/kept-profiles/kept-profile';
import { ChromiumRun } from '../browser/chromium';
import { closeClean } from '../browser/close-clean';
import { ExtensionPage } from '../browser/extension-page';
import en from '../../locales/en.json';

let run: ChromiumRun;
let own: ExtensionPage;

beforeAll(async () => {
  run = await ChromiumRun.start();
  own = await ExtensionPage.open(run);
});
afterAll(() => closeClean(run));

/** Puts databases in the place of those of the profile while no worker is there that would hold them open. */
async function startOn(...profiles: readonly KeptProfile[]): Promise<void> {
  await run.stopWorker();
  for (const profile of profiles) {
    await own.page.evaluate(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase(name);
          deleting.addEventListener('success', () => resolve());
          deleting.addEventListener('error', () => reject(deleting.error ?? new Error('not deleted')));
        }),
      profile.database,
    );
    await own.page.evaluate(putProfile, profile);
  }
}

const taken = (database: string): Promise<KeptProfile> => own.page.evaluate(takeProfile, database);

describe.each(keptProfiles())('%s', (_name, profile) => {
  it('opens with everything in it, can be edited, and is there after a restart of the worker', async () => {
    await startOn(profile);
    const stored = profile.stores.find(({ name }) => name === 'entries')?.records ?? [];
    const expected = stored
      .map(({ value }) => wholeEntry(value as StoredEntry))
      .toSorted((a, b) => b.addedAt - a.addedAt);
    expect(await own.call('list/all', {})).toEqual(expected);
    const bin = profile.stores.find(({ name }) => name === 'bin')?.records ?? [];
    expect(await own.call('bin/all', {})).toHaveLength(bin.length);
    const paperIds = expected.slice(0, 1).map(({ paper }) => paper.id);
    await own.call('list/edit', { edits: [{ paperIds, change: { note: 'After the upgrade.' } }] });
    await run.stopWorker();
    expect((await own.call('list/all', {}))[0]?.note).toBe('After the upgrade.');
    expect((await taken(LIBRARY_DATABASE)).version).toBe(LIBRARY_VERSION);
  });
});

describe('a profile that a newer Paperkin used', () => {
  it('is left as it is; popup and library say so', async () => {
    const [, present] = keptProfiles().at(-1) ?? [];
    if (!present) throw new Error('no profile is kept');
    const list = { ...present, version: LIBRARY_VERSION + 1 };
    const future = { name: 'future', keyPath: 'id', indexes: [], records: [{ value: { id: 'imported' } }] };
    const corpora = { database: 'paperkin-corpus', version: 99, stores: [future] };
    await startOn(list, corpora);
    const page = await run.open('https://example.org/newer', '<!doctype html><p>Nothing</p>');
    const popup = await run.openPopup(page);
    await popup.getByText(en.health_newer_list).waitFor();
    await popup.close();
    const library = await run.context.newPage();
    await library.goto(`${run.extensionOrigin}/library.html`);
    await library.getByText(en.health_newer_list).waitFor();
    await library.close();
    expect(await own.call('health', {})).toMatchObject({ corpus: 'memory', paperCount: 71, isNewer: true });
    expect(await own.call('list/all', {})).toEqual([]);
    await run.stopWorker();
    expect(await taken(LIBRARY_DATABASE)).toEqual(list);
    expect(await taken('paperkin-corpus')).toEqual(corpora);
  });

  it('has all of it again with the newer one', async () => {
    const again = await taken(LIBRARY_DATABASE);
    await startOn({ ...again, version: LIBRARY_VERSION });
    expect(await own.call('list/all', {})).toHaveLength(3);
    expect(await own.call('health', {})).toMatchObject({ library: 'database' });
  });
});
