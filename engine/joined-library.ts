import type { PaperId } from '../core/paper';
import type { ReadingListEntry } from '../core/reading-list/entry';
import type { Edit, Edited, LibraryStore } from '../store/library-store';
import { StorageError } from '../store/storage-error';

/**
 * The library database and, for what it refuses, the session, as one library. Entries in the session are moved as
 * soon as the database takes them again, at the latest by the next worker.
 */
export class JoinedLibrary implements LibraryStore {
  readonly #database: LibraryStore;
  readonly #session: LibraryStore;
  #unread: StorageError | null = null;
  #unwritten: StorageError | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: LibraryStore, session: LibraryStore) {
    this.#database = database;
    this.#session = session;
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

  edit(id: PaperId, change: Edit): Promise<Edited> {
    return this.#inTurn(async () => {
      await this.#rescue();
      const isStranded = (await this.#readSession()).some((entry) => entry.paper.id === id);
      const edited = isStranded ? null : await this.#write(() => this.#database.edit(id, change));
      return edited ?? this.#editInSession(id, change);
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
      const moved = await this.#write(() => this.#database.edit(id, (stored) => later(stored, stranded)));
      if (!moved) return;
      await this.#session.edit(id, () => null);
    }
  }

  async #editInSession(id: PaperId, change: Edit): Promise<Edited> {
    const stored = await this.#readDatabase();
    const before = merge(stored, await this.#readSession()).find((entry) => entry.paper.id === id) ?? null;
    const after = change(before);
    if (after === before) return { before, after };
    // A removal that the disk does not take must fail: the entry would be back with the next worker.
    const isOnDisk = stored.some((entry) => entry.paper.id === id);
    if (!after && isOnDisk) await this.#database.edit(id, () => null);
    await this.#session.edit(id, () => after);
    return { before, after };
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

  async #write(write: () => Promise<Edited>): Promise<Edited | null> {
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

/** The later of two versions of an entry; last added first. */
function merge(
  stored: readonly ReadingListEntry[],
  stranded: readonly ReadingListEntry[],
): readonly ReadingListEntry[] {
  const newest = new Map<PaperId, ReadingListEntry>();
  for (const entry of [...stored, ...stranded]) {
    newest.set(entry.paper.id, later(newest.get(entry.paper.id) ?? null, entry));
  }
  return [...newest.values()].toSorted((a, b) => b.addedAt - a.addedAt);
}

function later(a: ReadingListEntry | null, b: ReadingListEntry): ReadingListEntry {
  return a && a.statusAt > b.statusAt ? a : b;
}
