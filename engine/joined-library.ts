import type { PaperId } from '../core/paper';
import { withBinned } from '../core/reading-list/bin';
import type { BinnedEntry, ReadingListEntry } from '../core/reading-list/entry';
import { editOne, type BinChange, type Edit, type Edited, type LibraryStore } from '../store/library-store';
import { StorageError } from '../store/storage-error';

/**
 * The library database and, for what it refuses, the session, as one library. Entries in the session are moved as
 * soon as the database takes them again, at the latest by the next worker.
 */
export class JoinedLibrary implements LibraryStore {
  readonly #database: LibraryStore;
  readonly #session: LibraryStore;
  readonly #now: () => number;
  #unread: StorageError | null = null;
  #unwritten: StorageError | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** `now`, in milliseconds since the epoch, is for what is removed while the disk takes nothing. */
  constructor(database: LibraryStore, session: LibraryStore, now: () => number) {
    this.#database = database;
    this.#session = session;
    this.#now = now;
  }

  /** Why entries are not on disk, or not to be seen; null when all is well. */
  get trouble(): StorageError | null {
    return this.#unwritten ?? this.#unread;
  }

  all(): Promise<readonly ReadingListEntry[]> {
    return this.#inTurn(async () => {
      await this.#rescue();
      return merge(await this.#readDatabase(), await this.#readSession());
    });
  }

  editAll(edits: ReadonlyMap<PaperId, Edit>, isBinned = true): Promise<readonly Edited[]> {
    return this.#inTurn(async () => {
      await this.#rescue();
      const [entries, binned] = [await this.#readSession(), await this.#strandedBin()];
      const isStranded = [...entries, ...binned.map(({ entry }) => entry)].some(({ paper }) =>
        edits.has(paper.id),
      );
      const edited = isStranded ? null : await this.#write(() => this.#database.editAll(edits, isBinned));
      return edited ?? this.#editInSession(edits, isBinned);
    });
  }

  /** What is in the bin after a change, on disk and in the session. */
  changeBin(change: BinChange): Promise<readonly BinnedEntry[]> {
    return this.#inTurn(async () => {
      await this.#rescue();
      const onDisk = await this.#database.changeBin(change);
      return [...onDisk, ...(await this.#session.changeBin(change))];
    });
  }

  /** One after another: the session has no transactions, and a rescue must not cross an edit. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Moves what is in the session to the database, as far as that takes it. */
  async #rescue(): Promise<void> {
    for (const stranded of await this.#readSession()) {
      const { id } = stranded.paper;
      const moved = await this.#write(() => editOne(this.#database, id, (stored) => over(stored, stranded)));
      if (!moved) return;
      await editOne(this.#session, id, () => null);
    }
    const binned = await this.#strandedBin();
    if (binned.length === 0) return;
    const moved = await this.#write(() =>
      this.#database.changeBin((all) => [...without(all, binned.map(idOf)), ...binned]),
    );
    if (moved) await this.#session.changeBin(() => []);
  }

  async #strandedBin(): Promise<readonly BinnedEntry[]> {
    try {
      return await this.#session.changeBin((all) => all);
    } catch (error) {
      expected(error);
      return [];
    }
  }

  async #editInSession(edits: ReadonlyMap<PaperId, Edit>, isBinned: boolean): Promise<readonly Edited[]> {
    const stored = await this.#readDatabase();
    const onDisk = new Set(stored.map(({ paper }) => paper.id));
    const known = new Map(merge(stored, await this.#readSession()).map((entry) => [entry.paper.id, entry]));
    const inBin = new Map((await this.#strandedBin()).map((each) => [idOf(each), each.entry]));
    const changed = new Map<PaperId, Edit>();
    const gone = new Map<PaperId, Edit>();
    const removed: BinnedEntry[] = [];
    const edited = [...edits].map(([id, change]) => {
      const before = known.get(id) ?? null;
      const binned = inBin.get(id);
      const wanted = change(before);
      const after = wanted && !before && binned ? withBinned(wanted, binned) : wanted;
      if (after !== before) changed.set(id, () => after && { ...after, unseen: this.#unread !== null });
      if (before && !after && isBinned) removed.push({ entry: before, removedAt: this.#now() });
      if (!after && onDisk.has(id)) gone.set(id, () => null);
      return { before, after };
    });
    if (removed.length > 0) await this.#session.changeBin((all) => [...all, ...removed]);
    try {
      // A removal that the disk does not take must fail: the entry would be back with the next worker.
      if (gone.size > 0) await this.#database.editAll(gone, false);
    } catch (error) {
      await this.#session.changeBin((all) => without(all, removed.map(idOf)));
      throw error;
    }
    await this.#session.editAll(changed);
    const back = edited.flatMap(({ after }) => (after && inBin.has(after.paper.id) ? after.paper.id : []));
    if (back.length > 0) await this.#session.changeBin((all) => without(all, back));
    return edited;
  }

  async #readDatabase(): Promise<readonly ReadingListEntry[]> {
    try {
      const entries = await this.#database.all();
      this.#unread = null;
      return entries;
    } catch (error) {
      this.#unread = expected(error);
      return [];
    }
  }

  /** A session that cannot be read must not take the database's entries with it. */
  async #readSession(): Promise<readonly ReadingListEntry[]> {
    try {
      return await this.#session.all();
    } catch (error) {
      expected(error);
      return [];
    }
  }

  async #write<T>(write: () => Promise<T>): Promise<T | null> {
    try {
      const edited = await write();
      this.#unwritten = null;
      return edited;
    } catch (error) {
      this.#unwritten = expected(error);
      return null;
    }
  }
}

function expected(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  throw error;
}

const idOf = ({ entry }: BinnedEntry): PaperId => entry.paper.id;

function without(all: readonly BinnedEntry[], ids: readonly PaperId[]): readonly BinnedEntry[] {
  return all.filter((each) => !ids.includes(idOf(each)));
}

/** What is stranded over what is stored; last added first. */
function merge(
  stored: readonly ReadingListEntry[],
  stranded: readonly ReadingListEntry[],
): readonly ReadingListEntry[] {
  const newest = new Map<PaperId, ReadingListEntry>();
  for (const entry of [...stored, ...stranded]) {
    newest.set(entry.paper.id, over(newest.get(entry.paper.id) ?? null, entry));
  }
  return [...newest.values()].toSorted((a, b) => b.addedAt - a.addedAt);
}

/** An entry of the session; `unseen` where what the disk has of it could not be read when it was written. */
type Stranded = ReadingListEntry & { readonly unseen?: boolean };

/** What is stranded came later, whatever the clock said. Where it was written unseen, it comes on top of what was there. */
function over(stored: ReadingListEntry | null, { unseen, ...entry }: Stranded): ReadingListEntry {
  if (!stored || !unseen) return entry;
  const { status, statusAt, addedAt } = entry;
  return { ...withBinned(stored, entry), ...(statusAt !== addedAt && { status, statusAt }) };
}
