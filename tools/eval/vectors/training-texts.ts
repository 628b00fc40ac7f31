import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { wordTerms } from '../../../core/search/paper-terms';
import { wordsOf } from '../../../core/text/words';

/** A title and an abstract as numbers of words, in their order; words that have no number are left out. */
export interface TrainingText {
  readonly title: Int32Array;
  readonly abstract: Int32Array;
}

export interface TrainingData {
  /** Stems, in the order of their numbers. */
  readonly words: readonly string[];
  /** How many papers hold each. */
  readonly frequencies: Int32Array;
  readonly papers: number;
  readonly texts: readonly TrainingText[];
}

/** A word in fewer papers than this teaches nothing that the next paper could use. */
const PAPERS_MIN = 4;
/** Shorter texts make no two halves. */
const TITLE_WORDS_MIN = 2;
const ABSTRACT_WORDS_MIN = 12;

/** Reads papers, one JSON object a line, plain or gzipped: `{title, abstract}`. */
export function readTrainingData(path: string, papersMin = PAPERS_MIN): TrainingData {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const papers = text
    .trim()
    .split('\n')
    .map((line) => {
      const { title, abstract } = JSON.parse(line) as Record<string, unknown>;
      return { title: stemsOf(title), abstract: stemsOf(abstract) };
    });
  return numbered(papers, papersMin);
}

function stemsOf(text: unknown): readonly string[] {
  if (typeof text !== 'string') return [];
  return wordsOf(text).flatMap((word) => wordTerms(word).map(([, term]) => term));
}

interface Stems {
  readonly title: readonly string[];
  readonly abstract: readonly string[];
}

function numbered(papers: readonly Stems[], papersMin: number): TrainingData {
  const held = new Map<string, number>();
  for (const { title, abstract } of papers) {
    for (const stem of new Set([...title, ...abstract])) held.set(stem, (held.get(stem) ?? 0) + 1);
  }
  const words = [...held]
    .filter(([, count]) => count >= papersMin)
    .map(([stem]) => stem)
    .toSorted();
  const numbers = new Map(words.map((word, number) => [word, number]));
  const numbersOf = (stems: readonly string[]) =>
    Int32Array.from(stems.flatMap((stem) => numbers.get(stem) ?? []));
  return {
    words,
    frequencies: Int32Array.from(words, (word) => held.get(word) ?? 0),
    papers: papers.length,
    texts: papers
      .map(({ title, abstract }) => ({ title: numbersOf(title), abstract: numbersOf(abstract) }))
      .filter(
        ({ title, abstract }) => title.length >= TITLE_WORDS_MIN && abstract.length >= ABSTRACT_WORDS_MIN,
      ),
  };
}
