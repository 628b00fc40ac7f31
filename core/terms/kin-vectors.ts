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
}

/** What an index knows of how rare things are. */
export interface Rarities {
  readonly papers: number;
  readonly common: CommonTerms;
  readonly pairs: PairTable;
}

interface KnownStem {
  readonly stem: string;
  readonly hash: number;
  readonly isStop: boolean;
  readonly terms: readonly { readonly term: string; readonly rarity: number }[];
}

interface Count {
  readonly rarity: number;
  inTitle: number;
  inAbstract: number;
}

const PIECES_MAX = 6000;
/** Of 250 to 300 terms each: about 4 MB. */
const VECTORS_MAX = 160;

/** Makes vectors as `findKin` weighs them: sublinear TF-IDF over stems and pairs of stems, with frequencies of the whole corpus. */
export class KinVectors {
  readonly #rarities: Rarities;
  readonly #words: KnownWords<KnownStem>;
  readonly #recent = new Recent<string, KinVector>(VECTORS_MAX, () => 1);

  constructor(rarities: Rarities) {
    this.#rarities = rarities;
    this.#words = new KnownWords(PIECES_MAX, (word) => this.#known(word));
  }

  of({ title, abstract }: KinText): KinVector {
    const text = `${title}\n${abstract ?? ''}`;
    const recent = this.#recent.get(text);
    if (recent) return recent;
    const counts = new Map<string, Count>();
    this.#count(title, 'inTitle', counts);
    this.#count(abstract ?? '', 'inAbstract', counts);
    const vector = vectorOf(counts);
    this.#recent.set(text, vector);
    return vector;
  }

  /** Papers that hold a stem; where the index does not tell, a guess between 1 and the rarest it tells of. */
  frequency(term: string): number {
    const { common } = this.#rarities;
    return Math.max(1, common.frequency(term)?.text ?? Math.sqrt(common.floor));
  }

  #count(text: string, field: 'inTitle' | 'inAbstract', counts: Map<string, Count>): void {
    const add = (term: string, rarity: number | (() => number)) => {
      const known = counts.get(term);
      if (known) known[field]++;
      else {
        const count = { rarity: typeof rarity === 'number' ? rarity : rarity(), inTitle: 0, inAbstract: 0 };
        count[field] = 1;
        counts.set(term, count);
      }
    };
    let run: KnownStem[] = [];
    this.#words.read(text, (word, isJoined) => {
      for (const { term, rarity } of word.terms) add(term, rarity);
      if (word.isStop) run = [];
      else run = isJoined ? [...run.slice(-2), word] : [word];
      const [last, second, third] = run.toReversed();
      if (last && second) add(`${second.stem} ${last.stem}`, () => this.#pairRarity(second, last));
      if (last && second && third) add(`${third.stem} ${second.stem} ${last.stem}`, 0);
    });
  }

  #pairRarity(first: KnownStem, second: KnownStem): number {
    const frequency = this.#rarities.pairs.frequency(pairHash(first.hash, second.hash));
    return termRarity(`${first.stem} ${second.stem}`, frequency, this.#rarities.papers);
  }

  #known(word: Word): KnownStem {
    const terms = wordTerms(word).map(([, term]) => term);
    const rarity = (term: string) => termRarity(term, this.frequency(term), this.#rarities.papers);
    return {
      stem: word.stem,
      hash: termHash(word.stem),
      isStop: word.isStop,
      terms: terms.map((term) => ({ term, rarity: rarity(term) })),
    };
  }
}

function vectorOf(counts: ReadonlyMap<string, Count>): KinVector {
  const weights = new Map<string, number>();
  const mentions = new Map<string, number>();
  let squares = 0;
  for (const [term, { rarity, inTitle, inAbstract }] of counts) {
    mentions.set(term, 2 * inTitle + inAbstract);
    const weight = rarity * termPresence(inTitle, inAbstract);
    if (weight > 0) weights.set(term, weight);
    squares += weight * weight;
  }
  const norm = Math.sqrt(squares) || 1;
  for (const [term, weight] of weights) weights.set(term, weight / norm);
  return { weights, mentions };
}
