import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { wholeBinned, wholeEntry, type BinnedEntry, type StoredEntry } from '../../core/reading-list/entry';
import { LIBRARY_DATABASE, LIBRARY_VERSION } from '../../store/library-database';
import { sampleMention } from '../../tests/samples/papers';
import { sampleSession, startWorker } from '../../tests/samples/worker';
import { keptProfiles, putProfile, takeProfile, type KeptProfile } from './kept-profile';
import { presentProfile } from './present-layout';
import { DEEDS } from './reader';

const start = () => startWorker(sampleSession());
const valuesOf = ({ stores }: KeptProfile, name: string): readonly unknown[] =>
  stores.find((store) => store.name === name)?.records.map(({ value }) => value) ?? [];
const entriesOf = (profile: KeptProfile) =>
  (valuesOf(profile, 'entries') as readonly StoredEntry[])
    .map(wholeEntry)
    .toSorted((a, b) => b.addedAt - a.addedAt);
const binOf = (profile: KeptProfile) => (valuesOf(profile, 'bin') as readonly BinnedEntry[]).map(wholeBinned);

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

describe('the kept profiles', () => {
  it('are one at least of every version there was, and of what the running code keeps', async () => {
    const versions = new Set(keptProfiles().map(([, { version }]) => version));
    expect([...versions].toSorted()).toEqual(Array.from({ length: LIBRARY_VERSION }, (_, at) => at + 1));
    // Where this fails the layout has changed: give it a number (or rename the profile to `library-N-before-WHAT.json`), a migration,
    // and a profile by `npm run keep-profiles`.
    const present = keptProfiles().find(([name]) => name === `library-${LIBRARY_VERSION}.json`);
    expect(await presentProfile()).toEqual(present?.[1]);
  });
});

describe.each(keptProfiles())('%s', (_name, profile) => {
  it('opens with every entry, tag, note, version and removal', async () => {
    await putProfile(profile);
    const engine = start();
    const entries = await engine['list/all']({});
    expect(entries.map(({ paper }) => paper.title)).toEqual(
      DEEDS.map(({ paper }) => paper.title).toReversed(),
    );
    expect(entries).toEqual(entriesOf(profile));
    expect(await engine['bin/all']({})).toEqual(binOf(profile));
    expect(await engine.health({})).toMatchObject({ library: 'database', isNewer: false });
    const after = await takeProfile(LIBRARY_DATABASE);
    expect(after.version).toBe(LIBRARY_VERSION);
    expect(valuesOf(after, 'sync')).toEqual(valuesOf(profile, 'sync'));
  });

  it('can be edited, taken from and put back to, and keeps that', async () => {
    await putProfile(profile);
    const engine = start();
    const [last, ...others] = entriesOf(profile);
    if (!last) throw new Error('an empty profile');
    const paperIds = [last.paper.id];
    await engine['list/edit']({
      edits: [{ paperIds, change: { tags: ['new'], note: 'After the upgrade.' } }],
    });
    const removed = await engine['list/remove']({ paperIds: others.map(({ paper }) => paper.id) });
    expect(removed).toHaveLength(others.length);
    await engine['list/restore']({ entries: removed });
    const edited = { ...last, tags: ['new'], note: 'After the upgrade.' };
    expect(await start()['list/all']({})).toEqual([edited, ...others]);
    const [known] = await engine['page/resolve']({ mentions: [sampleMention({ arxiv: last.paper.arxiv })] });
    expect(known?.status).toBe(last.status);
  });
});

describe('a profile of a newer Paperkin', () => {
  it('is left as it is: it is said, and what is saved meanwhile lies beside it', async () => {
    const newer = { ...(await presentProfile()), version: LIBRARY_VERSION + 1 };
    vi.stubGlobal('indexedDB', new IDBFactory());
    await putProfile(newer);
    const engine = start();
    expect(await engine['list/all']({})).toEqual([]);
    const ref = { mention: sampleMention({ arxiv: DEEDS[0].paper.arxiv }) };
    await engine['list/save']({ ref, sourceUrl: null });
    await engine['list/edit']({ edits: [{ paperIds: [DEEDS[0].paper.id], change: { note: 'Meanwhile.' } }] });
    await expect(engine['bin/empty']({ paperIds: null })).rejects.toMatchObject({ code: 'storage' });
    expect(await engine.health({})).toMatchObject({ library: 'session', isNewer: true });
    expect(await takeProfile(LIBRARY_DATABASE)).toEqual(newer);
  });
});
