import type { Paper } from '../paper';
import { foldCase } from '../text/words';
import { titleKey } from '../text/title-key';

/** What of a paper a corpus may tell; what follows from these has no source of its own. */
export type ToldFact = Exclude<keyof Paper, 'id'>;

/** Facts of which two sources cannot both be right; lists of authors, abstracts and links differ in every source. */
const SINGLE_FACTS = ['title', 'year', 'venue', 'arxiv', 'doi'] as const satisfies readonly ToldFact[];

/** What a corpus tells otherwise than the one that is believed. */
export type OtherFacts = Partial<Pick<Paper, (typeof SINGLE_FACTS)[number]>>;

/** A corpus, and which of a paper's facts are as it tells them. */
export interface FactSource {
  /** The corpus's name, for people. */
  readonly corpus: string;
  readonly facts: readonly ToldFact[];
  readonly others: OtherFacts;
}

/** A paper as several corpora tell it together. */
export interface ToldPaper {
  readonly paper: Paper;
  /** Those that told some fact, or told one otherwise, the first first. */
  readonly sources: readonly FactSource[];
}

/** A paper as one corpus tells it. */
export interface Telling {
  /** The corpus's name. */
  readonly corpus: string;
  readonly paper: Paper;
}

const isAbsent = (fact: unknown): boolean => fact === null || (Array.isArray(fact) && fact.length === 0);

/** One paper from what several corpora tell of it: where they differ the first is believed, what it lacks comes from the others. */
export function joinTellings(first: Telling, others: readonly Telling[]): ToldPaper {
  const { id, ...facts } = first.paper;
  const joined: Record<string, unknown> = { ...facts };
  const sources = [first, ...others].map(({ corpus, paper }, rank): FactSource => {
    const names = Object.keys(facts) as ToldFact[];
    const told = names.filter((name) => !isAbsent(paper[name]) && (rank === 0 || isAbsent(joined[name])));
    for (const name of told) joined[name] = paper[name];
    const differing = SINGLE_FACTS.filter((name) => differs(name, paper[name], joined[name]));
    return { corpus, facts: told, others: Object.fromEntries(differing.map((name) => [name, paper[name]])) };
  });
  return {
    paper: { ...first.paper, ...joined, id },
    sources: sources.filter(({ facts: told, others: other }) => told.length + Object.keys(other).length > 0),
  };
}

function differs(name: (typeof SINGLE_FACTS)[number], told: unknown, believed: unknown): boolean {
  if (isAbsent(told) || isAbsent(believed)) return false;
  const normal = name === 'title' ? titleKey : foldCase;
  return normal(String(told)) !== normal(String(believed));
}
