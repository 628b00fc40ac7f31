import { countTerms } from '../search/paper-terms';
import { termPresence, termRarity } from '../search/text-index';
import { wordsOf } from '../text/words';
import type { MapPaper } from './paper-map';

/** Numbers that stand for a text's words; chance adds some 0.1 to the product of two texts or takes it off. */
const WORD_DIMENSIONS = 96;
/** Each word goes to so many of them (Achlioptas 2003 and Li, Hastie, Church 2006: few are enough). */
const PLACES_PER_WORD = 4;
/** Of the cosine of two papers so much is what they mean, where that is known; the rest is the words they share. */
const MEANING_SHARE = 0.5;

/** Of more papers the single words alone are counted: half the work, and the phrases of few would decide. */
const PHRASES_UP_TO = 2_000;

/** Papers between two words on how far it is. */
export const PROGRESS_EVERY = 250;

/** What a text means as a vector of length 1; null where nothing in it is known. */
export type MeaningOf = (paper: Pick<MapPaper, 'title' | 'abstract'>) => Float32Array | null;

/** Rows of numbers, one for each paper, each of length 1 (or 0, of a paper without words). */
export interface Rows {
  readonly values: Float32Array;
  readonly width: number;
}

/** The words of a paper as numbers in order, and the weight of each in a vector of length 1. */
interface Words {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** Papers as they are compared. */
export interface TextVectors {
  /** All of a paper in few numbers, for a first look; their products are near to `nearness`. */
  readonly rows: Rows;
  /** How near two papers are, 0 to 1: the words they share, and what they mean where that is known. */
  readonly nearness: (one: number, other: number) => number;
}

/**
 * Papers as vectors: sublinear TF-IDF of stems and phrases among just these papers, and beside it what their words mean. Some
 * 0.3 ms a paper.
 */
export function textVectors(
  papers: readonly MapPaper[],
  meaningOf: MeaningOf | null,
  onProgress: (share: number) => void = () => {},
): TextVectors {
  const words = wordsOfAll(papers, onProgress);
  const meanings = papers.map((paper) => meaningOf?.(paper) ?? null);
  const nearness = (one: number, other: number): number => {
    const lexical = sharedWords(words[one], words[other]);
    const [meaning, others] = [meanings[one], meanings[other]];
    if (!meaning || !others) return lexical;
    return (1 - MEANING_SHARE) * lexical + MEANING_SHARE * Math.max(0, dot(meaning, others));
  };
  return { rows: rowsOf(words, meanings), nearness };
}

function wordsOfAll(papers: readonly MapPaper[], onProgress: (share: number) => void): readonly Words[] {
  const countsOf = papers.length <= PHRASES_UP_TO ? countsWithPhrases : countsOfWords;
  const counted = papers.map((paper, at) => {
    if (at % PROGRESS_EVERY === 0) onProgress(at / papers.length);
    return countsOf(paper);
  });
  const frequencies = new Map<string, number>();
  for (const counts of counted)
    for (const term of counts.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  // What one paper alone says brings it near to none.
  const shared = [...frequencies].filter(([, frequency]) => frequency > 1);
  const numbers = new Map(shared.map(([term], number) => [term, number]));
  return counted.map((counts) => {
    const found = [...counts].flatMap(([term, { title, abstract }]) => {
      const number = numbers.get(term);
      if (number === undefined) return [];
      const rarity = termRarity(term, frequencies.get(term) ?? 1, papers.length);
      return [{ number, weight: rarity * termPresence(title, abstract) }];
    });
    found.sort((a, b) => a.number - b.number);
    const weights = Float32Array.from(found, ({ weight }) => weight);
    scaleTo(weights, 1);
    return { terms: Uint32Array.from(found, ({ number }) => number), weights };
  });
}

function sharedWords(one: Words | undefined, other: Words | undefined): number {
  if (!one || !other) return 0;
  let [a, b, sum] = [0, 0, 0];
  while (a < one.terms.length && b < other.terms.length) {
    const [term, others] = [one.terms[a] ?? 0, other.terms[b] ?? 0];
    if (term === others) sum += (one.weights[a++] ?? 0) * (other.weights[b++] ?? 0);
    else if (term < others) a++;
    else b++;
  }
  return sum;
}

function rowsOf(words: readonly Words[], meanings: readonly (Float32Array | null)[]): Rows {
  const meaningWidth = meanings.find((meaning) => meaning !== null)?.length ?? 0;
  const width = WORD_DIMENSIONS + meaningWidth;
  const values = new Float32Array(words.length * width);
  words.forEach(({ terms, weights }, paper) => {
    const row = values.subarray(paper * width, (paper + 1) * width);
    const lexical = row.subarray(0, WORD_DIMENSIONS);
    terms.forEach((term, at) => project(lexical, term, weights[at] ?? 0));
    const meaning = meanings[paper] ?? null;
    scaleTo(lexical, meaning ? Math.sqrt(1 - MEANING_SHARE) : 1);
    if (!meaning) return;
    row.set(meaning, WORD_DIMENSIONS);
    scaleTo(row.subarray(WORD_DIMENSIONS), Math.sqrt(MEANING_SHARE));
  });
  return { values, width };
}

type Counts = ReadonlyMap<string, { readonly title: number; readonly abstract: number }>;

function countsWithPhrases({ title, abstract }: MapPaper): Counts {
  return countTerms({ title, abstract, otherTitles: [], authors: [] }).counts;
}

/** How often title and abstract say each stem that is no stop word. */
export function countsOfWords({ title, abstract }: Pick<MapPaper, 'title' | 'abstract'>): Counts {
  const counts = new Map<string, { title: number; abstract: number }>();
  const fields = [['title', title] as const, ['abstract', abstract ?? ''] as const];
  for (const [field, text] of fields) {
    for (const { stem, isStop } of wordsOf(text)) {
      if (isStop) continue;
      const count = counts.get(stem) ?? { title: 0, abstract: 0 };
      count[field] += 1;
      counts.set(stem, count);
    }
  }
  return counts;
}

function project(into: Float32Array, term: number, weight: number): void {
  let hash = Math.imul(term + 1, 0x9e3779b1);
  for (let time = 0; time < PLACES_PER_WORD; time++) {
    // The finisher of MurmurHash3, so that the places of one word have nothing to do with each other.
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) + time;
    hash ^= hash >>> 13;
    const place = (hash >>> 1) % into.length;
    into[place] = (into[place] ?? 0) + (hash & 1 ? weight : -weight);
  }
}

/** In place: to a length, or to nothing where all is 0. */
export function scaleTo(row: Float32Array, length: number): void {
  let squares = 0;
  for (const value of row) squares += value * value;
  const factor = squares > 0 ? length / Math.sqrt(squares) : 0;
  for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) * factor;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
