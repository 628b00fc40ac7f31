import {
  ownFactsOf,
  recordsOf,
  wholeEntry,
  type OwnFacts,
  type ReadingListEntry,
  type StoredEntry,
} from '../reading-list/entry';
import { checkedMarks, plainNote, timeOf, type StatedMarks } from '../reading-list/stated-marks';
import { normaliseTags } from '../reading-list/tags';

/** One paper of the reader's list, as exports take it and imports give it; what is absent counts as "no" or "none". */
export type ListedPaper = StoredEntry;

/** A listed paper that states everything. */
export type WholeListedPaper = ReadingListEntry;

/** The same with nothing left out, tags and note in the form in which files carry them. */
export function whole(listed: ListedPaper): WholeListedPaper {
  const entry = wholeEntry(listed);
  return {
    ...entry,
    addedAt: timeOf(entry.addedAt) ?? 0,
    statusAt: timeOf(entry.statusAt) ?? 0,
    openedAt: timeOf(entry.openedAt),
    tags: normaliseTags(entry.tags),
    note: plainNote(entry.note),
  };
}

/** Marks of a record that says nothing of anybody's reading. */
export const NO_MARKS: StatedMarks = checkedMarks({});

/** The entry as one record, for files that know no versions: what leads, with the identifiers that only another version has. */
export function asOneRecord(listed: ListedPaper): WholeListedPaper {
  const entry = whole(listed);
  const records = recordsOf(entry);
  const named = <K extends 'arxiv' | 'doi'>(name: K) =>
    records.find((record) => record[name] !== null)?.[name] ?? null;
  return { ...entry, paper: { ...entry.paper, arxiv: named('arxiv'), doi: named('doi') } };
}

/** What a list holds beside the paper, for files of ours: what is not so is left out. */
export function statedMarks(listed: ListedPaper): Readonly<Record<string, unknown>> {
  return statedFacts(ownFactsOf(whole(listed)));
}

/** The reader's own facts: what is not so is left out. */
export function statedFacts(facts: OwnFacts): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) =>
        value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
