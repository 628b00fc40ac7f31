import { httpUrl } from '../../core/identity/links';
import { mergedEntry } from '../../core/list-formats/merge-entry';
import { indexKeys } from '../../core/match/keys';
import type { Paper, PaperId } from '../../core/paper';
import { freshEntry, recordsOf, type ReadingListEntry } from '../../core/reading-list/entry';
import { areByOthers, isSurelyOf } from '../../core/reading-list/version-evidence';
import {
  apartFrom,
  areFew,
  idsOf,
  ledBy,
  mergedEntries,
  notApartFrom,
  splitEntry,
  withoutVersion,
  withVersion,
  type SplitEntry,
  type VersionChange,
  type VersionsChanged,
} from '../../core/reading-list/versions';
import type { Edit, Edited } from '../../store/library-store';
import type { FoundPaper } from '../card';

/** A paper that is to be saved: what the page says of it, and what was found. */
export interface Saving extends Pick<FoundPaper, 'paper' | 'origin' | 'entry'> {
  /** Null where the caller named it by its identity. */
  readonly said: Paper | null;
  readonly sourceUrl: string | null;
}

interface SavingEdit {
  readonly paperId: PaperId;
  readonly edit: Edit;
}

/** What puts it on its own, or to the versions of an entry; or the entry that has it already. `now` in milliseconds since the epoch. */
export function saving(saved: Saving, now: number): SavingEdit | ReadingListEntry {
  const { entry } = saved;
  const source = httpUrl(saved.sourceUrl);
  const record = recordOf(saved);
  const added = record && freshEntry(record, now, source);
  if (entry === null) {
    const fresh = added ?? freshEntry(saved.paper, now, source);
    return { paperId: fresh.paper.id, edit: (current) => current ?? fresh };
  }
  if (added === null || !tellsMore(added.paper, entry)) return entry;
  const { paper } = added;
  const isSure = !entry.apart.includes(paper.id) && isSurelyOf(recordsOf(entry), paper);
  if (!isSure) return { paperId: paper.id, edit: (current) => current ?? added };
  return {
    paperId: entry.paper.id,
    edit: (current) => current && withVersion(current, paper, now, source),
  };
}

/**
 * The record that the caller means; null where it said no more than a title. A page that names a paper by title alone has been
 * matched with one of the same title: what else the page says, that it says of its own. One that states an identifier of the paper found
 * means that paper, whatever it says of title and authors: what the card showed is saved.
 */
function recordOf({ said, paper, origin, entry }: Saving): Paper | null {
  if (said === null) return paper;
  const names = namesOf(said);
  const known = new Set(namesOf(paper));
  const isNamed = names.some((key) => known.has(key));
  const isFound = origin !== 'corpus' || isNamed || !areByOthers(said, paper);
  if (isFound && names.length === 0) return origin === 'list' && entry === null ? said : null;
  if (origin !== 'corpus') return said;
  return isFound && (entry === null || isNamed) ? paper : said;
}

/** What names a record and no other: identifiers, and its page in a library. */
const namesOf = (paper: Paper): readonly string[] => indexKeys(paper).filter((key) => !/^[to]:/.test(key));

/** Whether a record has names, and none that the entry has already. */
function tellsMore(record: Paper, entry: ReadingListEntry): boolean {
  const names = namesOf(record);
  const known = new Set(recordsOf(entry).flatMap(namesOf));
  return names.length > 0 && !idsOf(entry).includes(record.id) && !names.some((name) => known.has(name));
}

/**
 * The edits of a change of the list as it is, in their order: what one takes off the list the next puts elsewhere, in the same transaction. They come out
 * well where an entry is gone in the meantime: nothing is taken off that is not put anywhere.
 */
export function versionEdits(
  change: VersionChange,
  entries: ReadonlyMap<PaperId, ReadingListEntry>,
): ReadonlyMap<PaperId, Edit> {
  const { entryId, paperId } = change;
  switch (change.kind) {
    case 'merge': {
      const [entry, other] = [entries.get(entryId), entries.get(paperId)];
      // What would be too much is told before anything is taken off the list.
      return entry && other && entryId !== paperId && areFew(entry, other) ? merging(change) : new Map();
    }
    case 'split':
      return splitting(change);
    case 'lead':
      return leading(entryId, paperId);
    case 'drop':
      return new Map([[entryId, (current) => current && withoutVersion(current, paperId)]]);
    case 'apart': {
      const told = change.areApart ? apartFrom : notApartFrom;
      const edit =
        (other: PaperId): Edit =>
        (current) =>
          current && told(current, [other]);
      return new Map([
        [entryId, edit(paperId)],
        [paperId, edit(entryId)],
      ]);
    }
  }
}

function merging({
  entryId,
  paperId,
  as,
}: VersionChange & { readonly kind: 'merge' }): ReadonlyMap<PaperId, Edit> {
  let taken: ReadingListEntry | null = null;
  const take: Edit = (current) => {
    taken = current;
    return null;
  };
  const put: Edit = (current) => {
    if (taken === null) return current;
    if (current === null) return taken;
    const split = as && splitEntry(as, paperId, true);
    const isAsSplit = split && isEqual([split.rest, split.out], [current, taken]);
    return isAsSplit ? as : mergedEntries(current, taken);
  };
  return new Map([
    [paperId, take],
    [entryId, put],
  ]);
}

function splitting({
  entryId,
  paperId,
  areApart,
}: VersionChange & { readonly kind: 'split' }): ReadonlyMap<PaperId, Edit> {
  let split: SplitEntry | null = null;
  return new Map<PaperId, Edit>([
    [
      entryId,
      (current) => {
        split = current && splitEntry(current, paperId, areApart);
        return split?.rest ?? current;
      },
    ],
    [
      paperId,
      (current) => {
        if (current === null) return split?.out ?? null;
        return split ? mergedEntry(current, split.out.paper, split.out, split.out) : current;
      },
    ],
  ]);
}

function leading(entryId: PaperId, paperId: PaperId): ReadonlyMap<PaperId, Edit> {
  let led: ReadingListEntry | null = null;
  return new Map<PaperId, Edit>([
    [
      entryId,
      (current) => {
        led = current && ledBy(current, paperId);
        return led ? null : current;
      },
    ],
    [
      paperId,
      (current) => {
        // An entry of its own again, put back from the bin or come with a file: what the reader has there goes along.
        if (led === null || current === null) return led ?? current;
        return mergedEntry(led, current.paper, current, current);
      },
    ],
  ]);
}

/** Objects that have been through a message have their members in another order than those of the database. */
const isEqual = (a: unknown, b: unknown): boolean => inOrder(a) === inOrder(b);

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/** What came of such edits; null where nothing changed. */
export function versionsChanged(edited: readonly Edited[]): VersionsChanged | null {
  const changed = edited.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return null;
  const entries = changed.flatMap(({ after }) => after ?? []);
  const left = new Set(entries.map(({ paper }) => paper.id));
  const gone = changed.flatMap(({ before }) => (before && !left.has(before.paper.id) ? before.paper.id : []));
  return { entries, gone };
}
