/** Records of key tables: the two halves of a key's hash and an ordinal, three 32-bit words side by side. */
export const WORDS_PER_RECORD = 3;

/** Runs are divided by so many leading bits of the hash, and merged one partition after the other. */
export const PARTITION_BITS = 4;

/**
 * Of records sorted together: their place must fit into a float beside 32 bits of hash. Sixteen partitions of two
 * million records are twelve million papers.
 */
const SORTED_MAX = 2 ** 21;

/** Records as they come, in memory that grows. */
export class KeyRecords {
  #words = new Uint32Array(WORDS_PER_RECORD * 1_024);
  #used = 0;

  get bytes(): number {
    return this.#used * 4;
  }

  add(high: number, low: number, ordinal: number): void {
    if (this.#used === this.#words.length) {
      const larger = new Uint32Array(this.#words.length * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words[this.#used] = high;
    this.#words[this.#used + 1] = low;
    this.#words[this.#used + 2] = ordinal;
    this.#used += WORDS_PER_RECORD;
  }

  words(): Uint32Array {
    return this.#words.subarray(0, this.#used);
  }

  /** What has gathered by partition, in the order it came; then empty. */
  takePartitions(): readonly Uint32Array[] {
    const partitionOf = (at: number): number => (this.#words[at] ?? 0) >>> (32 - PARTITION_BITS);
    const sizes = new Uint32Array(2 ** PARTITION_BITS);
    for (let at = 0; at < this.#used; at += WORDS_PER_RECORD) {
      sizes[partitionOf(at)] = (sizes[partitionOf(at)] ?? 0) + WORDS_PER_RECORD;
    }
    const partitions = Array.from(sizes, (size) => new Uint32Array(size));
    const ends = new Uint32Array(sizes.length);
    for (let at = 0; at < this.#used; at += WORDS_PER_RECORD) {
      const number = partitionOf(at);
      const end = ends[number] ?? 0;
      partitions[number]?.set(this.#words.subarray(at, at + WORDS_PER_RECORD), end);
      ends[number] = end + WORDS_PER_RECORD;
    }
    this.#words = new Uint32Array(WORDS_PER_RECORD * 1_024);
    this.#used = 0;
    return partitions;
  }
}

/** Records by hash, then by the order in which they came, as three columns; and each once. */
export interface KeyColumns {
  readonly highs: Uint32Array;
  readonly lows: Uint32Array;
  readonly ordinals: Uint32Array;
}

/** Sorts records. Those of one hash keep their order, which is that of their ordinals. */
export function sortedRecords(words: Uint32Array): KeyColumns {
  const count = words.length / WORDS_PER_RECORD;
  if (count > SORTED_MAX) throw new RangeError(`${count} keys in one partition are more than can be merged`);
  // A Float64Array sorts natively, three times as fast as with a comparison in JavaScript.
  const order = new Float64Array(count);
  for (let at = 0; at < count; at += 1) order[at] = (words[at * WORDS_PER_RECORD] ?? 0) * SORTED_MAX + at;
  order.sort();
  const columns = {
    highs: new Uint32Array(count),
    lows: new Uint32Array(count),
    ordinals: new Uint32Array(count),
  };
  for (let at = 0; at < count; at += 1) {
    const from = ((order[at] ?? 0) % SORTED_MAX) * WORDS_PER_RECORD;
    columns.highs[at] = words[from] ?? 0;
    columns.lows[at] = words[from + 1] ?? 0;
    columns.ordinals[at] = words[from + 2] ?? 0;
  }
  sortTies(columns);
  return columns;
}

/** Different keys with one upper half are rare: 6.5 million keys have about 5,000 such pairs. */
function sortTies({ highs, lows, ordinals }: KeyColumns): void {
  for (let from = 0; from < highs.length;) {
    let to = from + 1;
    let isSorted = true;
    for (; to < highs.length && highs[to] === highs[from]; to += 1) {
      if ((lows[to - 1] ?? 0) > (lows[to] ?? 0)) isSorted = false;
    }
    if (!isSorted) {
      const tied = Array.from({ length: to - from }, (_, at) => ({
        low: lows[from + at] ?? 0,
        ordinal: ordinals[from + at] ?? 0,
      })).toSorted((a, b) => a.low - b.low);
      tied.forEach(({ low, ordinal }, at) => {
        lows[from + at] = low;
        ordinals[from + at] = ordinal;
      });
    }
    from = to;
  }
}
