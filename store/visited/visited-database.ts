import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { DEFAULT_SETTINGS } from '../../core/settings';
import type { Paper, PaperId } from '../../core/paper';
import { seenAgain, type VisitedPaper } from '../../core/visited/visited-paper';
import { lazyDatabase, type Database } from '../database';
import { allOrNothing, unawaited } from '../transaction';

/** A paper as a page showed it, and as which paper a corpus or the reading list knew it by then. */
export interface SeenPaper {
  readonly paper: Paper;
  /** Null where nobody knew it. */
  readonly knownAs: PaperId | null;
}

/** What is kept, in numbers. */
export interface VisitedState {
  /** Grows with every change of which papers are kept or what they say; never goes back, not even when all is lost. */
  readonly changes: number;
  readonly papers: number;
  /** Null without papers. See `dayOf`. */
  readonly oldestDay: number | null;
  /** After so many days a paper goes. */
  readonly limitDays: number;
}

/**
 * Papers that pages showed, one for each identity, with the day each was last seen. The corpus of visited papers is made of
 * these by `foldVisited`. Rejects with a `StorageError`.
 */
export interface VisitedStore {
  state(): Promise<VisitedState>;
  /** Keeps papers that nobody else knows, and what is new of those that are kept. Beyond `VISITED_MAX` the oldest go. */
  note(seen: readonly SeenPaper[], day: number): Promise<void>;
  setLimit(days: number): Promise<void>;
  /** Takes away what is as old as the limit on that day. */
  expire(today: number): Promise<void>;
  /** The next papers in the order of their ids; null begins. */
  after(id: PaperId | null, count: number): Promise<readonly Paper[]>;
  /** Takes all papers away. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Some 40 MB with the corpus as abstracts go; at the worst that hostile pages can do 200 MB. */
const VISITED_MAX = 20_000;
const NAME = 'paperkin-visited';
const STORES = ['papers', 'state'] as const;
const STATE = 'state';

type Kept = Pick<VisitedState, 'changes' | 'limitDays'>;

interface VisitedSchema extends DBSchema {
  papers: { key: PaperId; value: VisitedPaper; indexes: { day: number } };
  state: { key: string; value: Kept };
}
type Writing = IDBPTransaction<VisitedSchema, ['papers', 'state'], 'readwrite'>;

/** Opens at the first use. Its content can be lost: a reader who wants to keep a paper saves it. */
export function openVisitedDatabase(papersMax = VISITED_MAX): VisitedStore {
  const database = lazyDatabase<VisitedSchema>({
    name: NAME,
    version: 1,
    stores: STORES,
    disposable: true,
    upgrade(db) {
      db.createObjectStore('papers', { keyPath: 'id' }).createIndex('day', 'day');
      // Not 0: were the database lost, its count would come again to what the corpus was made of.
      const first = { changes: Date.now(), limitDays: DEFAULT_SETTINGS.visitedDays };
      unawaited(db.createObjectStore('state').put(first, STATE));
    },
  });
  const write = writerOf(database);
  return {
    state: () => database.run(stateOf),
    note: (seen, day) =>
      write(async (transaction) => {
        let changes = 0;
        for (const each of seen) changes += Number(await noteOne(transaction, each, day));
        return changes + (await removeOldest(transaction, papersMax));
      }),
    setLimit: (limitDays) => write(async () => 0, limitDays),
    expire: (today) => write((transaction, { limitDays }) => removeOld(transaction, today, limitDays)),
    after: (id, count) =>
      database.run(async (db) => {
        const range = id === null ? null : IDBKeyRange.lowerBound(id, true);
        return (await db.getAll('papers', range, count)).map(({ paper }) => paper);
      }),
    clear: () =>
      write(async (transaction) => {
        unawaited(transaction.objectStore('papers').clear());
        return 1;
      }),
    close: database.close,
  };
}

async function stateOf(db: IDBPDatabase<VisitedSchema>): Promise<VisitedState> {
  const transaction = db.transaction(STORES);
  const papers = transaction.objectStore('papers');
  const kept = await keptOf(transaction.objectStore('state'));
  const count = await papers.count();
  const oldest = await papers.index('day').openKeyCursor();
  return { ...kept, papers: count, oldestDay: oldest?.key ?? null };
}

const keptOf = async (store: { get(key: string): Promise<Kept | undefined> }): Promise<Kept> =>
  (await store.get(STATE)) ?? { changes: 0, limitDays: DEFAULT_SETTINGS.visitedDays };

/** One transaction; `work` says how many changes it was. */
function writerOf(database: Database<VisitedSchema>) {
  return (
    work: (transaction: Writing, kept: Kept) => Promise<number>,
    limitDays: number | null = null,
  ): Promise<void> =>
    database.run((db) => {
      const transaction = db.transaction(['papers', 'state'], 'readwrite');
      return allOrNothing(transaction, async () => {
        const kept = await keptOf(transaction.objectStore('state'));
        const changes = kept.changes + (await work(transaction, kept));
        const next = { changes, limitDays: limitDays ?? kept.limitDays };
        unawaited(transaction.objectStore('state').put(next, STATE));
      });
    });
}

/** Whether the corpus would be another with it. */
async function noteOne(transaction: Writing, { paper, knownAs }: SeenPaper, day: number): Promise<boolean> {
  const store = transaction.objectStore('papers');
  const held = (await store.get(paper.id)) ?? (knownAs === null ? null : await store.get(knownAs)) ?? null;
  if (held === null && knownAs !== null) return false;
  const next = held === null ? paper : seenAgain(held.paper, paper);
  if (held !== null && held.id !== next.id) unawaited(store.delete(held.id));
  unawaited(store.put({ id: next.id, paper: next, day }));
  return JSON.stringify(held?.paper) !== JSON.stringify(next);
}

async function removeOld(transaction: Writing, today: number, limitDays: number): Promise<number> {
  const store = transaction.objectStore('papers');
  const days = store.index('day');
  // A day to come was noted under a wrong clock; one day ahead may be a journey's.
  const old = await days.getAllKeys(IDBKeyRange.upperBound(today - limitDays));
  const ahead = await days.getAllKeys(IDBKeyRange.lowerBound(today + 2));
  for (const id of [...old, ...ahead]) unawaited(store.delete(id));
  return old.length + ahead.length;
}

async function removeOldest(transaction: Writing, papersMax: number): Promise<number> {
  const store = transaction.objectStore('papers');
  const tooMany = (await store.count()) - papersMax;
  if (tooMany <= 0) return 0;
  const oldest: PaperId[] = [];
  let cursor = await store.index('day').openKeyCursor();
  while (cursor && oldest.length < tooMany) {
    oldest.push(cursor.primaryKey);
    cursor = await cursor.continue();
  }
  for (const id of oldest) unawaited(store.delete(id));
  return tooMany;
}
