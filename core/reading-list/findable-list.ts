import { contradicts } from '../match/agreement';
import { indexKeys, keysOfPapers, type LookupKey } from '../match/keys';
import type { Paper, PaperId } from '../paper';
import type { ReadingListEntry } from './entry';

/** What a paper is recognised by; `id` is null where nobody has given it one yet. */
export type Recognisable = Pick<Paper, 'arxiv' | 'doi' | 'title' | 'otherTitles' | 'url' | 'pdf'> & {
  readonly id: PaperId | null;
};

/** A reading list in which a paper is found whatever identity it was saved under. */
export interface FindableList {
  /** In the order they were given. */
  readonly entries: ReadonlyMap<PaperId, ReadingListEntry>;
  readonly keys: ReadonlyMap<LookupKey, readonly PaperId[]>;
}

export function findableList(entries: readonly ReadingListEntry[]): FindableList {
  return {
    entries: new Map(entries.map((entry) => [entry.paper.id, entry])),
    keys: keysOfPapers(entries.map((entry) => entry.paper)),
  };
}

/** The entry of a paper, also where it was saved under another identity (from a page without identifiers), or null. */
export function entryOf(paper: Recognisable, { entries, keys }: FindableList): ReadingListEntry | null {
  const own = paper.id === null ? undefined : entries.get(paper.id);
  if (own || entries.size === 0) return own ?? null;
  for (const key of indexKeys(paper)) {
    for (const id of keys.get(key) ?? []) {
      const entry = entries.get(id);
      if (entry && !contradicts(entry.paper, paper)) return entry;
    }
  }
  return null;
}
