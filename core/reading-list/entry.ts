import type { Paper } from '../paper';

export const READING_STATUSES = ['to-read', 'reading', 'read'] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** 0 is none, 3 the most urgent. */
export const PRIORITIES = [0, 1, 2, 3] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Characters of a note: some forty pages. A longer one is a document of its own. */
export const NOTE_LENGTH_MAX = 100_000;

/** What the reader adds to a paper while reading. */
export interface Annotations {
  readonly starred: boolean;
  /** As `normaliseTags` leaves them. */
  readonly tags: readonly string[];
  /** Markdown source; empty for none. */
  readonly note: string;
  readonly priority: Priority;
  /** Milliseconds since the epoch of when its text was last opened from Paperkin's pages; null when it never was. */
  readonly openedAt: number | null;
}

/** One paper the reader kept. It holds its own snapshot: no corpus is needed to show it. */
export interface ReadingListEntry extends Annotations {
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

/** An entry that was taken off the list, kept for a while. */
export interface BinnedEntry {
  readonly entry: ReadingListEntry;
  /** Milliseconds since the epoch. */
  readonly removedAt: number;
}

const NO_ANNOTATIONS: Annotations = { starred: false, tags: [], note: '', priority: 0, openedAt: null };

/** An entry as versions before annotations wrote it, or as this one does. */
export type StoredEntry = Omit<ReadingListEntry, keyof Annotations> & Partial<Annotations>;

/** The entry with everything that an older version did not know. */
export function wholeEntry(stored: StoredEntry): ReadingListEntry {
  return { ...NO_ANNOTATIONS, ...stored };
}

/** A paper just put on the list, "to read"; `now` in milliseconds since the epoch. */
export function freshEntry(paper: Paper, now: number, sourceUrl: string | null): ReadingListEntry {
  return wholeEntry({ paper, status: 'to-read', addedAt: now, statusAt: now, sourceUrl });
}

/** The entry with another status, chosen at `at` (milliseconds since the epoch); the same object where it has that already. */
export function withStatus(entry: ReadingListEntry, status: ReadingStatus, at: number): ReadingListEntry {
  return status === entry.status ? entry : { ...entry, status, statusAt: at };
}
