import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openDB } from 'idb';
import { freshEntry, type ReadingListEntry } from '../core/reading-list/entry';
import { samplePaper } from '../tests/samples/papers';
import { sampleSession } from '../tests/samples/worker';
import { openLibraryDatabase } from './library-database';
import { editOne, type BinChange } from './library-store';
import { openSessionLibrary } from './session-library';

const entry = (arxiv: string, addedAt: number): ReadingListEntry =>
  freshEntry(samplePaper({ arxiv }), addedAt, null);

const asItIs: BinChange = (all) => all;

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

describe.each([
  ['database', () => openLibraryDatabase],
  [
    'session',
    () => {
      const port = sampleSession();
      return () => openSessionLibrary(port);
    },
  ],
])('the library in the %s', (_where, world) => {
  it('keeps entries over the death of a worker, last added first', async () => {
    const open = world();
    const library = open();
    for (const added of [entry('1', 10), entry('2', 30), entry('3', 20)]) {
      expect(await editOne(library, added.paper.id, () => added)).toEqual({ before: null, after: added });
    }
    expect(await open().all()).toEqual([entry('2', 30), entry('3', 20), entry('1', 10)]);
  });

  it('changes, leaves and takes away', async () => {
    const library = world()();
    await editOne(library, 'arxiv:1', () => entry('1', 10));
    const read = await editOne(library, 'arxiv:1', (current) => current && { ...current, status: 'read' });
    expect(read.after?.status).toBe('read');
    expect(await editOne(library, 'arxiv:1', (current) => current)).toEqual({
      before: read.after,
      after: read.after,
    });
    expect(await editOne(library, 'arxiv:1', () => null)).toEqual({ before: read.after, after: null });
    expect(await library.all()).toEqual([]);
    expect(await editOne(library, 'arxiv:1', () => null)).toEqual({ before: null, after: null });
  });

  it('edits several at once and answers in their order', async () => {
    const library = world()();
    const ids = ['3', '1', '2'];
    const put = new Map(ids.map((id) => [`arxiv:${id}`, () => entry(id, Number(id))]));
    expect((await library.editAll(put)).map(({ after }) => after?.addedAt)).toEqual([3, 1, 2]);
    const drop = await library.editAll(
      new Map([
        ['arxiv:2', () => null],
        ['arxiv:9', () => null],
      ]),
    );
    expect(drop).toEqual([
      { before: entry('2', 2), after: null },
      { before: null, after: null },
    ]);
    expect(await library.all()).toEqual([entry('3', 3), entry('1', 1)]);
  });
});

describe('the library database', () => {
  it('opens what version 1 wrote, with everything in it', async () => {
    const old = await openDB('paperkin-library', 1, {
      upgrade: (db) =>
        void db.createObjectStore('entries', { keyPath: 'paper.id' }).createIndex('addedAt', 'addedAt'),
    });
    for (const [at, arxiv] of ['1', '2', '3'].entries()) {
      const { paper, addedAt, statusAt, sourceUrl } = entry(arxiv, at);
      await old.put('entries', { paper, status: 'reading', addedAt, statusAt, sourceUrl });
    }
    old.close();
    const library = openLibraryDatabase();
    const expected = ['3', '2', '1'].map((arxiv, at) =>
      Object.assign(entry(arxiv, 2 - at), { status: 'reading' }),
    );
    expect(await library.all()).toEqual(expected);
    await library.close();
    const raw = await openDB<{ entries: { key: string; value: ReadingListEntry } }>('paperkin-library');
    expect([raw.version, await raw.get('entries', 'arxiv:1')]).toEqual([3, expected[2]]);
  });

  it('leaves what a newer version wrote alone, and says so', async () => {
    const newer = await openDB('paperkin-library', 9, {
      upgrade: (db) => void db.createObjectStore('entries', { keyPath: 'paper.id' }),
    });
    await newer.put('entries', { ...entry('1', 1), mood: 'curious' });
    newer.close();
    const refusal = { kind: 'newer', message: expect.stringContaining('newer Paperkin') };
    await expect(openLibraryDatabase().all()).rejects.toMatchObject(refusal);
    const again = await openDB('paperkin-library');
    expect(await again.getAll('entries')).toEqual([{ ...entry('1', 1), mood: 'curious' }]);
  });

  it('keeps all of several edits or none', async () => {
    const library = openLibraryDatabase();
    await editOne(library, 'arxiv:1', () => entry('1', 10));
    const broken = new Map([
      ['arxiv:1', () => null],
      [
        'arxiv:2',
        () => {
          throw new RangeError('a bug');
        },
      ],
    ]);
    await expect(library.editAll(broken)).rejects.toBeInstanceOf(RangeError);
    expect(await library.all()).toEqual([entry('1', 10)]);
  });

  it('loses nothing when two edits of one entry cross', async () => {
    const [one, two] = [openLibraryDatabase(), openLibraryDatabase()];
    const save = (library: typeof one, addedAt: number) =>
      editOne(library, 'arxiv:1', (current) => current ?? entry('1', addedAt));
    const [first, second] = await Promise.all([save(one, 10), save(two, 20)]);
    expect(first.after).toEqual(second.after);
  });

  it('puts what is taken off the list in the bin by the same step, with all it had', async () => {
    const library = openLibraryDatabase(() => 99);
    const noted = { ...entry('1', 10), note: 'Kites.', tags: ['sea'] };
    await editOne(library, 'arxiv:1', () => noted);
    await editOne(library, 'arxiv:1', () => null);
    expect(await library.changeBin(asItIs)).toEqual([{ entry: noted, removedAt: 99 }]);
    const broken = new Map([
      ['arxiv:1', () => entry('1', 20)],
      [
        'arxiv:2',
        () => {
          throw new RangeError('a bug');
        },
      ],
    ]);
    await expect(library.editAll(broken)).rejects.toBeInstanceOf(RangeError);
    expect(await library.changeBin(asItIs)).toHaveLength(1);
  });

  it('gives what comes onto the list again all that it had in the bin, and puts back exactly what was', async () => {
    const library = openLibraryDatabase();
    const noted = { ...entry('1', 10), note: 'Kites.', tags: ['sea'], starred: true };
    for (const edit of [() => noted, () => null]) await editOne(library, 'arxiv:1', edit);
    expect((await editOne(library, 'arxiv:1', () => noted)).after).toEqual(noted);
    expect(await library.changeBin(asItIs)).toEqual([]);
    await editOne(library, 'arxiv:1', () => null);
    const again = await editOne(library, 'arxiv:1', () => entry('1', 20));
    expect(again.after).toEqual({ ...noted, addedAt: 20, statusAt: 20 });
    expect([await library.all(), await library.changeBin(asItIs)]).toEqual([[again.after], []]);
  });

  it('changes of the bin what differs', async () => {
    const library = openLibraryDatabase(() => 5);
    for (const arxiv of ['1', '2', '3']) {
      for (const edit of [() => entry(arxiv, 1), () => null]) await editOne(library, `arxiv:${arxiv}`, edit);
    }
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    await library.changeBin(([first, second]) =>
      first && second ? [first, { ...second, dueSince: 7 }] : [],
    );
    expect(puts).toHaveBeenCalledTimes(1);
    expect(await library.changeBin(asItIs)).toEqual([
      { entry: entry('1', 1), removedAt: 5 },
      { entry: entry('2', 1), removedAt: 5, dueSince: 7 },
    ]);
  });

  it('asks for writes that are flushed to disk', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await editOne(openLibraryDatabase(), 'arxiv:1', () => entry('1', 10));
    expect(transaction).toHaveBeenCalledWith(['entries', 'bin'], 'readwrite', { durability: 'strict' });
  });
});

describe('the session library', () => {
  it('reports a port that fails as trouble with storage', async () => {
    const broken = openSessionLibrary({
      get: async () => undefined,
      set: async () => {
        throw new Error('quota exceeded');
      },
    });
    await expect(editOne(broken, 'arxiv:1', () => entry('1', 1))).rejects.toMatchObject({
      name: 'StorageError',
      message: expect.stringContaining('quota exceeded'),
    });
  });
});
