import { NOTE_LENGTH_MAX, type BinnedEntry, type ReadingListEntry } from './entry';

const DAY_MS = 86_400_000;
/** Days that what was taken off the list is kept in the bin. */
export const BIN_DAYS = 30;
/** Days between the first look that finds an entry due and the one that takes it away. */
const GRACE_DAYS = 7;
/** Between two notes, as Markdown rules them off. */
const BETWEEN_NOTES = '\n\n---\n\n';

/**
 * What becomes of a binned entry that is looked at: the same object, one with another mark, or null when its time is over; `now` in
 * milliseconds since the epoch. Clocks are wrong at times, of the removal or of the look, so one look takes nothing away:
 * the first only notes that the entry is due, and one a week later by the same clock takes it. A clock set back keeps it.
 */
export function afterLook(binned: BinnedEntry, now: number): BinnedEntry | null {
  const { entry, removedAt, dueSince } = binned;
  if (now - removedAt < BIN_DAYS * DAY_MS) return dueSince === undefined ? binned : { entry, removedAt };
  if (dueSince === undefined || dueSince > now) return { entry, removedAt, dueSince: now };
  return now - dueSince < GRACE_DAYS * DAY_MS ? binned : null;
}

/** Whole days until a look may take the entry away; 0 when the next may. */
export function daysLeft({ removedAt, dueSince }: BinnedEntry, now: number): number {
  const end = dueSince === undefined ? removedAt + BIN_DAYS * DAY_MS : dueSince + GRACE_DAYS * DAY_MS;
  return Math.min(BIN_DAYS, Math.max(0, Math.ceil((end - now) / DAY_MS)));
}

/**
 * An entry that comes onto the list, whichever way, while the bin has one of the same paper: with all that one had. The same
 * as the one in the bin where it is that.
 */
export function withBinned(entry: ReadingListEntry, binned: ReadingListEntry): ReadingListEntry {
  return {
    ...entry,
    paper: { ...entry.paper, abstract: entry.paper.abstract ?? binned.paper.abstract },
    starred: entry.starred || binned.starred,
    priority: entry.priority || binned.priority,
    tags: [...new Set([...entry.tags, ...binned.tags])],
    note: bothNotes(entry.note, binned.note),
    openedAt: entry.openedAt ?? binned.openedAt,
    versions: entry.versions.length > 0 ? entry.versions : binned.versions,
    apart: entry.apart.length > 0 ? entry.apart : binned.apart,
  };
}

function bothNotes(a: string, b: string): string {
  if (a.includes(b)) return a;
  if (b.includes(a)) return b;
  const both = a + BETWEEN_NOTES + b;
  return both.length > NOTE_LENGTH_MAX ? a : both;
}
