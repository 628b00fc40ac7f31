import { firstNotBelow } from '../search/text-index';
import { ByteReader, ByteWriter } from './bytes';
import { FrontReader, FrontWriter } from './front-coding';
import type { Frequency } from './postings';

/** Big enough to make files few, small enough that the 20 a related-papers query reads are nothing. */
const SHARD_BYTES = 32 * 1024;

/** Where the postings of a term are: in its shard, or, when they are long, in two files of their own. */
export type Place =
  | { readonly kind: 'here'; readonly postings: Uint8Array }
  | {
      readonly kind: 'long';
      readonly long: number;
      readonly frequency: Frequency;
      readonly hasTail: boolean;
    };

/** Writes terms in order into shards: alphabetical ranges, so that the beginnings of a word are beside each other. */
export class ShardWriter {
  readonly #emit: (first: string, bytes: Uint8Array) => void;
  readonly #front = new FrontWriter();
  readonly #out = new ByteWriter(SHARD_BYTES * 2);
  #first = '';

  constructor(emit: (first: string, bytes: Uint8Array) => void) {
    this.#emit = emit;
  }

  add(term: string, place: Place): void {
    const out = this.#out;
    if (out.length === 0) {
      this.#first = term;
      this.#front.restart();
    }
    this.#front.write(term, out);
    if (place.kind === 'here') {
      out.number(place.postings.length);
      out.bytes(place.postings);
    } else {
      out.number(0);
      out.number(place.long);
      out.number(place.frequency.any);
      out.number(place.frequency.text);
      out.byte(place.hasTail ? 1 : 0);
    }
    if (out.length >= SHARD_BYTES) this.close();
  }

  close(): void {
    if (this.#out.length > 0) this.#emit(this.#first, this.#out.take());
  }
}

/** A shard in memory, its terms ready for binary search. */
export class Shard {
  readonly terms: readonly string[];
  readonly #starts: readonly number[];
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    const front = new FrontReader();
    const terms: string[] = [];
    const starts: number[] = [];
    while (!reader.isAtEnd) {
      terms.push(front.read(reader));
      starts.push(reader.at);
      const length = reader.number();
      if (length > 0) reader.at += length;
      else for (let skipped = 0; skipped < 4; skipped++) reader.number();
    }
    this.terms = terms;
    this.#starts = starts;
    this.#bytes = bytes;
  }

  /** Roughly, with its strings. */
  get memory(): number {
    return this.#bytes.length + this.terms.length * 48;
  }

  /** Null when no paper has the term. */
  find(term: string): Place | null {
    const at = firstNotBelow(this.terms, term);
    return this.terms[at] === term ? this.#place(this.#starts[at] ?? 0) : null;
  }

  #place(start: number): Place {
    const reader = new ByteReader(this.#bytes, start);
    const length = reader.number();
    if (length > 0) return { kind: 'here', postings: reader.bytes(length) };
    const long = reader.number();
    const frequency = { any: reader.number(), text: reader.number() };
    return { kind: 'long', long, frequency, hasTail: reader.byte() === 1 };
  }
}
