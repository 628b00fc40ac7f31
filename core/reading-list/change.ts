import type { PaperId } from '../paper';
import { clip } from '../text/well-formed';
import {
  NOTE_LENGTH_MAX,
  withStatus,
  type Priority,
  type ReadingListEntry,
  type ReadingStatus,
} from './entry';
import { normaliseTags, renameTag, withoutTags } from './tags';

/** What becomes of an entry; what is left out stays. Tags are set first, then renamed, taken away, added. */
export interface EntryChange {
  readonly status?: ReadingStatus;
  /** When the status was chosen; without it, now. What undoes a change says it. */
  readonly statusAt?: number;
  readonly starred?: boolean;
  readonly priority?: Priority;
  readonly note?: string;
  /** Milliseconds since the epoch; null for never. */
  readonly openedAt?: number | null;
  readonly tags?: readonly string[];
  readonly renameTag?: { readonly from: string; readonly to: string };
  readonly removeTags?: readonly string[];
  readonly addTags?: readonly string[];
}

/** One change and the entries it is for. */
export interface ListEdit {
  readonly paperIds: readonly PaperId[];
  readonly change: EntryChange;
}

/** What an entry holds beside the paper, which no edit changes. */
export type EntryFacts = Omit<ReadingListEntry, 'paper'>;

/** One entry as an edit found and left it. */
export interface EntryEdit {
  readonly paperId: PaperId;
  readonly before: EntryFacts;
  readonly after: EntryFacts;
}

/** The entry after a change, or the same object where nothing changes; `now` in milliseconds since the epoch. */
export function changeEntry(entry: ReadingListEntry, change: EntryChange, now: number): ReadingListEntry {
  const after: ReadingListEntry = {
    ...withStatus(entry, change.status ?? entry.status, change.statusAt ?? now),
    starred: change.starred ?? entry.starred,
    priority: change.priority ?? entry.priority,
    note: clip(change.note ?? entry.note, NOTE_LENGTH_MAX),
    openedAt: change.openedAt === undefined ? entry.openedAt : change.openedAt,
    tags: changedTags(entry.tags, change),
  };
  return Object.keys(changeBack(factsOf(after), factsOf(entry))).length === 0 ? entry : after;
}

function changedTags(tags: readonly string[], change: EntryChange): readonly string[] {
  const set = change.tags === undefined ? tags : normaliseTags(change.tags);
  const renamed = change.renameTag ? renameTag(set, change.renameTag.from, change.renameTag.to) : set;
  const left = change.removeTags ? withoutTags(renamed, change.removeTags) : renamed;
  return change.addTags ? normaliseTags([...left, ...change.addTags]) : left;
}

/** The change that leads from `after` back to `before`: of what differs, and of nothing else. */
export function changeBack(before: EntryFacts, after: EntryFacts): EntryChange {
  return {
    ...(before.status !== after.status && { status: before.status, statusAt: before.statusAt }),
    ...(before.starred !== after.starred && { starred: before.starred }),
    ...(before.priority !== after.priority && { priority: before.priority }),
    ...(before.note !== after.note && { note: before.note }),
    ...(before.openedAt !== after.openedAt && { openedAt: before.openedAt }),
    ...(!sameTags(before.tags, after.tags) && { tags: before.tags }),
  };
}

const sameTags = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((tag, at) => tag === b[at]);

/** An entry without its paper. */
export function factsOf({ paper: _paper, ...facts }: ReadingListEntry): EntryFacts {
  return facts;
}
