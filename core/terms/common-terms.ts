import { firstNotBelow } from '../search/text-index';
import { ByteReader, ByteWriter } from './bytes';
import { FrontReader, FrontWriter } from './front-coding';
import type { Frequency } from './postings';

/** About 4 MB in memory; of 2.7 million papers these are the terms that some 60 papers hold. */
const COMMON_MAX = 1 << 16;

interface Common {
  readonly term: string;
  readonly frequency: Frequency;
}

/** Keeps the most frequent terms of those that come by, in order, in bounded memory. */
export class CommonTermsWriter {
  readonly #max: number;
  #kept: Common[] = [];
  #floor = 0;

  constructor(max = COMMON_MAX) {
    this.#max = max;
  }

  add(term: string, frequency: Frequency): void {
    if (frequency.any <= this.#floor) return;
    this.#kept.push({ term, frequency });
    if (this.#kept.length >= 2 * this.#max) this.#prune();
  }

  take(): Uint8Array {
    this.#prune();
    const out = new ByteWriter();
    const front = new FrontWriter();
    out.number(this.#floor);
    for (const { term, frequency } of this.#kept) {
      front.write(term, out);
      out.number(frequency.any);
      out.number(frequency.text);
    }
    return out.take();
  }

  #prune(): void {
    if (this.#kept.length <= this.#max) return;
    const counts = Uint32Array.from(this.#kept, ({ frequency }) => frequency.any).toSorted();
    this.#floor = Math.max(this.#floor, counts[this.#kept.length - this.#max - 1] ?? 0);
    this.#kept = this.#kept.filter(({ frequency }) => frequency.any > this.#floor);
  }
}

/** The most frequent terms of a corpus, all in memory: most words of a query need no other dictionary. */
export class CommonTerms {
  /** Terms of at most so many papers may be missing. */
  readonly floor: number;
  readonly terms: readonly string[];
  readonly #any: Uint32Array;
  readonly #text: Uint32Array;

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    const front = new FrontReader();
    this.floor = reader.number();
    const terms: string[] = [];
    const any: number[] = [];
    const text: number[] = [];
    while (!reader.isAtEnd && terms.length <= COMMON_MAX) {
      terms.push(front.read(reader));
      any.push(reader.number());
      text.push(reader.number());
    }
    this.terms = terms;
    this.#any = Uint32Array.from(any);
    this.#text = Uint32Array.from(text);
  }

  /** Null when the term is not among the common ones. */
  frequency(term: string): Frequency | null {
    const at = firstNotBelow(this.terms, term);
    return this.terms[at] === term ? this.#at(at) : null;
  }

  /** The terms that begin so, the most frequent first. */
  completions(prefix: string, limit: number): readonly Common[] {
    const found: Common[] = [];
    let at = firstNotBelow(this.terms, prefix);
    for (let term = this.terms[at]; term?.startsWith(prefix) === true; term = this.terms[++at]) {
      found.push({ term, frequency: this.#at(at) });
    }
    return found.toSorted((a, b) => b.frequency.any - a.frequency.any).slice(0, limit);
  }

  #at(at: number): Frequency {
    return { any: this.#any[at] ?? 0, text: this.#text[at] ?? 0 };
  }
}
