import type { ReadingListEntry, StoredEntry } from '../reading-list/entry';
import { checkedMarks, plainNote, timeOf, type StatedMarks } from '../reading-list/stated-marks';
import { normaliseTags } from '../reading-list/tags';

/** One paper of the reader's list, as exports take it and imports give it; what is absent counts as "no" or "none". */
export type ListedPaper = StoredEntry;

/** A listed paper that states everything. */
export type WholeListedPaper = ReadingListEntry;

/** The same with nothing left out, tags and note in the form in which files carry them. */
export function whole(listed: ListedPaper): WholeListedPaper {
  const { paper, status, sourceUrl } = listed;
  return {
    paper,
    status,
    addedAt: timeOf(listed.addedAt) ?? 0,
    statusAt: timeOf(listed.statusAt) ?? 0,
    sourceUrl,
    starred: listed.starred ?? false,
    tags: normaliseTags(listed.tags ?? []),
    note: plainNote(listed.note ?? ''),
    priority: listed.priority ?? 0,
    openedAt: timeOf(listed.openedAt),
  };
}

/** Marks of a record that says nothing of anybody's reading. */
export const NO_MARKS: StatedMarks = checkedMarks({});

/** What a list holds beside the paper, for files of ours: what is not so is left out. */
export function statedMarks(listed: ListedPaper): Readonly<Record<string, unknown>> {
  const { paper: _paper, ...marks } = whole(listed);
  return Object.fromEntries(
    Object.entries(marks).filter(
      ([, value]) =>
        value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
