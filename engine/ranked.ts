import { isSamePaper } from '../core/corpus/same-paper';
import type { Paper, PaperId } from '../core/paper';

interface Ranked {
  readonly id: PaperId;
  readonly score: number;
}

interface Hit<T> {
  readonly ranked: T;
  readonly paper: Paper;
  /** Which ranking it is of. */
  readonly of: number;
}

/**
 * The rankings of several corpora as one, best first. A paper that two of them have is told once, where it ranks
 * higher; records of one corpus are its own affair. Equal scores keep the order of the corpora.
 */
export function joinRankings<T extends Ranked>(
  rankings: readonly (readonly T[])[],
  papers: ReadonlyMap<PaperId, Paper>,
): readonly Hit<T>[] {
  const all = rankings.flatMap((ranking, of) => ranking.map((ranked) => ({ ranked, of })));
  const kept: Hit<T>[] = [];
  for (const { ranked, of } of all.toSorted((a, b) => b.ranked.score - a.ranked.score)) {
    const paper = papers.get(ranked.id);
    const isTold = kept.some((other) => paper && other.of !== of && isSamePaper(other.paper, paper));
    if (paper && !isTold) kept.push({ ranked, paper, of });
  }
  return kept;
}
