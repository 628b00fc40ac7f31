import type { CorpusFolder } from '../core/corpus/corpus-files';
import {
  corpusFolder,
  filesOfCorpus,
  filesOfGeneration,
  type CorpusBuild,
  type CorpusSchema,
} from './corpus-folder';
import type { CorpusStamp } from './corpus-store';
import type { Database } from './database';
import { allOrNothing, unawaited } from './transaction';

type StampChange = Partial<Pick<CorpusStamp, 'name' | 'enabled'>>;

/** What importing and managing corpora needs; readers use `CorpusStore`. */
export interface CorpusShelf {
  /**
   * The import to go on with: the one of this source that was interrupted, else a new one under an empty generation. An
   * interrupted import of another source into the same corpus is given up.
   */
  begin(import_: Omit<CorpusBuild, 'generation'>): Promise<CorpusBuild>;
  /** The imports that are under way or were interrupted. */
  builds(): Promise<readonly CorpusBuild[]>;
  folder(build: Pick<CorpusBuild, 'corpusId' | 'generation'>): CorpusFolder;
  /**
   * Makes a finished generation the one that is read, in one small write, then takes the older ones away. False, with
   * nothing changed, when the import was given up or its corpus removed meanwhile: then files of it are gone.
   */
  activate(stamp: CorpusStamp): Promise<boolean>;
  /** Renames a corpus, or switches it on or off; null when it is not there. */
  change(corpusId: string, change: StampChange): Promise<CorpusStamp | null>;
  /** Gives an import up, with its files. */
  abandon(corpusId: string): Promise<void>;
  /** Takes a corpus away with all its files, and an import into it. */
  remove(corpusId: string): Promise<void>;
  /** Takes away every generation that is neither read nor being built; tells how many. */
  sweep(): Promise<number>;
}

/** The shelf over the corpus database. */
export function openCorpusShelf(database: Database<CorpusSchema>): CorpusShelf {
  const sweep = () => database.run(async (db) => sweepAll(db));
  return {
    begin: (wanted) => database.run((db) => begin(db, wanted)),
    builds: () => database.run((db) => db.getAll('builds')),
    folder: ({ corpusId, generation }) => corpusFolder(database, corpusId, generation),
    async activate(stamp) {
      const isSwitched = await database.run((db) => switchTo(db, stamp));
      await sweep();
      return isSwitched;
    },
    change: (corpusId, change) => database.run((db) => changeStamp(db, corpusId, change)),
    async abandon(corpusId) {
      await database.run((db) => db.delete('builds', corpusId));
      await sweep();
    },
    remove: (corpusId) =>
      database.run((db) => {
        const transaction = db.transaction(['corpora', 'builds', 'files'], 'readwrite');
        return allOrNothing(transaction, async () => {
          unawaited(transaction.objectStore('corpora').delete(corpusId));
          unawaited(transaction.objectStore('builds').delete(corpusId));
          unawaited(transaction.objectStore('files').delete(filesOfCorpus(corpusId)));
        });
      }),
    sweep,
  };
}

type Connection = Parameters<Parameters<Database<CorpusSchema>['run']>[0]>[0];

function begin(db: Connection, wanted: Omit<CorpusBuild, 'generation'>): Promise<CorpusBuild> {
  const transaction = db.transaction(['corpora', 'builds', 'files'], 'readwrite');
  return allOrNothing(transaction, async () => {
    const builds = transaction.objectStore('builds');
    const interrupted = await builds.get(wanted.corpusId);
    if (interrupted?.source === wanted.source) return interrupted;
    const current = await transaction.objectStore('corpora').get(wanted.corpusId);
    const generation = 1 + Math.max(current?.generation ?? 0, interrupted?.generation ?? 0);
    // Files of a removed corpus that a sweep has not met yet must not pass for a checkpoint of this import.
    unawaited(transaction.objectStore('files').delete(filesOfGeneration(wanted.corpusId, generation)));
    const build = { ...wanted, generation };
    unawaited(builds.put(build));
    return build;
  });
}

function switchTo(db: Connection, stamp: CorpusStamp): Promise<boolean> {
  // What is read from now on must outlive a loss of power; that of the files' writes would only cost time.
  const transaction = db.transaction(['corpora', 'builds'], 'readwrite', { durability: 'strict' });
  return allOrNothing(transaction, async () => {
    const builds = transaction.objectStore('builds');
    if ((await builds.get(stamp.id))?.generation !== stamp.generation) return false;
    unawaited(transaction.objectStore('corpora').put(stamp));
    unawaited(builds.delete(stamp.id));
    return true;
  });
}

function changeStamp(db: Connection, corpusId: string, change: StampChange): Promise<CorpusStamp | null> {
  const transaction = db.transaction('corpora', 'readwrite');
  return allOrNothing(transaction, async () => {
    const stamp = await transaction.store.get(corpusId);
    if (!stamp) return null;
    const changed = { ...stamp, ...change };
    unawaited(transaction.store.put(changed));
    return changed;
  });
}

/** One look for each generation: the cursor leaps from the first file of one to the first of the next. */
async function sweepAll(db: Connection): Promise<number> {
  const transaction = db.transaction(['corpora', 'builds', 'files'], 'readwrite');
  return allOrNothing(transaction, async () => {
    const stamps = await transaction.objectStore('corpora').getAll();
    const builds = await transaction.objectStore('builds').getAll();
    const needed = new Set([
      ...stamps.map(({ id, generation }) => JSON.stringify([id, generation])),
      ...builds.map(({ corpusId, generation }) => JSON.stringify([corpusId, generation])),
    ]);
    const files = transaction.objectStore('files');
    let swept = 0;
    let cursor = await files.openKeyCursor();
    while (cursor) {
      const [corpusId, generation] = cursor.key;
      if (!needed.has(JSON.stringify([corpusId, generation]))) {
        unawaited(files.delete(filesOfGeneration(corpusId, generation)));
        swept += 1;
      }
      // An array sorts after every name, so this is past the last file of the generation.
      cursor = await cursor.continue([corpusId, generation, []] as unknown as typeof cursor.key);
    }
    return swept;
  });
}
