import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReadingListEntry } from '../core/reading-list/entry';
import { samplePaper } from '../tests/samples/papers';
import { sampleSession } from '../tests/samples/worker';
import { openLibraryDatabase } from './library-database';
import { openSessionLibrary } from './session-library';

const entry = (arxiv: string, addedAt: number): ReadingListEntry => ({
  paper: samplePaper({ arxiv }),
  status: 'to-read',
  addedAt,
  statusAt: addedAt,
  sourceUrl: null,
});

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
      expect(await library.edit(added.paper.id, () => added)).toEqual({ before: null, after: added });
    }
    expect(await open().all()).toEqual([entry('2', 30), entry('3', 20), entry('1', 10)]);
  });

  it('changes, leaves and takes away', async () => {
    const library = world()();
    await library.edit('arxiv:1', () => entry('1', 10));
    const read = await library.edit('arxiv:1', (current) => current && { ...current, status: 'read' });
    expect(read.after?.status).toBe('read');
    expect(await library.edit('arxiv:1', (current) => current)).toEqual({
      before: read.after,
      after: read.after,
    });
    expect(await library.edit('arxiv:1', () => null)).toEqual({ before: read.after, after: null });
    expect(await library.all()).toEqual([]);
    expect(await library.edit('arxiv:1', () => null)).toEqual({ before: null, after: null });
  });
});

describe('the library database', () => {
  it('loses nothing when two edits of one entry cross', async () => {
    const [one, two] = [openLibraryDatabase(), openLibraryDatabase()];
    const save = (library: typeof one, addedAt: number) =>
      library.edit('arxiv:1', (current) => current ?? entry('1', addedAt));
    const [first, second] = await Promise.all([save(one, 10), save(two, 20)]);
    expect(first.after).toEqual(second.after);
  });

  it('asks for writes that are flushed to disk', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await openLibraryDatabase().edit('arxiv:1', () => entry('1', 10));
    expect(transaction).toHaveBeenCalledWith('entries', 'readwrite', { durability: 'strict' });
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
    await expect(broken.edit('arxiv:1', () => entry('1', 1))).rejects.toMatchObject({
      name: 'StorageError',
      message: expect.stringContaining('quota exceeded'),
    });
  });
});
