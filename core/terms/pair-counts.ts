import { ByteReader, ByteWriter } from './bytes';

/** Hashes of pairs, sorted, and how many papers hold each. */
export interface PairCounts {
  readonly hashes: Uint32Array;
  readonly counts: Uint32Array;
}

/** 2 MB in memory. Pairs rarer than what fits are taken for as rare as the rarest that does. */
const PAIRS_MAX = 1 << 18;

/** Counts the hashes of `one` once and those of `many` `weight` times. */
export function countPairs(one: readonly number[], many: readonly number[], weight: number): PairCounts {
  const sorted = [Uint32Array.from(one).toSorted(), Uint32Array.from(many).toSorted()] as const;
  const hashes = new Uint32Array(one.length + many.length);
  const counts = new Uint32Array(hashes.length);
  const at = [0, 0] as [number, number];
  let length = 0;
  while (at[0] < one.length || at[1] < many.length) {
    const hash = Math.min(sorted[0][at[0]] ?? Infinity, sorted[1][at[1]] ?? Infinity);
    let count = 0;
    for (; sorted[0][at[0]] === hash; at[0]++) count++;
    for (; sorted[1][at[1]] === hash; at[1]++) count += weight;
    hashes[length] = hash;
    counts[length++] = count;
  }
  return { hashes: hashes.subarray(0, length), counts: counts.subarray(0, length) };
}

/** Differences of the hashes, each followed by its count. */
export function encodePairs({ hashes, counts }: PairCounts): Uint8Array {
  const out = new ByteWriter(hashes.length * 5);
  let last = 0;
  hashes.forEach((hash, at) => {
    out.number(hash - last);
    out.number(counts[at] ?? 0);
    last = hash;
  });
  return out.take();
}

/** Runs are merged in so many steps, each of a range of hashes: two hundred runs hold seven million pairs. */
const HASHES = 2 ** 32;
const HASHES_AT_ONCE = 2 ** 28;
/** Hash and count share the 53 bits of a number while they are sorted; a run counts fewer than two million papers. */
const COUNTS = 2 ** 21;

class PairStream {
  readonly #reader: ByteReader;
  #hash = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#reader = new ByteReader(bytes);
    this.#next();
  }

  /** Appends the pairs up to a hash, each as one number. */
  takeBelow(end: number, taken: number[]): void {
    for (; this.#hash < end; this.#next()) taken.push(this.#hash * COUNTS + this.#count);
  }

  #next(): void {
    if (this.#reader.isAtEnd) this.#hash = Infinity;
    else {
      this.#hash = (this.#hash + this.#reader.number()) >>> 0;
      this.#count = Math.min(COUNTS - 1, this.#reader.number());
    }
  }
}

/** All runs' pairs in one, of which only the most frequent are kept, so many that they fit in memory. */
export function mergePairs(runs: readonly Uint8Array[], pairsMax = PAIRS_MAX): Uint8Array {
  const streams = runs.map((bytes) => new PairStream(bytes));
  const kept = new KeptPairs(pairsMax);
  for (let end = HASHES_AT_ONCE; end <= HASHES; end += HASHES_AT_ONCE) {
    const joint: number[] = [];
    for (const stream of streams) stream.takeBelow(end, joint);
    let hash = -1;
    let count = 0;
    for (const each of Float64Array.from(joint).toSorted()) {
      const next = Math.floor(each / COUNTS);
      if (next !== hash) {
        kept.add(hash, count);
        hash = next;
        count = 0;
      }
      count += each % COUNTS;
    }
    kept.add(hash, count);
  }
  return kept.packed();
}

/** The most frequent pairs of those that come by in order: seven million come, so they make no objects. */
class KeptPairs {
  readonly #max: number;
  readonly #hashes: Uint32Array;
  readonly #counts: Uint32Array;
  #length = 0;
  #floor = 0;

  constructor(max: number) {
    this.#max = max;
    this.#hashes = new Uint32Array(2 * max);
    this.#counts = new Uint32Array(2 * max);
  }

  add(hash: number, count: number): void {
    if (count <= this.#floor) return;
    this.#hashes[this.#length] = hash;
    this.#counts[this.#length++] = count;
    if (this.#length === 2 * this.#max) this.#prune();
  }

  packed(): Uint8Array {
    this.#prune();
    const out = new ByteWriter();
    out.number(this.#floor);
    const hashes = this.#hashes.subarray(0, this.#length);
    out.bytes(encodePairs({ hashes, counts: this.#counts.subarray(0, this.#length) }));
    return out.take();
  }

  #prune(): void {
    if (this.#length <= this.#max) return;
    const counts = this.#counts.subarray(0, this.#length).toSorted();
    this.#floor = Math.max(this.#floor, counts[this.#length - this.#max - 1] ?? 0);
    let kept = 0;
    for (let at = 0; at < this.#length; at++) {
      const count = this.#counts[at] ?? 0;
      if (count <= this.#floor) continue;
      this.#hashes[kept] = this.#hashes[at] ?? 0;
      this.#counts[kept++] = count;
    }
    this.#length = kept;
  }
}

/** How many papers hold a pair, as far as it was counted. */
export class PairTable {
  readonly #hashes: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #floor: number;

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    this.#floor = reader.number();
    const hashes: number[] = [];
    const counts: number[] = [];
    for (let hash = 0; !reader.isAtEnd && hashes.length <= PAIRS_MAX;) {
      hash = (hash + reader.number()) >>> 0;
      hashes.push(hash);
      counts.push(reader.number());
    }
    this.#hashes = Uint32Array.from(hashes);
    this.#counts = Uint32Array.from(counts);
  }

  /** At least 1: a pair of no paper is as rare as one of a single paper. */
  frequency(hash: number): number {
    let low = 0;
    let high = this.#hashes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#hashes[middle] ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    if (this.#hashes[low] === hash) return this.#counts[low] ?? 1;
    // Most of what fell below the floor is far below it.
    return Math.max(1, Math.sqrt(this.#floor));
  }
}
