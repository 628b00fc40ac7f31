import type { PaperBrief } from '../core/paper';
import { isSamePaper } from '../core/titles/same-paper';

interface Ranked {
  readonly paper: PaperBrief;
  readonly score: number;
}

/**
 * The rankings of several corpora as one, best first. A paper that two of them have is told once, where it ranks
 * higher, and as the first of them tells it; records of one corpus are its own affair. Equal scores keep the order of the
 * corpora.
 */
export function joinRankings<T extends Ranked>(rankings: readonly (readonly T[])[]): readonly T[] {
  const all = rankings.flatMap((ranking, of) => ranking.map((ranked) => ({ ranked, of })));
  const kept: { ranked: T; of: number }[] = [];
  for (const { ranked, of } of all.toSorted((a, b) => b.ranked.score - a.ranked.score)) {
    const told = kept.find((other) => other.of !== of && isSamePaper(other.ranked.paper, ranked.paper));
    if (!told) kept.push({ ranked, of });
    else if (of < told.of) told.ranked = { ...told.ranked, paper: ranked.paper };
  }
  return kept.map(({ ranked }) => ranked);
}
