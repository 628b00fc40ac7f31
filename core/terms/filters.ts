import type { SearchFilters } from '../search/search-query';
import { stem } from '../text/stem';
import { wordsOf } from '../text/words';
import { IMPACTS } from './impacts';
import { yearByte } from './paper-facts';
import { eachChunk } from './postings';
import { completionsOf } from './query-words';
import type { Dictionary, FoundTerm, TermsStore } from './terms-store';
import { VENUE_SIGN } from './names';

const FILTER_UNITS_MAX = 200;
/** One bit each: more words than this say no more. */
const FILTER_WORDS_MAX = 16;

/** Tells which papers pass; null when nothing is filtered. */
export async function readFilter(
  store: TermsStore,
  dictionary: Dictionary,
  { yearFrom, yearTo, author, venue }: SearchFilters,
): Promise<((ordinal: number) => boolean) | null> {
  const words = [
    ...(await wordsAsked(store, dictionary, author, '', stem)),
    ...(await wordsAsked(store, dictionary, venue, VENUE_SIGN, (form) => form)),
  ].slice(0, FILTER_WORDS_MAX);
  const hasYears = yearFrom !== undefined || yearTo !== undefined;
  if (words.length === 0 && !hasYears) return null;
  const years = hasYears ? await store.facts('year') : null;
  const first = yearFrom === undefined ? 1 : yearByte(yearFrom);
  const last = yearTo === undefined ? 255 : yearByte(yearTo);
  const all = 2 ** words.length - 1;
  const met = words.length > 0 ? await holders(store, dictionary.about.papers, words) : null;
  return (ordinal) => {
    const year = years?.[ordinal] ?? first;
    return year >= first && year <= last && (!met || met[ordinal] === all);
  };
}

/** For each word the terms that meet it, the last word's completions too. */
async function wordsAsked(
  store: TermsStore,
  dictionary: Dictionary,
  text: string | undefined,
  sign: string,
  termOf: (form: string) => string,
): Promise<readonly (readonly FoundTerm[])[]> {
  const forms = wordsOf((text ?? '').slice(0, FILTER_UNITS_MAX)).map(({ form }) => form);
  const found = await store.find(forms.map((form) => sign + termOf(form)));
  const last = forms.at(-1);
  const completed = last === undefined ? [] : await completionsOf(store, dictionary, sign + last);
  return forms.map((form, at) => {
    const whole = found.get(sign + termOf(form));
    const others = at === forms.length - 1 ? completed.filter(({ term }) => term !== whole?.term) : [];
    return (whole ? [whole] : []).concat(others);
  });
}

/** For each paper which of the words are in its authors' names or venue: one bit each. */
async function holders(
  store: TermsStore,
  papers: number,
  words: readonly (readonly FoundTerm[])[],
): Promise<Uint16Array> {
  const met = new Uint16Array(papers);
  const postings = await store.postings(words.flat(), () => false);
  for (const [at, terms] of words.entries()) {
    const add = (ordinals: Uint32Array, count: number, impact: number) => {
      if (!IMPACTS[impact]?.inAuthors) return;
      for (const ordinal of ordinals.subarray(0, count)) met[ordinal] = (met[ordinal] ?? 0) | (1 << at);
    };
    for (const term of terms) for (const bytes of postings(term)) eachChunk(bytes, add);
  }
  return met;
}
