import type { Paper, PaperId } from '../paper';
import { textTerms } from '../search/paper-terms';
import {
  foldedTitle,
  postingOf,
  termNumber,
  termPresence,
  termRarity,
  textWeightAt,
  type TextIndex,
} from '../search/text-index';
import { wordsOf } from '../text/words';
import type { KinReason } from './kin';
import { isCommonWord, sharedTermsOf, type OtherPaper } from './shared-terms';

export interface RankedKin {
  readonly id: PaperId;
  /** 0 to 1. */
  readonly score: number;
  readonly reason: KinReason;
}

type Query = Pick<Paper, 'id' | 'title' | 'abstract'>;

/**
 * Below this cosine two papers share little but the language of abstracts. Measured against the bundled corpus: of 1,582
 * papers of another age and subject (CACM, 1958 to 1979) four in five have no paper above it; of the bundled papers all
 * have one, and nine in ten have three.
 */
export const SCORE_FLOOR = 0.07;

/**
 * The papers of an index nearest to one paper, which need not be in it and is never among them (nor is one of the same
 * title); nearest first. Cosine of sublinear TF-IDF vectors over title and abstract.
 */
export function findKin(index: TextIndex, paper: Query, limit: number): readonly RankedKin[] {
  const weights = queryWeights(index, paper);
  const title = foldedTitle(paper.title);
  const ranked = [...cosines(index, weights)]
    .map((score, at) => ({ at, score }))
    .filter(({ at, score }) => score >= SCORE_FLOOR && index.paperIds[at] !== paper.id)
    .filter(({ at }) => title === '' || index.titles[at] !== title)
    .toSorted((a, b) => b.score - a.score || a.at - b.at);
  const tell = sharedTermsOf(paper);
  const kin: RankedKin[] = [];
  for (const { at, score } of ranked) {
    if (kin.length >= limit) break;
    const terms = tell(otherPaper(index, weights, at));
    // Nothing to tell means that only the language of abstracts is shared.
    if (terms.length === 0) continue;
    const id = index.paperIds[at] ?? '';
    kin.push({ id, score: Math.min(1, score), reason: { kind: 'shared-terms', terms } });
  }
  return kin;
}

function otherPaper(index: TextIndex, weights: ReadonlyMap<number, number>, other: number): OtherPaper {
  return {
    mentions: (term) => {
      const posting = postingOf(index, termNumber(index, term), other);
      return posting < 0 ? 0 : 2 * (index.inTitle[posting] ?? 0) + (index.inAbstract[posting] ?? 0);
    },
    gain: (term) => {
      const number = termNumber(index, term);
      const posting = postingOf(index, number, other);
      return posting < 0 ? 0 : (weights.get(number) ?? 0) * textWeightAt(index, number, posting);
    },
    isCommon: (term) =>
      isCommonWord(index.textFrequency[termNumber(index, term)] ?? 0, index.paperIds.length),
  };
}

/** Weight of each term (by number) of the query paper, as a vector of length 1; terms the index lacks are left out. */
function queryWeights(index: TextIndex, paper: Query): ReadonlyMap<number, number> {
  const counts = new Map<string, { title: number; abstract: number }>();
  for (const [field, text] of [
    ['title', paper.title] as const,
    ['abstract', paper.abstract ?? ''] as const,
  ]) {
    for (const term of textTerms(wordsOf(text), text)) {
      const count = counts.get(term) ?? { title: 0, abstract: 0 };
      count[field]++;
      counts.set(term, count);
    }
  }
  const weights = new Map<number, number>();
  let squares = 0;
  for (const [term, count] of counts) {
    const number = termNumber(index, term);
    // A term of no paper is as rare as one of a single paper: it belongs to the length, though nothing meets it.
    const frequency = number < 0 ? 1 : Math.max(1, index.textFrequency[number] ?? 1);
    const rarity = termRarity(term, frequency, index.paperIds.length);
    const weight = rarity * termPresence(count.title, count.abstract);
    squares += weight * weight;
    if (number >= 0) weights.set(number, weight);
  }
  const norm = Math.sqrt(squares) || 1;
  return new Map([...weights].map(([term, weight]) => [term, weight / norm]));
}

function cosines(index: TextIndex, weights: ReadonlyMap<number, number>): Float64Array {
  const scores = new Float64Array(index.paperIds.length);
  for (const [term, weight] of weights) {
    if (weight === 0) continue;
    const rarity = termRarity(index.terms[term] ?? '', index.textFrequency[term] ?? 0, index.paperIds.length);
    const end = index.starts[term + 1] ?? 0;
    for (let at = index.starts[term] ?? 0; at < end; at++) {
      const paper = index.papers[at] ?? 0;
      const presence = termPresence(index.inTitle[at] ?? 0, index.inAbstract[at] ?? 0);
      scores[paper] = (scores[paper] ?? 0) + weight * rarity * presence;
    }
  }
  return scores.map((score, paper) => score / (index.norms[paper] || 1));
}
