import type { ReadingListEntry } from '../reading-list/entry';
import {
  checkedMarks,
  plainNote,
  plainTags,
  timeOf,
  type StatedMarks,
  type StatedPriority,
} from '../reading-list/stated-marks';

/** One paper of the reader's list, as exports take it and imports give it; what is absent counts as "no" or "none". */
export interface ListedPaper extends Pick<
  ReadingListEntry,
  'paper' | 'status' | 'addedAt' | 'statusAt' | 'sourceUrl'
> {
  readonly starred?: boolean;
  /** Nested by "/". */
  readonly tags?: readonly string[];
  /** Markdown source. */
  readonly note?: string;
  /** 0 is none, 3 the most urgent. */
  readonly priority?: StatedPriority;
  /** Milliseconds since the epoch; null where it was never opened. */
  readonly openedAt?: number | null;
}

/** A listed paper that states everything. */
export type WholeListedPaper = Required<ListedPaper>;

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
    tags: plainTags(listed.tags ?? []),
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
