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
  /** Reads, changes and writes entries as one step, all or none; resolves once they are safely kept, with each in its order. */
  editAll(edits: ReadonlyMap<PaperId, Edit>): Promise<readonly Edited[]>;
}

/** Edits one entry. */
export async function editOne(library: LibraryStore, id: PaperId, edit: Edit): Promise<Edited> {
  const [edited] = await library.editAll(new Map([[id, edit]]));
  return edited ?? { before: null, after: null };
}
