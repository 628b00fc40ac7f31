/** A query is read so far, in UTF-16 units: a pasted title fits, a pasted page does not. */
export const QUERY_MAX = 500;
export const QUERY_WORDS_MAX = 32;

/** A word in the title says more than the author's name, and that more than a word in the abstract. */
export const FIELD_WEIGHTS = { title: 3, authors: 2, abstract: 1 };
/** BM25's usual constants (Robertson and Zaragoza, 2009): saturation of repeats, influence of a paper's length. */
const K1 = 1.2;
const B = 0.4;
/** A completion counts less than the word itself, or "transform" would rank "transformer" beside itself. */
export const COMPLETION_WEIGHT = 0.7;
export const EXACT_TITLE_BONUS = 1000;
export const TITLE_START_BONUS = 20;
/** For the words of the query side by side in the title. */
export const TITLE_PHRASE_BONUS = 5;

/** BM25's inverse document frequency. */
export function searchRarity(papers: number, frequency: number): number {
  return Math.log(1 + (papers - frequency + 0.5) / (frequency + 0.5));
}

/** What the length of a paper divides its counts by: 1 at the mean length. */
export function lengthShare(length: number, meanLength: number): number {
  return 1 - B + (B * length) / Math.max(1, meanLength);
}

/** Repeats say less and less: rises from 0 towards K1 + 1. */
export function saturated(count: number): number {
  return (count * (K1 + 1)) / (count + K1);
}

/** For a folded title that is the folded query, begins with it or holds it. */
export function titleBonus(title: string, query: string): number {
  if (query === '') return 0;
  if (title.startsWith(query)) return title === query ? EXACT_TITLE_BONUS : TITLE_START_BONUS;
  return title.includes(` ${query}`) ? TITLE_PHRASE_BONUS : 0;
}
