import type { Paper, PaperId } from '../paper';
import type { Priority, ReadingStatus } from '../reading-list/entry';
import { joinNotes, NO_NOTE, type NoteState } from './note-state';
import { compareStamps, isSeen, joinSeen, sawToo, type Seen, type Stamp } from './stamp';

/** A value, and when and where it was set: of two the later counts. */
export interface Kept<T> {
  readonly value: T;
  readonly at: Stamp;
}

/** What of a paper goes along: enough to show, cite and find it. What is absent is left out, the abstract always. */
export type Facts = Partial<Omit<Paper, 'id' | 'abstract'>> & {
  readonly title: string;
  /** Page it was saved from. */
  readonly sourceUrl?: string;
};

/** Times of what the reader did are whole seconds since the epoch. */
export interface StatusChoice {
  readonly status: ReadingStatus;
  readonly statusAt: number;
}

/** Whether an entry has a tag, and how it is spelt. */
export interface TagChoice {
  readonly tag: string;
  readonly isThere: boolean;
}

/** What another record of an entry's paper says, and when it came to it; null once it was split off. */
export type VersionChoice = { readonly facts: Facts; readonly addedAt: number } | null;

/** The values of an entry that are one thing each. */
export interface Fields {
  readonly facts: Facts;
  readonly addedAt: number;
  readonly status: StatusChoice;
  readonly starred: boolean;
  readonly priority: Priority;
  readonly openedAt: number | null;
}
export type FieldName = keyof Fields;
export const FIELD_NAMES = ['facts', 'addedAt', 'status', 'starred', 'priority', 'openedAt'] as const;

/** All that is known of one paper of the list. A field that nobody has set is null and counts as the default. */
export type PaperRecord = { readonly [Name in FieldName]: Kept<Fields[Name]> | null } & {
  readonly note: NoteState;
  /** By `tagKey`. */
  readonly tags: ReadonlyMap<string, Kept<TagChoice>>;
  /** By the identity of the version. */
  readonly versions: ReadonlyMap<PaperId, Kept<VersionChoice>>;
  /** What those who took the entry off the list had seen of it. */
  readonly gone: Seen;
};

export const NO_RECORD: PaperRecord = {
  facts: null,
  addedAt: null,
  status: null,
  starred: null,
  priority: null,
  openedAt: null,
  note: NO_NOTE,
  tags: new Map(),
  versions: new Map(),
  gone: {},
};

/** The later of two. Of one stamp there is one value, but for damage and copied profiles: then all choose the same. */
function later<T>(a: Kept<T> | null, b: Kept<T> | null): Kept<T> | null {
  if (a === null || b === null) return a ?? b;
  const order = compareStamps(a.at, b.at) || compareValues(a.value, b.value);
  return order >= 0 ? a : b;
}

function laterOfEach<T>(
  a: ReadonlyMap<string, Kept<T>>,
  b: ReadonlyMap<string, Kept<T>>,
): ReadonlyMap<string, Kept<T>> {
  const all = new Map(a);
  for (const [key, choice] of b) all.set(key, later(all.get(key) ?? null, choice) ?? choice);
  return all;
}

function compareValues(a: unknown, b: unknown): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What both know together: the same in whatever order, and however often, records are joined. */
export function joinRecords(a: PaperRecord, b: PaperRecord): PaperRecord {
  return {
    facts: later(a.facts, b.facts),
    addedAt: later(a.addedAt, b.addedAt),
    status: later(a.status, b.status),
    starred: later(a.starred, b.starred),
    priority: later(a.priority, b.priority),
    openedAt: later(a.openedAt, b.openedAt),
    note: joinNotes(a.note, b.note),
    tags: laterOfEach(a.tags, b.tags),
    versions: laterOfEach(a.versions, b.versions),
    gone: joinSeen(a.gone, b.gone),
  };
}

/** The stamps of what the reader did on purpose; looking at a paper again is no reason to have it back. */
function deeds(record: PaperRecord): readonly Stamp[] {
  const { addedAt, status, starred, priority, note, tags, versions } = record;
  const kept = [addedAt, status, starred, priority, ...tags.values(), ...versions.values()];
  return [...kept.flatMap((each) => (each === null ? [] : [each.at])), ...note.versions.map(({ at }) => at)];
}

/**
 * Whether the entry is on the list: something was done to it that nobody who removed it had seen. So a removal takes no
 * edit with it that was made elsewhere, whatever the clocks say.
 */
export function isOnList(record: PaperRecord): boolean {
  return deeds(record).some((stamp) => !isSeen(stamp, record.gone));
}

/** How far the record has been seen by whoever holds it. */
export function seenOf(record: PaperRecord): Seen {
  return sawToo(joinSeen(record.note.seen, record.gone), deeds(record));
}

/** When it was last changed, in seconds of logical clocks; 0 for never. */
export function changedAt(record: PaperRecord): number {
  const { facts, openedAt, gone } = record;
  const others = [facts?.at[0] ?? 0, openedAt?.at[0] ?? 0, ...Object.values(gone)];
  return Math.max(...others, ...deeds(record).map(([time]) => time));
}
