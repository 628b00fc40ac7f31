import type { FileExchange, SyncChange, SyncState } from '../../core/sync/sync-state';
import type { Answer } from '../popup/ports';

/** What the screen of the reader's other machines asks of the background. None of these reject. */
export interface SyncPorts {
  readonly syncState: () => Promise<Answer<SyncState>>;
  readonly changeSync: (change: SyncChange) => Promise<Answer<SyncState>>;
  readonly syncNow: () => Promise<Answer<SyncState>>;
  /** Joins the list with a file, if there is one, and gives the file to be written back. */
  readonly syncFile: (file: File | null) => Promise<Answer<FileExchange>>;
  /** Offers the text for saving. */
  readonly saveSyncFile: (text: string) => void;
}
