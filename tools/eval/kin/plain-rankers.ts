import { chanceOf } from '../chance';
import type { SetPaper } from './kin-cases';

/** A paper's kinship to each paper of its set, in their order. */
export type Ranker = (query: SetPaper) => readonly number[];

/** English words that say nothing of a subject: the shortest list that does, so that the rivals are plain but not poor. */
const STOP_WORDS = new Set(
  'a an and are as at be been but by can for from has have in into is it its of on or our such that the their these this to was we were which with'.split(
    ' ',
  ),
);
const K1 = 1.2;
const B = 0.75;

type Counts = ReadonlyMap<string, number>;

/** Cosine of TF-IDF vectors of the words as they are written: (1 + ln tf) * (1 + ln(N / df)). */
export function plainTfIdf(papers: readonly SetPaper[]): Ranker {
  const { counts, frequency } = counted(papers);
  const vectorOf = (of: Counts): Counts => {
    const weights = [...of].map(([word, count]) => {
      const rarity = 1 + Math.log(papers.length / (frequency.get(word) ?? 1));
      return [word, (1 + Math.log(count)) * rarity] as const;
    });
    const norm = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([word, weight]) => [word, weight / norm]));
  };
  const vectors = counts.map(vectorOf);
  return (query) => {
    const own = vectorOf(wordCounts(query));
    return vectors.map((other) => product(own, other));
  };
}

/** Okapi BM25 (Robertson and Zaragoza, 2009) with the query paper's words, each as often as it says it. */
export function plainBm25(papers: readonly SetPaper[]): Ranker {
  const { counts, frequency } = counted(papers);
  const lengths = counts.map((of) => [...of.values()].reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, papers.length);
  const vectors = counts.map((of, at) => {
    const share = K1 * (1 - B + (B * (lengths[at] ?? 0)) / mean);
    return new Map(
      [...of].map(([word, count]) => {
        const df = frequency.get(word) ?? 0;
        const rarity = Math.log(1 + (papers.length - df + 0.5) / (df + 0.5));
        return [word, (rarity * count * (K1 + 1)) / (count + share)];
      }),
    );
  });
  return (query) => {
    const own = wordCounts(query);
    return vectors.map((other) => product(own, other));
  };
}

/** Chance, the same in every run. */
export function chanceRanker(papers: readonly SetPaper[]): Ranker {
  const chance = chanceOf(1);
  return () => papers.map(chance);
}

function product(a: Counts, b: Counts): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}

function counted(papers: readonly SetPaper[]) {
  const counts = papers.map(wordCounts);
  const frequency = new Map<string, number>();
  for (const of of counts) for (const word of of.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return { counts, frequency };
}

function wordCounts({ title, abstract }: SetPaper): Counts {
  const counts = new Map<string, number>();
  for (const word of `${title} ${abstract ?? ''}`.toLowerCase().match(/[a-z0-9]+/g) ?? []) {
    if (!STOP_WORDS.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
