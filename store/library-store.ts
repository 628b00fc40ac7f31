import type { PaperId } from '../core/paper';
import type { ReadingListEntry } from '../core/reading-list/entry';

/** What becomes of an entry: null for none, the same object for no change. Pure, since it may be asked twice. */
export type Edit = (current: ReadingListEntry | null) => ReadingListEntry | null;

export interface Edited {
  readonly before: ReadingListEntry | null;
  readonly after: ReadingListEntry | null;
}

/** The reader's own entries. Every function rejects with a `StorageError` if what is below does. */
export interface LibraryStore {
  /** Last added first. */
  all(): Promise<readonly ReadingListEntry[]>;
  /** Reads, changes and writes one entry as one step; resolves once it is safely kept. */
  edit(id: PaperId, change: Edit): Promise<Edited>;
}
