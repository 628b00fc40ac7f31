import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { PaperId } from '../core/paper';
import { withBinned } from '../core/reading-list/bin';
import { wholeBinned, wholeEntry, type BinnedEntry, type ReadingListEntry } from '../core/reading-list/entry';
import { lazyDatabase } from './database';
import type { BinChange, Edit, Edited, LibraryStore } from './library-store';
import type { SyncStore } from './sync-store';
import { allOrNothing, unawaited } from './transaction';

export const LIBRARY_DATABASE = 'paperkin-library';
/** Of its structure and of its records. Each has a kept profile in `tests/fixtures/kept-profiles`. */
export const LIBRARY_VERSION = 3;

interface LibrarySchema extends DBSchema {
  entries: { key: PaperId; value: ReadingListEntry; indexes: { addedAt: number } };
  bin: { key: PaperId; value: BinnedEntry; indexes: { removedAt: number } };
  sync: { key: string; value: unknown };
}

/**
 * The reading list on disk: nothing else has it, so it is never thrown away, and a write counts when it is flushed.
 * It stores facts only. Lookup keys are derived from them anew in each worker's life: rules of matching change from
 * version to version, and stored keys would quietly stop matching. `now` says when something is put in the bin.
 */
export function openLibraryDatabase(
  now: () => number = Date.now,
): LibraryStore & { readonly sync: SyncStore; close(): Promise<void> } {
  const database = lazyDatabase<LibrarySchema>({
    name: LIBRARY_DATABASE,
    version: LIBRARY_VERSION,
    stores: ['entries', 'bin', 'sync'],
    disposable: false,
    upgrade(db, oldVersion, transaction) {
      if (oldVersion < 1)
        db.createObjectStore('entries', { keyPath: 'paper.id' }).createIndex('addedAt', 'addedAt');
      if (oldVersion < 3) {
        db.createObjectStore('bin', { keyPath: 'entry.paper.id' }).createIndex('removedAt', 'removedAt');
        db.createObjectStore('sync');
      }
      if (oldVersion === 1) unawaited(addAnnotations(transaction));
    },
  });
  return {
    all: () =>
      database.run(async (db) =>
        (await db.getAllFromIndex('entries', 'addedAt')).map(wholeEntry).toReversed(),
      ),
    editAll: (edits, isBinned = true) => database.run((db) => editIn(db, edits, isBinned ? now : null)),
    changeBin: (change) => database.run((db) => changeBinIn(db, change)),
    sync: {
      get: (key) => database.run((db) => db.get('sync', key)),
      set: (key, value) => database.run(async (db) => void (await db.put('sync', value, key))),
    },
    close: database.close,
  };
}

/** `now` for what goes to the bin; null where nothing does. */
function editIn(
  db: IDBPDatabase<LibrarySchema>,
  edits: ReadonlyMap<PaperId, Edit>,
  now: (() => number) | null,
): Promise<readonly Edited[]> {
  const transaction = db.transaction(['entries', 'bin'], 'readwrite', { durability: 'strict' });
  const [entries, bin] = [transaction.objectStore('entries'), transaction.objectStore('bin')];
  return allOrNothing(transaction, async () => {
    const ids = [...edits.keys()];
    // All asked for at once: one after another, a list of 10,000 papers takes twice as long to come in.
    const stored = await Promise.all(ids.map((id) => entries.get(id)));
    const asked = [...edits.values()].map((change, at): Edited => {
      const before = stored[at] ? wholeEntry(stored[at]) : null;
      return { before, after: change(before) };
    });
    const binned = await Promise.all(
      ids.map((id, at) => (asked[at]?.after && !asked[at].before ? bin.get(id) : undefined)),
    );
    const edited = asked.map(({ before, after }, at): Edited => {
      const old = binned[at];
      return { before, after: after && old ? withBinned(after, wholeBinned(old).entry) : after };
    });
    for (const [at, { before, after }] of edited.entries()) {
      const id = ids[at] ?? '';
      if (binned[at]) unawaited(bin.delete(id));
      if (after && after !== before) unawaited(entries.put(after));
      if (!after && before) {
        if (now) unawaited(bin.put({ entry: before, removedAt: now() }));
        unawaited(entries.delete(id));
      }
    }
    return edited;
  });
}

function changeBinIn(db: IDBPDatabase<LibrarySchema>, change: BinChange): Promise<readonly BinnedEntry[]> {
  const transaction = db.transaction('bin', 'readwrite', { durability: 'strict' });
  const { store } = transaction;
  return allOrNothing(transaction, async () => {
    const before = (await store.getAll()).map(wholeBinned);
    const after = change(before);
    const kept = new Set(after.map(({ entry }) => entry.paper.id));
    const asTheyWere = new Set(before);
    for (const { entry } of before) if (!kept.has(entry.paper.id)) unawaited(store.delete(entry.paper.id));
    for (const each of after) if (!asTheyWere.has(each)) unawaited(store.put(each));
    return after;
  });
}

/** Version 2: what the reader adds to a paper. A request that fails undoes the whole upgrade. */
async function addAnnotations(
  transaction: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): Promise<void> {
  const entries = transaction.objectStore('entries');
  for (let cursor = await entries.openCursor(); cursor; cursor = await cursor.continue()) {
    unawaited(cursor.update(wholeEntry(cursor.value)));
  }
}
