import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { mayHave, type KeyFilter } from '../core/match/key-filter';
import type { LookupKey } from '../core/match/keys';
import type { Paper, PaperId } from '../core/paper';
import type { TextIndex } from '../core/search/text-index';
import { BUNDLED_CORPUS_ID, type CorpusStamp, type CorpusStore } from './corpus-store';
import { lazyDatabase } from './database';
import type { FiledCorpus } from './filed-corpus';
import { allOrNothing, unawaited } from './transaction';

const CORPUS_DATABASE = 'paperkin-corpus';

type BlobName = 'key-filter' | 'text-index';

/** Every key but the stamp's starts with the corpus's id, so that more corpora can stand side by side. */
interface CorpusSchema extends DBSchema {
  corpora: { key: string; value: CorpusStamp };
  papers: { key: [corpusId: string, paperId: PaperId]; value: Paper };
  keys: { key: [corpusId: string, key: LookupKey]; value: readonly PaperId[] };
  blobs: { key: [corpusId: string, name: BlobName]; value: KeyFilter | TextIndex };
}

const STORES = ['corpora', 'papers', 'keys', 'blobs'] as const;
type CorpusConnection = IDBPDatabase<CorpusSchema>;
type CorpusTransaction = IDBPTransaction<CorpusSchema, typeof STORES, 'readwrite'>;

/** The corpora on disk. Whatever is wrong with the database, it is thrown away and made again from the source. */
export function openCorpusDatabase(): CorpusStore & { close(): Promise<void> } {
  const database = lazyDatabase<CorpusSchema>({
    name: CORPUS_DATABASE,
    version: 1,
    stores: STORES,
    disposable: true,
    upgrade(db, oldVersion) {
      if (oldVersion < 1) {
        db.createObjectStore('corpora', { keyPath: 'id' });
        for (const name of ['papers', 'keys', 'blobs'] as const) db.createObjectStore(name);
      }
    },
  });
  const readBlob = (name: BlobName) =>
    database.run(async (db) => (await db.get('blobs', [BUNDLED_CORPUS_ID, name])) ?? null);
  const keyFilter = readOnce(() => readBlob('key-filter') as Promise<KeyFilter | null>);
  const textIndex = readOnce(() => readBlob('text-index') as Promise<TextIndex | null>);

  return {
    stamp: (corpusId) => database.run(async (db) => (await db.get('corpora', corpusId)) ?? null),
    async replace(corpus, importedAt) {
      const stamp = await database.run((db) => write(db, corpus, importedAt));
      keyFilter.forget();
      textIndex.forget();
      return stamp;
    },
    async find(keys) {
      const filter = await keyFilter.get();
      const likely = filter ? keys.filter((key) => mayHave(filter, key)) : [];
      return database.run((db) => readMany(db, 'keys', likely));
    },
    papers: (ids) => database.run((db) => readMany(db, 'papers', ids)),
    textIndex: textIndex.get,
    close: database.close,
  };
}

/** What every call of a worker's life needs is read at the first and kept; a failed read is tried again. */
function readOnce<T>(read: () => Promise<T>): { get: () => Promise<T>; forget: () => void } {
  let kept: Promise<T> | null = null;
  const forget = () => {
    kept = null;
  };
  const get = () => {
    if (kept) return kept;
    const reading = read();
    kept = reading;
    reading.catch(() => {
      if (kept === reading) forget();
    });
    return reading;
  };
  return { get, forget };
}

async function readMany<N extends 'keys' | 'papers'>(
  db: CorpusConnection,
  storeName: N,
  names: readonly string[],
): Promise<ReadonlyMap<string, CorpusSchema[N]['value']>> {
  const found = new Map<string, CorpusSchema[N]['value']>();
  if (names.length === 0) return found;
  const transaction = db.transaction(storeName);
  const read = async (name: string): Promise<void> => {
    const value = await transaction.store.get([BUNDLED_CORPUS_ID, name]);
    if (value !== undefined) found.set(name, value);
  };
  await Promise.all([...names.map(read), transaction.done]);
  return found;
}

function write(db: CorpusConnection, corpus: FiledCorpus, importedAt: number): Promise<CorpusStamp> {
  const transaction = db.transaction(STORES, 'readwrite');
  return allOrNothing(transaction, async () => {
    // Read again in here: another worker may have imported the same corpus since the caller looked.
    const present = await transaction.objectStore('corpora').get(corpus.id);
    if (present?.version === corpus.version) return present;
    return putAll(transaction, corpus, importedAt);
  });
}

function putAll(transaction: CorpusTransaction, corpus: FiledCorpus, importedAt: number): CorpusStamp {
  const { id, name, version } = corpus;
  const [papers, keys, blobs] = [
    transaction.objectStore('papers'),
    transaction.objectStore('keys'),
    transaction.objectStore('blobs'),
  ];
  const ofThisCorpus = IDBKeyRange.bound([id], [id, []]);
  for (const store of [papers, keys, blobs]) unawaited(store.delete(ofThisCorpus));
  for (const paper of corpus.papers) unawaited(papers.put(paper, [id, paper.id]));
  for (const [key, ids] of corpus.keys) unawaited(keys.put(ids, [id, key]));
  unawaited(blobs.put(corpus.keyFilter, [id, 'key-filter']));
  unawaited(blobs.put(corpus.textIndex, [id, 'text-index']));
  const stamp = { id, name, version, paperCount: corpus.papers.length, importedAt };
  unawaited(transaction.objectStore('corpora').put(stamp));
  return stamp;
}
