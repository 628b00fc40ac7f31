import type { IDBPDatabase } from 'idb';
import { bufferOf, corpusFolder, filesOfCorpus, type CorpusSchema } from './corpus-folder';
import type { CorpusStamp, CorpusStore, FiledCorpus } from './corpus-store';
import { openCorpusShelf, type CorpusShelf } from './corpus-shelf';
import { lazyDatabase, type Database } from './database';
import { inOrder, JoinedCorpora } from './joined-corpora';
import { openRepairLog, type RepairLog } from './repair-notes';
import { allOrNothing, unawaited } from './transaction';

const CORPUS_DATABASE = 'paperkin-corpus';
const STORES = ['corpora', 'builds', 'files'] as const;

interface CorpusDatabase extends CorpusStore {
  readonly shelf: CorpusShelf;
  readonly repairs: RepairLog;
  close(): Promise<void>;
}

/** The corpora on disk. Whatever is wrong with the database, it is thrown away and made again from the source. */
export function openCorpusDatabase(): CorpusDatabase {
  const database = lazyCorpusDatabase();
  const stamp = (corpusId: string) => database.run(async (db) => (await db.get('corpora', corpusId)) ?? null);
  const stamps = async () => inOrder(await database.run((db) => db.getAll('corpora')));
  const corpora = new JoinedCorpora({
    stamps,
    filesOf: ({ id, generation }) => corpusFolder(database, id, generation),
  });
  return {
    stamp,
    stamps,
    replace: (corpus, importedAt, damaged) =>
      database.run((db) => install(db, corpus, importedAt, damaged ?? null)),
    find: (keys) => corpora.find(keys),
    papers: (ids) => corpora.papers(ids),
    tell: corpora.tell,
    noisyTitles: corpora.noisyTitles,
    titlesInText: corpora.titlesInText,
    search: corpora.search,
    kin: corpora.kin,
    kinAmong: corpora.kinAmong,
    damages: () => corpora.damages,
    forget: () => corpora.forget(),
    shelf: openCorpusShelf(database),
    repairs: openRepairLog(database),
    close: database.close,
  };
}

function lazyCorpusDatabase(): Database<CorpusSchema> {
  return lazyDatabase<CorpusSchema>({
    name: CORPUS_DATABASE,
    version: 2,
    stores: STORES,
    disposable: true,
    upgrade(db) {
      // Version 1 had a record for each paper and key; it is made again from its source.
      for (const name of Array.from(db.objectStoreNames)) db.deleteObjectStore(name);
      db.createObjectStore('corpora', { keyPath: 'id' });
      db.createObjectStore('builds', { keyPath: 'corpusId' });
      db.createObjectStore('files');
    },
  });
}

/** One transaction for everything: a small corpus needs no generations beside each other. */
function install(
  db: IDBPDatabase<CorpusSchema>,
  { files, facts }: FiledCorpus,
  importedAt: number,
  damaged: CorpusStamp | null,
): Promise<CorpusStamp> {
  const transaction = db.transaction(STORES, 'readwrite');
  return allOrNothing(transaction, async () => {
    const [corpora, store] = [transaction.objectStore('corpora'), transaction.objectStore('files')];
    // Read again in here: another worker may have imported the same corpus since the caller looked.
    const present = await corpora.get(facts.id);
    const isWhole = present?.generation !== damaged?.generation;
    if (present?.version === facts.version && isWhole) return present;
    // An import into the same corpus that is under way loses its files, and with its note the right to be read.
    const builds = transaction.objectStore('builds');
    const build = await builds.get(facts.id);
    const generation = 1 + Math.max(present?.generation ?? 0, build?.generation ?? 0);
    if (build) unawaited(builds.delete(facts.id));
    unawaited(store.delete(filesOfCorpus(facts.id)));
    for (const [name, bytes] of files.all())
      unawaited(store.put(bufferOf(bytes), [facts.id, generation, name]));
    const stamp = { ...facts, generation, enabled: present?.enabled ?? true, importedAt };
    unawaited(corpora.put(stamp));
    return stamp;
  });
}
