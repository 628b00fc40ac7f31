import type { PaperId } from '../core/paper';
import type { BinnedEntry, ReadingListEntry } from '../core/reading-list/entry';

/** What becomes of an entry: null for none, the same object for no change. Pure, since it may be asked twice. */
export type Edit = (current: ReadingListEntry | null) => ReadingListEntry | null;

export interface Edited {
  readonly before: ReadingListEntry | null;
  readonly after: ReadingListEntry | null;
}

/** What becomes of all that is in the bin: what is left out goes, other objects are written. Pure, since it may be asked twice. */
export type BinChange = (all: readonly BinnedEntry[]) => readonly BinnedEntry[];

/** The reader's own entries. Every function rejects with a `StorageError` if what is below does. */
export interface LibraryStore {
  /** Last added first. */
  all(): Promise<readonly ReadingListEntry[]>;
  /**
   * Reads, changes and writes entries as one step, all or none; resolves once they are safely kept, with each in its order. What
   * is taken off the list is put in the bin by the same step, unless `isBinned` is false; what comes onto it leaves the bin,
   * and has all it had there. (The session, which holds what may be on disk too, leaves its bin alone.)
   */
  editAll(edits: ReadonlyMap<PaperId, Edit>, isBinned?: boolean): Promise<readonly Edited[]>;
  /** What is in the bin after a change. */
  changeBin(change: BinChange): Promise<readonly BinnedEntry[]>;
}

/** Edits one entry. */
export async function editOne(library: LibraryStore, id: PaperId, edit: Edit): Promise<Edited> {
  const [edited] = await library.editAll(new Map([[id, edit]]));
  return edited ?? { before: null, after: null };
}
