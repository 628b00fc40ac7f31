import type { IDBPDatabase } from 'idb';
import { rebuildPart } from '../core/corpus/rebuild';
import { readManifest } from '../core/corpus/manifest';
import { bufferOf, corpusFolder, filesOfCorpus, type CorpusSchema } from './corpus-folder';
import { BUNDLED_CORPUS_ID, type CorpusStamp, type CorpusStore } from './corpus-store';
import { openCorpusShelf, type CorpusShelf } from './corpus-shelf';
import { lazyDatabase, type Database } from './database';
import { fileCorpus, partBuilders, type FiledCorpus } from './filed-corpus';
import { inOrder, JoinedCorpora } from './joined-corpora';
import { allOrNothing, unawaited } from './transaction';

const CORPUS_DATABASE = 'paperkin-corpus';
const STORES = ['corpora', 'builds', 'files'] as const;

/** The corpora on disk. Whatever is wrong with the database, it is thrown away and made again from the source. */
export function openCorpusDatabase(): CorpusStore & { readonly shelf: CorpusShelf; close(): Promise<void> } {
  const database = lazyCorpusDatabase();
  const stamp = (corpusId: string) => database.run(async (db) => (await db.get('corpora', corpusId)) ?? null);
  const stamps = async () => inOrder(await database.run((db) => db.getAll('corpora')));
  const corpora = new JoinedCorpora({
    stamps,
    filesOf: ({ id, generation }) => corpusFolder(database, id, generation),
  });
  let repairing: Promise<void> | null = null;
  return {
    stamp,
    stamps,
    async replace(corpus, importedAt) {
      const present = await stamp(corpus.id);
      if (present?.version === corpus.version) return present;
      const filed = await fileCorpus(corpus);
      return database.run((db) => install(db, filed, importedAt));
    },
    find: (keys) => corpora.find(keys),
    papers: (ids) => corpora.papers(ids),
    noisyTitles: corpora.noisyTitles,
    titlesInText: corpora.titlesInText,
    search: corpora.search,
    kin: corpora.kin,
    damages: () => corpora.damages,
    repair() {
      repairing ??= repairAll(database, corpora).finally(() => {
        repairing = null;
      });
      return repairing;
    },
    shelf: openCorpusShelf(database),
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
): Promise<CorpusStamp> {
  const transaction = db.transaction(STORES, 'readwrite');
  return allOrNothing(transaction, async () => {
    const [corpora, store] = [transaction.objectStore('corpora'), transaction.objectStore('files')];
    // Read again in here: another worker may have imported the same corpus since the caller looked.
    const present = await corpora.get(facts.id);
    if (present?.version === facts.version) return present;
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

async function repairAll(database: Database<CorpusSchema>, corpora: JoinedCorpora): Promise<void> {
  const { damages } = corpora;
  for (const corpusId of new Set(damages.map((damage) => damage.corpusId))) {
    const parts = damages.filter((damage) => damage.corpusId === corpusId).map(({ part }) => part);
    const current = await database.run((db) => db.get('corpora', corpusId));
    if (current) await repairCorpus(database, current, new Set(parts));
  }
  corpora.forget();
}

async function repairCorpus(
  database: Database<CorpusSchema>,
  { id, generation }: CorpusStamp,
  parts: ReadonlySet<string>,
): Promise<void> {
  const folder = corpusFolder(database, id, generation);
  const builders = partBuilders().filter(({ name }) => parts.has(name));
  const manifest = await readManifest(folder);
  if (builders.length === parts.size && manifest.ok) {
    for (const builder of builders) await rebuildPart(folder, manifest.value, builder, () => undefined);
    return;
  }
  // Papers cannot be made from anything here. Those of an import stay as far as they can be read.
  if (id === BUNDLED_CORPUS_ID) await openCorpusShelf(database).remove(id);
}
