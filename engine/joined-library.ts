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
      return this.#readBoth();
    });
  }

  edit(id: PaperId, change: Edit): Promise<Edited> {
    return this.#inTurn(async () => {
      const isSessionEmpty = await this.#rescue();
      const edited = isSessionEmpty ? await this.#write(() => this.#database.edit(id, change)) : null;
      return edited ?? this.#editInSession(id, change);
    });
  }

  /** One after another: the session has no transactions, and a rescue must not cross an edit. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Moves what is in the session to the database; whether the session is empty now. */
  async #rescue(): Promise<boolean> {
    for (const stranded of await this.#readSession()) {
      const { id } = stranded.paper;
      const moved = await this.#write(() => this.#database.edit(id, (stored) => later(stored, stranded)));
      if (!moved) return false;
      await this.#session.edit(id, () => null);
    }
    return true;
  }

  async #editInSession(id: PaperId, change: Edit): Promise<Edited> {
    const before = (await this.#readBoth()).find((entry) => entry.paper.id === id) ?? null;
    const after = change(before);
    if (after === before) return { before, after };
    await this.#session.edit(id, (stranded) => {
      // The entry is on disk only and the disk takes no change: better to say so than to seem to remove it.
      if (!after && !stranded && this.#unwritten) throw this.#unwritten;
      return after;
    });
    return { before, after };
  }

  async #readBoth(): Promise<readonly ReadingListEntry[]> {
    const newest = new Map<PaperId, ReadingListEntry>();
    for (const entry of [...(await this.#readDatabase()), ...(await this.#readSession())]) {
      newest.set(entry.paper.id, later(newest.get(entry.paper.id) ?? null, entry));
    }
    return [...newest.values()].toSorted((a, b) => b.addedAt - a.addedAt);
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

function later(a: ReadingListEntry | null, b: ReadingListEntry): ReadingListEntry {
  return a && a.statusAt > b.statusAt ? a : b;
}
