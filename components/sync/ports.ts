import type { SyncChange, SyncState } from '../../core/sync/sync-state';
import type { Answer } from '../popup/ports';

/** What the screen of the reader's other machines asks of the background. None of these reject. */
export interface SyncPorts {
  readonly syncState: () => Promise<Answer<SyncState>>;
  readonly changeSync: (change: SyncChange) => Promise<Answer<SyncState>>;
  readonly syncNow: () => Promise<Answer<SyncState>>;
}
