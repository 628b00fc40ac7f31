import type { KinReason } from '../kin/kin';
import { SCORE_FLOOR } from '../kin/find-kin';
import { isCommonWord, sharedTermsOf, type OtherPaper } from '../kin/shared-terms';
import type { Paper } from '../paper';
import type { KinText, KinVector, KinVectors } from './kin-vectors';
import { foldedTitle } from '../search/text-index';
import { Recent } from './recent';

export interface KinFound {
  readonly ordinal: number;
  readonly paper: Paper;
  /** 0 to 1. */
  readonly score: number;
  readonly reason: KinReason;
}

/** A candidate with its vector, before anything is said about whether it is to be shown. */
interface RankedCandidate {
  readonly ordinal: number;
  readonly paper: Paper;
  readonly other: KinVector;
  readonly score: number;
}

const QUERIES_MAX = 100;

/** Weighs candidates as `findKin` weighs a whole corpus, and tells why they are kin. */
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
    return [...candidates]
      .map(([ordinal, paper]) => {
        const other = this.#vectors.of(paper);
        return { ordinal, paper, other, score: cosine(vector, other) };
      })
      .toSorted((a, b) => b.score - a.score || a.ordinal - b.ordinal);
  }

  /** Nearest first; never the paper itself, nor one of the same title. */
  judge(
    query: Paper | (KinText & { readonly id: string }),
    candidates: ReadonlyMap<number, Paper>,
    limit: number,
  ): readonly KinFound[] {
    const vector = this.#vectors.of(query);
    const title = foldedTitle(query.title);
    const ranked = this.rank(query, candidates)
      .filter(({ paper }) => paper.id !== query.id && (title === '' || foldedTitle(paper.title) !== title))
      .filter(({ score }) => score >= SCORE_FLOOR);
    const tell = this.#teller(query);
    const kin: KinFound[] = [];
    for (const { ordinal, paper, other, score } of ranked) {
      if (kin.length >= limit) break;
      const terms = tell(this.#otherPaper(vector, other));
      // Nothing to tell means that only the language of abstracts is shared.
      if (terms.length === 0) continue;
      kin.push({ ordinal, paper, score: Math.min(1, score), reason: { kind: 'shared-terms', terms } });
    }
    return kin;
  }

  #teller(query: KinText): (other: OtherPaper) => readonly string[] {
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

function cosine(a: KinVector, b: KinVector): number {
  let sum = 0;
  for (const [term, weight] of a.weights) sum += weight * (b.weights.get(term) ?? 0);
  return sum;
}
