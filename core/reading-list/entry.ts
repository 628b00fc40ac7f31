import type { Paper } from '../paper';

export const READING_STATUSES = ['to-read', 'reading', 'read'] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** One paper the reader kept. It holds its own snapshot: no corpus is needed to show it. */
export interface ReadingListEntry {
  /** The snapshot as it was when saved; its `id` is the entry's key. */
  readonly paper: Paper;
  readonly status: ReadingStatus;
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
  /** Milliseconds since the epoch of the last change of status. */
  readonly statusAt: number;
  /** Address of the page it was saved from; null when saved from Paperkin's own pages. */
  readonly sourceUrl: string | null;
}
