import { FIELD_WEIGHTS } from '../search/ranking';
import { termPresence } from '../search/text-index';

/** How often a paper says a term: quantised to the 29 kinds that ranking can tell apart. */
export interface Impact {
  /** 0, 1, 2 (or more). */
  readonly inTitle: number;
  readonly inAuthors: boolean;
  /** 0, 1, 2, 3 (or 4), 5 (or more). */
  readonly inAbstract: number;
  /** The weighted count that search saturates. */
  readonly count: number;
  /** `termPresence` of title and abstract, for kin. */
  readonly presence: number;
}

const TITLE_LEVELS = 3;
const ABSTRACT_LEVELS = [0, 1, 2, 3, 5];

function allImpacts(): readonly Impact[] {
  const impacts: Impact[] = [];
  for (let inTitle = 0; inTitle < TITLE_LEVELS; inTitle++) {
    for (const inAuthors of [false, true]) {
      for (const inAbstract of ABSTRACT_LEVELS) {
        const count =
          FIELD_WEIGHTS.title * inTitle +
          FIELD_WEIGHTS.authors * (inAuthors ? 1 : 0) +
          FIELD_WEIGHTS.abstract * Math.min(2, inAbstract);
        const presence = termPresence(inTitle, inAbstract);
        if (count > 0) impacts.push({ inTitle, inAuthors, inAbstract, count, presence });
      }
    }
  }
  return impacts.toSorted((a, b) => b.count - a.count || b.presence - a.presence);
}

/** Strongest first; the place of an impact in this list is what postings hold. The last is "once in the abstract". */
export const IMPACTS: readonly Impact[] = allImpacts();
export const WEAKEST_IMPACT = IMPACTS.length - 1;

const levelOf = (inAbstract: number): number => (inAbstract < 3 ? inAbstract : inAbstract < 5 ? 3 : 4);
const slot = (title: number, author: number, level: number): number => (title * 2 + author) * 5 + level;
const NUMBERS = new Uint8Array(TITLE_LEVELS * 2 * 5);
IMPACTS.forEach(({ inTitle, inAuthors, inAbstract }, number) => {
  NUMBERS[slot(inTitle, inAuthors ? 1 : 0, levelOf(inAbstract))] = number;
});

/** The number of the impact of these counts, at least one of which is above 0. */
export function impactOf(inTitle: number, inAuthors: number, inAbstract: number): number {
  return NUMBERS[slot(Math.min(2, inTitle), Math.min(1, inAuthors), levelOf(inAbstract))] ?? WEAKEST_IMPACT;
}
