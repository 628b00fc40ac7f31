import type { Paper, PaperId } from '../../core/paper';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { DeviceId } from '../../core/sync/stamp';
import type { Edit } from '../../store/library-store';
import type { SyncStore } from '../../store/sync-store';

/** The browser's own storage that it takes to the reader's other machines; `browser.storage.sync` is one. Rejects with its own errors. */
export interface SyncArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, string>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** What the exchange needs of the background. */
export interface SyncWorld {
  /** The whole list; null where it cannot be read, which is not the same as empty. */
  readonly list: () => Promise<readonly ReadingListEntry[] | null>;
  /** Changes the list; false where that fails. */
  readonly editAll: (edits: ReadonlyMap<PaperId, Edit>) => Promise<boolean>;
  /** What the corpora know of papers. */
  readonly papers: (ids: readonly PaperId[]) => Promise<ReadonlyMap<PaperId, Paper>>;
  readonly store: SyncStore;
  readonly area: SyncArea;
  /** Notes for the background under which name this machine takes part; null for not at all. */
  readonly setOn: (device: DeviceId | null) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** At least 0, less than 1. */
  readonly chance: () => number;
}
