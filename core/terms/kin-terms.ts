import { fusedScore, meaningWeight, SCORE_FLOOR } from '../kin/fusion';
import type { OtherPaper, SharedTermsOf } from '../kin/shared-terms';
import type { Paper, PaperId } from '../paper';
import type { KinText, KinVector, KinVectors } from './kin-vectors';
import { foldedTitle } from '../search/text-index';
import { Recent } from './recent';

export interface KinFound {
  readonly ordinal: number;
  readonly paper: Paper;
  /** 0 to 1. */
  readonly score: number;
  /** What they share: see `sharedTermsOf`; nothing where that was not asked for. */
  readonly terms: readonly string[];
}

/** A candidate with its vector, before anything is said about whether it is to be shown. */
interface RankedCandidate {
  readonly ordinal: number;
  readonly paper: Paper;
  readonly other: KinVector;
  readonly score: number;
}

/** The paper that kin are sought for; it need not be in the corpus. */
export type KinQuery = KinText & { readonly id: PaperId };

export interface JudgeOptions {
  /** So many kin at most. */
  readonly limit: number;
  /** What scores less is none; unless told otherwise, what shares no more than the language of abstracts. */
  readonly floor?: number;
  /** Tells what kin share; null where nobody asks. */
  readonly sharedTermsOf: SharedTermsOf | null;
}

/**
 * Texts whose words agree so far are one, revised or renamed. Of the 2.8 million pairs of CSFCube's papers 23 do: read, nearly all are
 * preprint and publication, or a journal's version.
 */
const SAME_TEXT = 0.75;
const QUERIES_MAX = 100;

/** A word that more than half of a corpus holds is what the corpus is about, no reason; in a handful of papers it may be. */
const COMMON_SHARE = 0.5;
const COMMON_FROM_PAPERS = 20;

/** Weighs candidates by the words and the meaning of their texts, and tells why they are kin. */
export class KinJudge {
  readonly #vectors: KinVectors;
  readonly #papers: number;
  readonly #tellers = new Recent<string, (other: OtherPaper) => readonly string[]>(QUERIES_MAX, () => 1);

  constructor(vectors: KinVectors, papers: number) {
    this.#vectors = vectors;
    this.#papers = papers;
  }

  /** All candidates, nearest first. */
  rank(query: KinText, candidates: ReadonlyMap<number, Paper>): readonly RankedCandidate[] {
    const vector = this.#vectors.of(query);
    const weight = vector.meaning === null ? 0 : meaningWeight(vector.strangeness);
    return [...candidates]
      .map(([ordinal, paper]) => {
        const other = this.#vectors.of(paper);
        const score = fusedScore(cosine(vector, other), alikeness(vector.meaning, other.meaning), weight);
        return { ordinal, paper, other, score };
      })
      .toSorted((a, b) => b.score - a.score || a.ordinal - b.ordinal);
  }

  /** Nearest first; never the paper itself, nor a version of it, nor two versions of one. Those that share no phrase tell none. */
  judge(
    query: KinQuery,
    candidates: ReadonlyMap<number, Paper>,
    { limit, floor = SCORE_FLOOR, sharedTermsOf }: JudgeOptions,
  ): readonly KinFound[] {
    const vector = this.#vectors.of(query);
    const title = foldedTitle(query.title);
    const isVersion = (paper: Paper) =>
      paper.id === query.id || (title !== '' && foldedTitle(paper.title) === title);
    const told: ReadText[] = [{ paper: query, other: vector }];
    const tell = sharedTermsOf ? this.#teller(query, sharedTermsOf) : () => [];
    const kin: KinFound[] = [];
    for (const ranked of this.rank(query, candidates)) {
      const { ordinal, paper, other, score } = ranked;
      if (kin.length >= limit || score < floor) break;
      if (isVersion(paper) || told.some((before) => isSameText(before, ranked))) continue;
      told.push(ranked);
      kin.push({ ordinal, paper, score: Math.min(1, score), terms: tell(this.#otherPaper(vector, other)) });
    }
    return kin;
  }

  #teller(query: KinText, sharedTermsOf: SharedTermsOf): (other: OtherPaper) => readonly string[] {
    const text = `${query.title}\n${query.abstract ?? ''}`;
    const tell = this.#tellers.get(text) ?? sharedTermsOf(query);
    this.#tellers.set(text, tell);
    return tell;
  }

  #otherPaper(query: KinVector, other: KinVector): OtherPaper {
    return {
      mentions: (term) => other.mentions.get(term) ?? 0,
      gain: (term) => (query.weights.get(term) ?? 0) * (other.weights.get(term) ?? 0),
      isCommon: (term) => isCommonWord(this.#vectors.frequency(term), this.#papers),
    };
  }
}

/** Whether so many of the papers of a corpus hold a word that it is no reason. */
function isCommonWord(frequency: number, papers: number): boolean {
  return papers >= COMMON_FROM_PAPERS && frequency > COMMON_SHARE * papers;
}

interface ReadText {
  readonly paper: KinText;
  readonly other: KinVector;
}

/** Titles alone are too short to tell. Meanings are compared first, at a tenth of the cost of words. */
function isSameText(a: ReadText, b: ReadText): boolean {
  if (a.paper.abstract === null || b.paper.abstract === null) return false;
  const [ours, theirs] = [a.other.meaning, b.other.meaning];
  if (ours && theirs && alikeness(ours, theirs) < SAME_TEXT) return false;
  return cosine(a.other, b.other) >= SAME_TEXT;
}

function cosine(a: KinVector, b: KinVector): number {
  let sum = 0;
  for (const [term, weight] of a.weights) sum += weight * (b.weights.get(term) ?? 0);
  return sum;
}

/** Cosine of two meanings; 0 where one is not known. */
function alikeness(a: Float32Array | null, b: Float32Array | null): number {
  if (a === null || b === null) return 0;
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
