import type { Paper } from '../paper';
import { wordTerms } from '../search/paper-terms';
import { stem } from '../text/stem';
import { foldCase, wordsOf, type Word } from '../text/words';
import { impactOf } from './impacts';
import { KnownWords } from './known-words';
import { VENUE_SIGN } from './names';
import { pairHash, termHash } from './pair-hash';

interface KnownTerm {
  readonly terms: readonly number[];
  readonly hash: number;
  readonly isStop: boolean;
}

/** More authors than this (a few papers of physics have 3,000) are not searched for by name. */
const AUTHORS_MAX = 300;
const NAME_UNITS_MAX = 200;
const PIECES_MAX = 130_000;
const NAME_PIECES_MAX = 60_000;
const NONE: ReadonlySet<number> = new Set();
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
  #inTitle = new Uint8Array(1024);
  #inAuthors = new Uint8Array(1024);
  #inAbstract = new Uint8Array(1024);

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
    let length = this.#text(paper.title, pairs, (term) => this.#add(this.#inTitle, term));
    const titleWords = this.#telling;
    const titleTerms = paper.otherTitles.length > 0 ? new Set(this.#touched) : NONE;
    length += this.#text(paper.abstract ?? '', pairs, (term) => this.#add(this.#inAbstract, term));
    // Another title of the same paper adds the words it brings, and does not count the shared ones twice.
    for (const title of paper.otherTitles) {
      this.#text(title, null, (term) => void (titleTerms.has(term) || this.#add(this.#inTitle, term)));
    }
    length += this.#authors(paper.authors);
    for (const term of this.#touched) {
      visit(
        term,
        impactOf(this.#inTitle[term] ?? 0, this.#inAuthors[term] ?? 0, this.#inAbstract[term] ?? 0),
      );
      this.#inTitle[term] = this.#inAuthors[term] = this.#inAbstract[term] = 0;
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
        for (const term of terms) this.#add(this.#inAuthors, term);
        length += terms.length;
      });
    }
    return length;
  }

  #add(counts: Uint8Array, term: number): void {
    const known = (this.#inTitle[term] ?? 0) + (this.#inAuthors[term] ?? 0) + (this.#inAbstract[term] ?? 0);
    if (known === 0) this.#touched.push(term);
    const count = counts[term] ?? 0;
    if (count < 255) counts[term] = count + 1;
  }

  #known(word: Word): KnownTerm {
    if (word.isStop) return { terms: [], hash: 0, isStop: true };
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
    if (number >= this.#inTitle.length) {
      this.#inTitle = doubled(this.#inTitle);
      this.#inAuthors = doubled(this.#inAuthors);
      this.#inAbstract = doubled(this.#inAbstract);
    }
    return number;
  }
}

/** What stands for a venue: each of its words once. */
function venueTerms(venue: string | null): ReadonlySet<string> {
  const words = wordsOf((venue ?? '').slice(0, NAME_UNITS_MAX));
  return new Set(words.map(({ form }) => VENUE_SIGN + foldCase(form)));
}

function doubled(counts: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(counts.length * 2);
  grown.set(counts);
  return grown;
}
