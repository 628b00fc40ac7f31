import { strangenessOf } from '../kin/fusion';
import type { WordVectors } from '../kin/word-vectors';
import type { Paper } from '../paper';
import { termPresence, termRarity } from '../search/text-index';
import { wordTerms } from '../search/paper-terms';
import type { Word } from '../text/words';
import { KnownWords } from './known-words';
import type { CommonTerms } from './common-terms';
import { pairHash, termHash } from './pair-hash';
import type { PairTable } from './pair-counts';
import { Recent } from './recent';

export type KinText = Pick<Paper, 'title' | 'abstract'>;

/** A paper's text as a vector of length 1, and how often it says each term. */
export interface KinVector {
  readonly weights: ReadonlyMap<string, number>;
  /** A title counts double; runs of three words are here and not in the weights. */
  readonly mentions: ReadonlyMap<string, number>;
  /** What the text is about, as a vector of length 1; null where there are no word vectors, or none of its words has one. */
  readonly meaning: Float32Array | null;
  /** Mean of `strangenessOf` over its words; 0 without word vectors. */
  readonly strangeness: number;
}

/** What an index knows of how rare things are. */
export interface Rarities {
  readonly papers: number;
  readonly common: CommonTerms;
  readonly pairs: PairTable;
}

interface KnownTerm {
  readonly term: string;
  readonly rarity: number;
  /** In the word vectors, or -1. */
  readonly row: number;
  /** Null for a phrase, which the word vectors do not know. */
  readonly strangeness: number | null;
}

interface KnownStem {
  readonly stem: string;
  readonly hash: number;
  readonly isStop: boolean;
  readonly terms: readonly KnownTerm[];
}

interface Count {
  readonly known: KnownTerm;
  inTitle: number;
  inAbstract: number;
}

const PIECES_MAX = 6000;
/** Of 250 to 300 terms each: about 4 MB. */
const VECTORS_MAX = 160;

/** Makes vectors of texts: sublinear TF-IDF over stems and pairs of stems, with frequencies of the whole corpus, and meanings. */
export class KinVectors {
  readonly #rarities: Rarities;
  readonly #wordVectors: WordVectors | null;
  readonly #words: KnownWords<KnownStem>;
  readonly #recent = new Recent<string, KinVector>(VECTORS_MAX, () => 1);

  constructor(rarities: Rarities, wordVectors: WordVectors | null) {
    this.#rarities = rarities;
    this.#wordVectors = wordVectors;
    this.#words = new KnownWords(PIECES_MAX, (word) => this.#known(word));
  }

  of({ title, abstract }: KinText): KinVector {
    const text = `${title}\n${abstract ?? ''}`;
    const recent = this.#recent.get(text);
    if (recent) return recent;
    const counts = new Map<string, Count>();
    this.#count(title, 'inTitle', counts);
    this.#count(abstract ?? '', 'inAbstract', counts);
    const vector = vectorOf(counts.values(), this.#wordVectors);
    this.#recent.set(text, vector);
    return vector;
  }

  /** Papers that hold a stem; where the index does not tell, a guess between 1 and the rarest it tells of. */
  frequency(term: string): number {
    const { common } = this.#rarities;
    return Math.max(1, common.frequency(term)?.text ?? Math.sqrt(common.floor));
  }

  #count(text: string, field: 'inTitle' | 'inAbstract', counts: Map<string, Count>): void {
    const add = (term: string, make: () => KnownTerm) => {
      const known = counts.get(term);
      if (known) known[field]++;
      else {
        const count = { known: make(), inTitle: 0, inAbstract: 0 };
        count[field] = 1;
        counts.set(term, count);
      }
    };
    let run: KnownStem[] = [];
    this.#words.read(text, (word, isJoined) => {
      for (const known of word.terms) add(known.term, () => known);
      if (word.isStop) run = [];
      else run = isJoined ? [...run.slice(-2), word] : [word];
      const [last, second, third] = run.toReversed();
      if (!last || !second) return;
      const pair = `${second.stem} ${last.stem}`;
      add(pair, () => phrase(pair, this.#pairRarity(pair, second, last)));
      const three = `${third?.stem ?? ''} ${pair}`;
      if (third) add(three, () => phrase(three, 0));
    });
  }

  #pairRarity(pair: string, first: KnownStem, second: KnownStem): number {
    const frequency = this.#rarities.pairs.frequency(pairHash(first.hash, second.hash));
    return termRarity(pair, frequency, this.#rarities.papers);
  }

  #known(word: Word): KnownStem {
    const terms = wordTerms(word).map(([, term]) => this.#knownTerm(term));
    return { stem: word.stem, hash: termHash(word.stem), isStop: word.isStop, terms };
  }

  #knownTerm(term: string): KnownTerm {
    const { papers } = this.#rarities;
    const frequency = this.frequency(term);
    const vectors = this.#wordVectors;
    const row = vectors?.rowOf(termHash(term)) ?? -1;
    const strangeness = vectors ? strangenessOf(frequency, papers, vectors.shareOf(row)) : 0;
    return { term, rarity: termRarity(term, frequency, papers), row, strangeness };
  }
}

const phrase = (term: string, rarity: number): KnownTerm => ({ term, rarity, row: -1, strangeness: null });

function vectorOf(counts: Iterable<Count>, vectors: WordVectors | null): KinVector {
  const weights = new Map<string, number>();
  const mentions = new Map<string, number>();
  const sum = vectors ? new Float32Array(vectors.dimensions) : null;
  let [squares, strangeness, presences] = [0, 0, 0];
  for (const { known, inTitle, inAbstract } of counts) {
    mentions.set(known.term, 2 * inTitle + inAbstract);
    const presence = termPresence(inTitle, inAbstract);
    const weight = known.rarity * presence;
    if (weight > 0) weights.set(known.term, weight);
    squares += weight * weight;
    if (known.strangeness !== null) {
      strangeness += presence * known.strangeness;
      presences += presence;
    }
    if (sum && known.row >= 0) vectors?.addTo(sum, known.row, presence);
  }
  const norm = Math.sqrt(squares) || 1;
  for (const [term, weight] of weights) weights.set(term, weight / norm);
  return { weights, mentions, meaning: sum && unit(sum), strangeness: strangeness / Math.max(1, presences) };
}

/** In place; null where all is 0. */
function unit(vector: Float32Array): Float32Array | null {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (norm === 0) return null;
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) / norm;
  return vector;
}
