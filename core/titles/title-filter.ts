import { mixed } from './signatures';

/** A longer title is noticed by its first letters, in two steps. */
export const FIRST_LETTERS = 16;
/** Others by these few before they are looked at whole: they are rare, and at most words nothing more has to be asked. */
export const SHORT_LETTERS = 6;
/** The second step. Shorter titles are noticed whole. */
export const MORE_LETTERS = 32;

const BITS_PER_TITLE = 20;
/** All bits of one hash lie within 64 bytes, which a processor reads at once (Putze, Sanders and Singler 2007). */
const BLOCK_BYTES = 64;
const BITS_PER_HASH = 6;
const BIT_IN_BLOCK = 511;
const SALTS = { short: 0x3c6ef372, first: 0x2545f491, more: 0x6c078965, whole: 0x1b873593 } as const;
/** A whole title has a second hash: it is asked for at every word's end, and one hash says yes in vain at one in sixty. */
const WHOLE_AGAIN = 0x38495ab5;

/** Knuth's for linear congruences modulo 2^32; any odd number would do. */
const MULTIPLIER = 1_664_525;
const POWERS = powersOf(MULTIPLIER);

/**
 * The hash of any stretch of a text's letters, up to `MORE_LETTERS` of them: a polynomial modulo 2^32, so that from sums over all
 * the letters before it a stretch costs one step, however long it is. The filter's `mayHave` finishes it.
 */
export class StretchHashes {
  readonly #sums: Int32Array;

  constructor(units: ArrayLike<number>, length: number) {
    const sums = new Int32Array(length + 1);
    let sum = 0;
    for (let at = 0; at < length; at += 1) {
      sum = (Math.imul(sum, MULTIPLIER) + (units[at] ?? 0)) | 0;
      sums[at + 1] = sum;
    }
    this.#sums = sums;
  }

  of(start: number, letters: number): number {
    const before = Math.imul(this.#sums[start] ?? 0, POWERS[letters] ?? 0);
    return (this.#sums[start + letters] ?? 0) - before;
  }
}

function powersOf(base: number): Int32Array {
  const powers = new Int32Array(MORE_LETTERS + 1).fill(1);
  for (let at = 1; at < powers.length; at += 1) powers[at] = Math.imul(powers[at - 1] ?? 1, base);
  return powers;
}

/** What of a title a hash is of: its first 6 letters (titles up to 16), its first 16 or 32, or all of it (titles under 32). */
type FilterKind = keyof typeof SALTS;

/**
 * A Bloom filter that tells a scan of running text at which words no title begins: 20 bits a title, about one false
 * yes in seventy at each step.
 */
export class TitleFilter {
  readonly bits: Uint8Array;
  readonly #blocks: number;

  constructor(bits: Uint8Array) {
    this.bits = bits;
    this.#blocks = Math.max(1, Math.floor(bits.length / BLOCK_BYTES));
  }

  static for(titles: number): TitleFilter {
    const blocks = Math.ceil((titles * BITS_PER_TITLE) / (8 * BLOCK_BYTES));
    return new TitleFilter(new Uint8Array(Math.max(1, blocks) * BLOCK_BYTES));
  }

  add(key: string): void {
    const end = Math.min(key.length, MORE_LETTERS);
    let hash = 0;
    for (let at = 0; at < end; at += 1) {
      hash = (Math.imul(hash, MULTIPLIER) + key.charCodeAt(at)) | 0;
      if (at + 1 === SHORT_LETTERS && key.length <= FIRST_LETTERS) this.#set(hash, 'short');
      if (at + 1 === FIRST_LETTERS && key.length > FIRST_LETTERS) this.#set(hash, 'first');
    }
    this.#set(hash, key.length < MORE_LETTERS ? 'whole' : 'more');
  }

  /** `hash` is of the letters, as `StretchHashes` makes it. */
  mayHave(hash: number, kind: FilterKind): boolean {
    if (!this.#has(mixed(hash ^ SALTS[kind]))) return false;
    return kind !== 'whole' || this.#has(mixed(hash ^ WHOLE_AGAIN));
  }

  /**
   * All six bits are looked at, though the first may say no: whether one does is a throw of a coin, and a processor that
   * guessed wrong cannot fetch the next word's block while it waits for this one's.
   */
  #has(hash: number): boolean {
    const { bits } = this;
    const block = (hash % this.#blocks) * BLOCK_BYTES;
    let isThere = 1;
    for (let rest = mixed(hash), round = 0; round < BITS_PER_HASH; round += 1, rest = nextBit(rest)) {
      const bit = rest & BIT_IN_BLOCK;
      isThere &= (bits[block + (bit >>> 3)] ?? 0) >>> (bit & 7);
    }
    return isThere === 1;
  }

  #set(hash: number, kind: FilterKind): void {
    this.#add(mixed(hash ^ SALTS[kind]));
    if (kind === 'whole') this.#add(mixed(hash ^ WHOLE_AGAIN));
  }

  #add(hash: number): void {
    const block = (hash % this.#blocks) * BLOCK_BYTES;
    for (let rest = mixed(hash), round = 0; round < BITS_PER_HASH; round += 1, rest = nextBit(rest)) {
      const at = block + ((rest & BIT_IN_BLOCK) >>> 3);
      this.bits[at] = (this.bits[at] ?? 0) | (1 << (rest & 7));
    }
  }
}

/** Rotates, so that six bits of nine come from 32. */
const nextBit = (rest: number): number => (rest >>> 5) | (rest << 27);
