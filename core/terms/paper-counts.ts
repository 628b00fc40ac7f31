import type { Paper } from '../paper';
import { wordTerms } from '../search/paper-terms';
import { stem } from '../text/stem';
import type { Word } from '../text/words';
import { impactOf } from './impacts';
import { KnownWords } from './known-words';
import { pairHash, termHash } from './pair-hash';
import { NAME_UNITS_MAX, venueTerms } from './venue-terms';

interface KnownTerm {
  readonly terms: readonly number[];
  readonly hash: number;
  readonly isStop: boolean;
}

/** More authors than this (a few papers of physics have 3,000) are not searched for by name. */
const AUTHORS_MAX = 300;
const PIECES_MAX = 25_000;
const NAME_PIECES_MAX = 8_000;
const NONE: ReadonlySet<number> = new Set();
const STOP: KnownTerm = { terms: [], hash: 0, isStop: true };
/** Where the eight bits of a field's count begin. */
const [TITLE, AUTHORS, ABSTRACT] = [0, 8, 16];
const COUNT_MAX = 255;
const VENUE_IMPACT = impactOf(0, 1, 0);

/**
 * Counts the terms of one paper after another, as numbers: the same terms as `countTerms` of `core/search`, without its
 * phrases; those of the venue besides.
 */
export class PaperCounts {
  readonly terms: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #words = new KnownWords(PIECES_MAX, (word) => this.#known(word));
  readonly #names = new KnownWords(NAME_PIECES_MAX, ({ form, parts }) =>
    [form, ...parts].map((one) => this.#number(stem(one))),
  );
  readonly #touched: number[] = [];
  /** Content words of the text read last. */
  #telling = 0;
  /** Of each term in the paper at hand, in title, authors and abstract, eight bits each: one place in memory to wait for. */
  #counts = new Uint32Array(1024);

  /** The number of a term that has one. */
  numberOf(term: string): number {
    return this.#numbers.get(term) ?? 0;
  }

  /** Visits every term of the paper once with its impact. `pairs`, where given, gets the hashes of its word pairs. */
  count(
    paper: Paper,
    pairs: Set<number> | null,
    visit: (term: number, impact: number) => void,
  ): { readonly length: number; readonly titleWords: number } {
    let length = this.#text(paper.title, pairs, (term) => this.#add(TITLE, term));
    const titleWords = this.#telling;
    const titleTerms = paper.otherTitles.length > 0 ? new Set(this.#touched) : NONE;
    length += this.#text(paper.abstract ?? '', pairs, (term) => this.#add(ABSTRACT, term));
    // Another title of the same paper adds the words it brings, and does not count the shared ones twice.
    for (const title of paper.otherTitles) {
      this.#text(title, null, (term) => void (titleTerms.has(term) || this.#add(TITLE, term)));
    }
    length += this.#authors(paper.authors);
    for (const term of this.#touched) {
      const counts = this.#counts[term] ?? 0;
      this.#counts[term] = 0;
      const [title, authors, abstract] = [counts >>> TITLE, counts >>> AUTHORS, counts >>> ABSTRACT];
      visit(term, impactOf(title & COUNT_MAX, authors & COUNT_MAX, abstract & COUNT_MAX));
    }
    this.#touched.length = 0;
    for (const term of venueTerms(paper.venue)) visit(this.#number(term), VENUE_IMPACT);
    return { length, titleWords };
  }

  #text(text: string, pairs: Set<number> | null, add: (term: number) => void): number {
    let before: KnownTerm | null = null;
    this.#telling = 0;
    return this.#words.read(text, (word, isJoined) => {
      if (!word.isStop) this.#telling++;
      for (const term of word.terms) add(term);
      if (pairs && isJoined && before && !before.isStop && !word.isStop) {
        pairs.add(pairHash(before.hash, word.hash));
      }
      before = word;
    });
  }

  #authors(authors: readonly string[]): number {
    let length = 0;
    for (const author of authors.slice(0, AUTHORS_MAX)) {
      this.#names.read(author.slice(0, NAME_UNITS_MAX), (terms) => {
        for (const term of terms) this.#add(AUTHORS, term);
        length += terms.length;
      });
    }
    return length;
  }

  #add(field: number, term: number): void {
    const counts = this.#counts[term] ?? 0;
    if (counts === 0) this.#touched.push(term);
    if (((counts >>> field) & COUNT_MAX) < COUNT_MAX) this.#counts[term] = counts + (1 << field);
  }

  #known(word: Word): KnownTerm {
    if (word.isStop) return STOP;
    return {
      terms: wordTerms(word).map(([, term]) => this.#number(term)),
      hash: termHash(word.stem),
      isStop: false,
    };
  }

  #number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.terms.length;
    this.terms.push(term);
    this.#numbers.set(term, number);
    if (number >= this.#counts.length) {
      const grown = new Uint32Array(this.#counts.length * 2);
      grown.set(this.#counts);
      this.#counts = grown;
    }
    return number;
  }
}
