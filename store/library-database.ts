import type { DBSchema, IDBPTransaction, StoreNames } from 'idb';
import type { PaperId } from '../core/paper';
import { wholeEntry, type BinnedEntry, type ReadingListEntry } from '../core/reading-list/entry';
import { lazyDatabase } from './database';
import type { Edited, LibraryStore } from './library-store';
import type { SyncStore } from './sync-store';
import { allOrNothing, unawaited } from './transaction';

const LIBRARY_DATABASE = 'paperkin-library';

interface LibrarySchema extends DBSchema {
  entries: { key: PaperId; value: ReadingListEntry; indexes: { addedAt: number } };
  bin: { key: PaperId; value: BinnedEntry; indexes: { removedAt: number } };
  sync: { key: string; value: unknown };
}

/**
 * The reading list on disk: nothing else has it, so it is never thrown away, and a write counts when it is flushed.
 * It stores facts only. Lookup keys are derived from them anew in each worker's life: rules of matching change from
 * version to version, and stored keys would quietly stop matching.
 */
export function openLibraryDatabase(): LibraryStore & { readonly sync: SyncStore; close(): Promise<void> } {
  const database = lazyDatabase<LibrarySchema>({
    name: LIBRARY_DATABASE,
    version: 3,
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
    all: () => database.run(async (db) => (await db.getAllFromIndex('entries', 'addedAt')).toReversed()),
    editAll: (edits) =>
      database.run((db) => {
        const transaction = db.transaction('entries', 'readwrite', { durability: 'strict' });
        return allOrNothing(transaction, async () => {
          const edited: Edited[] = [];
          for (const [id, change] of edits) {
            const before = (await transaction.store.get(id)) ?? null;
            const after = change(before);
            if (after && after !== before) unawaited(transaction.store.put(after));
            if (!after && before) unawaited(transaction.store.delete(id));
            edited.push({ before, after });
          }
          return edited;
        });
      }),
    sync: {
      get: (key) => database.run((db) => db.get('sync', key)),
      set: (key, value) => database.run(async (db) => void (await db.put('sync', value, key))),
    },
    close: database.close,
  };
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
