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

class PairStream {
  readonly #reader: ByteReader;
  hash = 0;
  count = 0;

  constructor(bytes: Uint8Array) {
    this.#reader = new ByteReader(bytes);
    this.next();
  }

  next(): void {
    if (this.#reader.isAtEnd) this.hash = Infinity;
    else {
      this.hash = (this.hash + this.#reader.number()) >>> 0;
      this.count = this.#reader.number();
    }
  }
}

/** All runs' pairs in one, of which only the most frequent are kept, so many that they fit in memory. */
export function mergePairs(runs: readonly Uint8Array[], pairsMax = PAIRS_MAX): Uint8Array {
  const streams = runs.map((bytes) => new PairStream(bytes));
  let kept: (readonly [hash: number, count: number])[] = [];
  let floor = 0;
  const prune = () => {
    if (kept.length <= pairsMax) return;
    const counts = Uint32Array.from(kept, ([, count]) => count).toSorted();
    floor = Math.max(floor, counts[kept.length - pairsMax - 1] ?? 0);
    kept = kept.filter(([, count]) => count > floor);
  };
  for (;;) {
    let hash = Infinity;
    for (const stream of streams) if (stream.hash < hash) hash = stream.hash;
    if (hash === Infinity) break;
    let count = 0;
    for (const stream of streams) {
      if (stream.hash !== hash) continue;
      count += stream.count;
      stream.next();
    }
    if (count > floor) kept.push([hash, count]);
    if (kept.length >= 2 * pairsMax) prune();
  }
  prune();
  const out = new ByteWriter();
  out.number(floor);
  const pairs = {
    hashes: Uint32Array.from(kept, ([one]) => one),
    counts: Uint32Array.from(kept, ([, one]) => one),
  };
  out.bytes(encodePairs(pairs));
  return out.take();
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
