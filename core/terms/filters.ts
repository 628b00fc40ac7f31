import { stem } from '../text/stem';
import { wordsOf } from '../text/words';
import { IMPACTS } from './impacts';
import { yearByte } from './paper-facts';
import { eachPosting } from './postings';
import type { Dictionary, TermsStore } from './terms-store';
import { venueTerms } from './venue-terms';

/** Papers that lack the fact a filter asks for do not pass it. */
export interface SearchFilters {
  /** First and last year, both included. */
  readonly yearFrom?: number;
  readonly yearTo?: number;
  /** Words of one author's name; all must be among the authors' names. */
  readonly author?: string;
  /** Words of the venue; all must be in it. */
  readonly venue?: string;
}

const FILTER_UNITS_MAX = 200;

/** Tells which papers pass; null when nothing is filtered. */
export async function readFilter(
  store: TermsStore,
  { about }: Dictionary,
  { yearFrom, yearTo, author, venue }: SearchFilters,
): Promise<((ordinal: number) => boolean) | null> {
  const names = wordsOf((author ?? '').slice(0, FILTER_UNITS_MAX)).map(({ form }) => stem(form));
  const terms = [...new Set([...names, ...venueTerms(venue ?? null)])];
  const hasYears = yearFrom !== undefined || yearTo !== undefined;
  if (terms.length === 0 && !hasYears) return null;
  const years = hasYears ? await store.facts('year') : null;
  const first = yearFrom === undefined ? 1 : yearByte(yearFrom);
  const last = yearTo === undefined ? 255 : yearByte(yearTo);
  const met = terms.length > 0 ? await holders(store, about.papers, terms) : null;
  return (ordinal) => {
    const year = years?.[ordinal] ?? first;
    return year >= first && year <= last && (!met || met[ordinal] === terms.length);
  };
}

/** For each paper how many of the terms are in its authors' names or venue. */
async function holders(store: TermsStore, papers: number, terms: readonly string[]): Promise<Uint8Array> {
  const met = new Uint8Array(papers);
  const found = [...(await store.find(terms)).values()];
  const postings = await store.postings(found, () => false);
  const add = (ordinal: number, impact: number) => {
    if (IMPACTS[impact]?.inAuthors) met[ordinal] = (met[ordinal] ?? 0) + 1;
  };
  for (const term of found) for (const bytes of postings(term)) eachPosting(bytes, add);
  return met;
}
