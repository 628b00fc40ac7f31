import type { Paper, PaperId } from '../paper';

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

/** What the reader has of an entry, beside the records of its paper. */
export interface OwnFacts extends Annotations {
  readonly status: ReadingStatus;
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
  /** Milliseconds since the epoch of the last change of status. */
  readonly statusAt: number;
  /** Address of the page it was saved from; null when saved from Paperkin's own pages. */
  readonly sourceUrl: string | null;
}

/** Records of one paper that an entry has beside the one that leads. */
export const VERSIONS_MAX = 20;
/** Papers that an entry is said not to be. */
export const APART_MAX = 100;

/** Another record of an entry's paper: its preprint, its publication. */
export interface VersionOfPaper {
  readonly paper: Paper;
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
  readonly sourceUrl: string | null;
  /** How both were before they were merged, so that they can be split again; null for a record that never was an entry. */
  readonly merged: MergedFrom | null;
}

/** Two entries as a merge found them. */
export interface MergedFrom {
  /** Of the entry that is a version now. */
  readonly own: OwnFacts;
  /** Of the entry that it went into. */
  readonly into: OwnFacts;
  /** The versions that came along with it. */
  readonly with: readonly PaperId[];
}

/** Which records an entry is one with, and which it is not. */
export interface Versions {
  /** Never more than `VERSIONS_MAX`. */
  readonly versions: readonly VersionOfPaper[];
  /** Papers of which the reader said that they are others; never more than `APART_MAX`. */
  readonly apart: readonly PaperId[];
}

/** One paper the reader kept. It holds its own snapshot: no corpus is needed to show it. */
export interface ReadingListEntry extends OwnFacts, Versions {
  /** The snapshot as it was when saved, of the record that leads; its `id` is the entry's key. */
  readonly paper: Paper;
}

/** An entry that was taken off the list, kept for a while. */
export interface BinnedEntry {
  readonly entry: ReadingListEntry;
  /** Milliseconds since the epoch. */
  readonly removedAt: number;
  /** When a look first found that its time is over; absent until then. */
  readonly dueSince?: number;
}

type AddedLater = Annotations & Versions;
const NOTHING_ADDED: AddedLater = {
  starred: false,
  tags: [],
  note: '',
  priority: 0,
  openedAt: null,
  versions: [],
  apart: [],
};

/** An entry as releases before annotations, or before versions, wrote it, or as this one does. */
export type StoredEntry = Omit<ReadingListEntry, keyof AddedLater> & Partial<AddedLater>;

/** The entry with everything that an older release did not know. */
export function wholeEntry(stored: StoredEntry): ReadingListEntry {
  return { ...NOTHING_ADDED, ...stored };
}

/** The same of what lies in the bin. */
export function wholeBinned(stored: BinnedEntry): BinnedEntry {
  return { ...stored, entry: wholeEntry(stored.entry) };
}

/** The records of an entry, the one that leads first. */
export function recordsOf({
  paper,
  versions,
}: Pick<ReadingListEntry, 'paper' | 'versions'>): readonly Paper[] {
  return [paper, ...versions.map((version) => version.paper)];
}

/** What of an entry is the reader's own. */
export function ownFactsOf({
  paper: _paper,
  versions: _versions,
  apart: _apart,
  ...own
}: ReadingListEntry): OwnFacts {
  return own;
}

/** A paper just put on the list, "to read"; `now` in milliseconds since the epoch. */
export function freshEntry(paper: Paper, now: number, sourceUrl: string | null): ReadingListEntry {
  return wholeEntry({ paper, status: 'to-read', addedAt: now, statusAt: now, sourceUrl });
}

/** The entry with another status, chosen at `at` (milliseconds since the epoch); the same object where it has that already. */
export function withStatus(entry: ReadingListEntry, status: ReadingStatus, at: number): ReadingListEntry {
  return status === entry.status ? entry : { ...entry, status, statusAt: at };
}
