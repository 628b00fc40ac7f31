import { contradicts } from '../match/agreement';
import { indexKeys, type LookupKey } from '../match/keys';
import type { Paper, PaperId } from '../paper';
import { recordsOf, type ReadingListEntry } from './entry';
import { areByOthers } from './version-evidence';

/** What a paper is recognised by; `id` is null where nobody has given it one yet. */
export type Recognisable = Pick<
  Paper,
  'arxiv' | 'authors' | 'doi' | 'title' | 'otherTitles' | 'url' | 'pdf'
> & {
  readonly id: PaperId | null;
};

/** A reading list in which a paper is found whatever identity it was saved under. */
export interface FindableList {
  /** In the order they were given. */
  readonly entries: ReadonlyMap<PaperId, ReadingListEntry>;
  /** The entries that each key of each of their records names. */
  readonly keys: ReadonlyMap<LookupKey, readonly PaperId[]>;
  /** The entry that each of its other versions belongs to. */
  readonly holders: ReadonlyMap<PaperId, ReadingListEntry>;
}

export function findableList(entries: readonly ReadingListEntry[]): FindableList {
  const keys = new Map<LookupKey, PaperId[]>();
  const holders = new Map<PaperId, ReadingListEntry>();
  for (const entry of entries) {
    for (const { paper } of entry.versions) holders.set(paper.id, entry);
    for (const key of new Set(recordsOf(entry).flatMap(indexKeys))) {
      const ids = keys.get(key);
      if (ids) ids.push(entry.paper.id);
      else keys.set(key, [entry.paper.id]);
    }
  }
  return { entries: new Map(entries.map((entry) => [entry.paper.id, entry])), keys, holders };
}

/** The entry that an identity names, be it that of another version of its paper; null for none. */
export function entryWithId(id: PaperId, { entries, holders }: FindableList): ReadingListEntry | null {
  return entries.get(id) ?? holders.get(id) ?? null;
}

/**
 * The entry of a paper, also where it was saved under another identity (from a page without identifiers), or null. A title names no
 * paper that is by others, or that the reader has told apart.
 */
export function entryOf(paper: Recognisable, list: FindableList): ReadingListEntry | null {
  const own = paper.id === null ? null : entryWithId(paper.id, list);
  if (own || list.entries.size === 0) return own;
  for (const key of indexKeys(paper)) {
    const isTitle = /^[to]:/.test(key);
    // A title by which one record is known may be another title of the other.
    const keys = isTitle ? [`t:${key.slice(2)}`, `o:${key.slice(2)}`] : [key];
    for (const id of keys.flatMap((each) => list.keys.get(each) ?? [])) {
      const entry = list.entries.get(id);
      if (entry && names(entry, paper, isTitle)) return entry;
    }
  }
  return null;
}

function names(entry: ReadingListEntry, paper: Recognisable, isTitle: boolean): boolean {
  if (paper.id !== null && entry.apart.includes(paper.id)) return false;
  return recordsOf(entry).some(
    (record) => !contradicts(record, paper) && !(isTitle && areByOthers(record, paper)),
  );
}
