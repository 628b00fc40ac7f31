import type { PaperId } from '../paper';
import type { ReadingListEntry } from './entry';

/** How near the papers of the list are to one of them. */
export interface KinRanking {
  /** The paper that they are compared with. */
  readonly to: PaperId;
  /** 0 to 1; without those that came onto the list since. */
  readonly scores: ReadonlyMap<PaperId, number>;
  /** What the nearest share with it, most telling first. */
  readonly words: ReadonlyMap<PaperId, readonly string[]>;
}

/** The entries by kinship, nearest first: the paper itself, then by score; equal ones, and those without a score, last added first. */
export function entriesByKin(
  entries: readonly ReadingListEntry[],
  { to, scores }: Pick<KinRanking, 'to' | 'scores'>,
): readonly ReadingListEntry[] {
  const rank = ({ paper: { id } }: ReadingListEntry) => (id === to ? Infinity : (scores.get(id) ?? -1));
  return entries
    .map((entry) => ({ entry, score: rank(entry) }))
    .toSorted((a, b) => (a.score === b.score ? later(a.entry, b.entry) : b.score - a.score))
    .map(({ entry }) => entry);
}

/** What is equal in an order: last added first. */
export function later(a: ReadingListEntry, b: ReadingListEntry): number {
  return b.addedAt - a.addedAt || (a.paper.id < b.paper.id ? -1 : 1);
}
