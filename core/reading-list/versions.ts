import { joinedFacts } from '../list-formats/merge-entry';
import type { Paper, PaperId } from '../paper';
import {
  APART_MAX,
  ownFactsOf,
  PRIORITIES,
  recordsOf,
  VERSIONS_MAX,
  type MergedFrom,
  type OwnFacts,
  type ReadingListEntry,
  type VersionOfPaper,
} from './entry';

/** What the reader does to the versions of an entry. */
export type VersionChange =
  /** Two entries become one, of which `entryId` leads. `as` is how it was before it was split, for undo. */
  | {
      readonly kind: 'merge';
      readonly entryId: PaperId;
      readonly paperId: PaperId;
      readonly as: ReadingListEntry | null;
    }
  /** A version becomes an entry of its own again; `areApart` remembers that they are two papers, which undo does not. */
  | {
      readonly kind: 'split';
      readonly entryId: PaperId;
      readonly paperId: PaperId;
      readonly areApart: boolean;
    }
  /** Another version leads. */
  | { readonly kind: 'lead'; readonly entryId: PaperId; readonly paperId: PaperId }
  /** Forgets a version: undoes that it was added. */
  | { readonly kind: 'drop'; readonly entryId: PaperId; readonly paperId: PaperId }
  /** Two entries are two papers, or are not said to be any more. */
  | {
      readonly kind: 'apart';
      readonly entryId: PaperId;
      readonly paperId: PaperId;
      readonly areApart: boolean;
    };

/** The entries that a change of versions left, and those that it took off the list. */
export interface VersionsChanged {
  readonly entries: readonly ReadingListEntry[];
  readonly gone: readonly PaperId[];
}

/** The entry with one more record of its paper; the same object where it has that, or has too many. `now` in milliseconds since the epoch. */
export function withVersion(
  entry: ReadingListEntry,
  paper: Paper,
  now: number,
  sourceUrl: string | null,
): ReadingListEntry {
  if (idsOf(entry).includes(paper.id) || entry.versions.length >= VERSIONS_MAX) return entry;
  return withVersions(entry, [...entry.versions, { paper, addedAt: now, sourceUrl, merged: null }]);
}

/**
 * Two entries as one, led by the first: tags and notes joined, the status of the later change, the earlier time of saving, the star of
 * either, the higher priority. `areFew` says beforehand whether that would be too many versions.
 */
export function mergedEntries(entry: ReadingListEntry, other: ReadingListEntry): ReadingListEntry {
  const [into, own] = [ownFactsOf(entry), ownFactsOf(other)];
  // What was taken off the list and saved as a version elsewhere may have come back since: each record once.
  const others = new Set(idsOf(other));
  const left = entry.versions.filter(({ paper }) => !others.has(paper.id));
  const along = other.versions.filter(({ paper }) => paper.id !== entry.paper.id);
  const version: VersionOfPaper = {
    paper: other.paper,
    addedAt: other.addedAt,
    sourceUrl: other.sourceUrl,
    merged: { own, into, with: along.map(({ paper }) => paper.id) },
  };
  const versions = [...left, version, ...along];
  const ids = new Set([...idsOf(entry), ...idsOf(other)]);
  return {
    ...merged(into, own),
    paper: entry.paper,
    versions,
    apart: [...new Set([...entry.apart, ...other.apart])].filter((id) => !ids.has(id)).slice(-APART_MAX),
  };
}

/** Whether two entries together have no more records than an entry may have. */
export function areFew(entry: ReadingListEntry, other: ReadingListEntry): boolean {
  return entry.versions.length + other.versions.length < VERSIONS_MAX;
}

/** An entry in two, as `splitEntry` makes them. */
export interface SplitEntry {
  readonly rest: ReadingListEntry;
  readonly out: ReadingListEntry;
}

/**
 * The entry without a version, and that version as an entry with what it had before it was merged, and with the versions that came with
 * it. What was changed since stays with the entry. Null where it has no such version.
 */
export function splitEntry(entry: ReadingListEntry, paperId: PaperId, areApart: boolean): SplitEntry | null {
  const version = entry.versions.find(({ paper }) => paper.id === paperId);
  if (version === undefined) return null;
  const { paper, addedAt, sourceUrl, merged: from } = version;
  const along = new Set(from?.with);
  const left = entry.versions.filter((each) => each !== version && !along.has(each.paper.id));
  const own = from?.own ?? { ...FRESH, addedAt, statusAt: addedAt, sourceUrl };
  const out = {
    ...own,
    paper,
    versions: entry.versions.filter((each) => along.has(each.paper.id)),
    apart: entry.apart,
  };
  const rest = {
    ...(from === null ? ownFactsOf(entry) : unmerged(ownFactsOf(entry), from)),
    paper: entry.paper,
    versions: from === null ? left : left.map((each) => withoutShare(each, from)),
    apart: entry.apart,
  };
  if (!areApart) return { rest, out };
  return { rest: apartFrom(rest, idsOf(out)), out: apartFrom(out, idsOf(rest)) };
}

/** The entry led by another of its records; null where it has no such version. */
export function ledBy(entry: ReadingListEntry, paperId: PaperId): ReadingListEntry | null {
  const lead = entry.versions.find(({ paper }) => paper.id === paperId);
  if (lead === undefined) return null;
  const along = new Set([paperId, ...(lead.merged?.with ?? [])]);
  const others = entry.versions.map(({ paper }) => paper.id).filter((id) => !along.has(id));
  const { merged: from } = lead;
  const { addedAt, sourceUrl } = from?.into ?? entry;
  const before: VersionOfPaper = {
    paper: entry.paper,
    addedAt,
    sourceUrl,
    merged: from && { own: from.into, into: from.own, with: others },
  };
  const versions = entry.versions.map((version) => (version === lead ? before : version));
  return { ...entry, paper: lead.paper, versions };
}

/** The entry without a version, which is nowhere any more. */
export function withoutVersion(entry: ReadingListEntry, paperId: PaperId): ReadingListEntry {
  const versions = entry.versions.filter(({ paper }) => paper.id !== paperId);
  return versions.length === entry.versions.length ? entry : withVersions(entry, versions);
}

/** The entry said to be none of some papers. */
export function apartFrom(entry: ReadingListEntry, ids: readonly PaperId[]): ReadingListEntry {
  const fresh = ids.filter((id) => !entry.apart.includes(id));
  return fresh.length === 0 ? entry : { ...entry, apart: [...entry.apart, ...fresh].slice(-APART_MAX) };
}

/** The entry not said any more to be none of some papers. */
export function notApartFrom(entry: ReadingListEntry, ids: readonly PaperId[]): ReadingListEntry {
  const apart = entry.apart.filter((id) => !ids.includes(id));
  return apart.length === entry.apart.length ? entry : { ...entry, apart };
}

/** The identities under which an entry's paper is known. */
export function idsOf(entry: ReadingListEntry): readonly PaperId[] {
  return recordsOf(entry).map(({ id }) => id);
}

const FRESH = {
  status: 'to-read',
  starred: false,
  tags: [],
  note: '',
  priority: 0,
  openedAt: null,
} as const;

const withVersions = (entry: ReadingListEntry, versions: readonly VersionOfPaper[]): ReadingListEntry => ({
  ...entry,
  versions,
});

function merged(into: OwnFacts, own: OwnFacts): OwnFacts {
  const higher = PRIORITIES.findLast((priority) => priority === into.priority || priority === own.priority);
  return { ...joinedFacts(into, own), priority: higher ?? 0 };
}

/** What an entry had before a merge, wherever it still has what the merge made of that. */
function unmerged(now: OwnFacts, { own, into }: MergedFrom): OwnFacts {
  const made = merged(into, own);
  const isAsMade = now.status === made.status && now.statusAt === made.statusAt;
  const back = <K extends keyof OwnFacts>(name: K): OwnFacts[K] =>
    now[name] === made[name] ? into[name] : now[name];
  const gained = new Set(own.tags.filter((tag) => !into.tags.includes(tag)));
  const isTagged = now.tags.join('\n') === made.tags.join('\n');
  return {
    status: isAsMade ? into.status : now.status,
    statusAt: isAsMade ? into.statusAt : now.statusAt,
    starred: back('starred'),
    priority: back('priority'),
    note: back('note'),
    openedAt: back('openedAt'),
    addedAt: back('addedAt'),
    sourceUrl: back('sourceUrl'),
    tags: isTagged ? into.tags : now.tags.filter((tag) => !gained.has(tag)),
  };
}

/** A version that went into an entry after another one did, when that one has left. */
function withoutShare(version: VersionOfPaper, gone: MergedFrom): VersionOfPaper {
  const { merged: from } = version;
  return from === null ? version : { ...version, merged: { ...from, into: unmerged(from.into, gone) } };
}
