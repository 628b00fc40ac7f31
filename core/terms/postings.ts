import { ByteReader, ByteWriter } from './bytes';
import { IMPACTS, WEAKEST_IMPACT } from './impacts';

/**
 * Postings of one term as bytes: for each impact that occurs, strongest first, its number, how many papers, and their
 * ordinals as differences. So the head of a term is a prefix of its bytes, and no posting spends bits on its weight.
 */
export function eachPosting(bytes: Uint8Array, visit: (ordinal: number, impact: number) => void): void {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; at < bytes.length && shift < 35; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value >>> 0;
  };
  while (at < bytes.length) {
    const impact = Math.min(bytes[at++] ?? 0, WEAKEST_IMPACT);
    const count = number();
    let ordinal = 0;
    for (let left = count; left > 0 && at < bytes.length; left--) {
      ordinal += number();
      visit(ordinal, impact);
    }
  }
}

/** Papers are handed over so many at a time. */
const CHUNK = 2_048;
const chunk = new Uint32Array(CHUNK);

/**
 * The same in chunks of one impact each, for queries, which visit millions: a call for every posting costs more than
 * reading it. `ordinals` is good for the call alone, and of it the first `count`.
 */
export function eachChunk(
  bytes: Uint8Array,
  visit: (ordinals: Uint32Array, count: number, impact: number) => void,
): void {
  const reader = new ByteReader(bytes);
  while (!reader.isAtEnd) {
    const impact = Math.min(reader.byte(), WEAKEST_IMPACT);
    let left = reader.number();
    let last = 0;
    while (left > 0 && !reader.isAtEnd) {
      const count = reader.differences(chunk, Math.min(left, CHUNK), last);
      last = chunk[count - 1] ?? 0;
      left -= count;
      visit(chunk, count, impact);
    }
  }
}

/** How many papers hold a term, in any field and in title or abstract. */
export interface Frequency {
  readonly any: number;
  readonly text: number;
}

/** Counted from the postings, for terms too rare to have theirs written down. */
export function frequencyOf(bytes: Uint8Array): Frequency {
  const reader = new ByteReader(bytes);
  let any = 0;
  let text = 0;
  while (!reader.isAtEnd) {
    const impact = reader.byte();
    const count = reader.number();
    for (let left = count; left > 0 && !reader.isAtEnd; left--) reader.number();
    any += count;
    if ((IMPACTS[impact]?.presence ?? 0) > 0) text += count;
  }
  return { any, text };
}

interface Segment {
  readonly deltas: ByteWriter;
  count: number;
  last: number;
}

/** Gathers the postings of one term after another; of one impact the ordinals come in order. */
export class PostingsWriter {
  readonly #segments: readonly Segment[] = IMPACTS.map(() => ({
    deltas: new ByteWriter(16),
    count: 0,
    last: 0,
  }));
  readonly #out = new ByteWriter();
  /** A bit for each impact that occurs: most terms have one posting, and there are 29 impacts. */
  #used = 0;

  add(ordinal: number, impact: number): void {
    const segment = this.#segments[impact];
    if (!segment) return;
    this.#used |= 1 << impact;
    segment.deltas.number(ordinal - segment.last);
    segment.last = ordinal;
    segment.count++;
  }

  get frequency(): Frequency {
    let any = 0;
    let text = 0;
    for (let rest = this.#used; rest !== 0; rest &= rest - 1) {
      const impact = lowestBit(rest);
      const count = this.#segments[impact]?.count ?? 0;
      any += count;
      if ((IMPACTS[impact]?.presence ?? 0) > 0) text += count;
    }
    return { any, text };
  }

  /** The bytes of all but the weakest impact, and of the weakest; the writer starts anew. */
  take(): { readonly head: Uint8Array; readonly tail: Uint8Array } {
    this.#write(~(1 << WEAKEST_IMPACT));
    const head = this.#out.take();
    this.#write(1 << WEAKEST_IMPACT);
    return { head, tail: this.#out.take() };
  }

  /** Both after each other, in a view that the next call leaves behind; the writer starts anew. */
  takeView(): Uint8Array {
    this.#out.clear();
    this.#write(~0);
    const bytes = this.#out.view();
    this.#out.clear();
    return bytes;
  }

  #write(impacts: number): void {
    for (let rest = this.#used & impacts; rest !== 0; rest &= rest - 1) {
      const impact = lowestBit(rest);
      const segment = this.#segments[impact];
      if (!segment) continue;
      this.#out.byte(impact);
      this.#out.number(segment.count);
      this.#out.bytes(segment.deltas.view());
      segment.deltas.clear();
      segment.count = 0;
      segment.last = 0;
    }
    this.#used &= ~impacts;
  }
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);
