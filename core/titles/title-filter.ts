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

/** So many hashes are asked for at once. */
export const ASKED_MAX = 256;
const askedBits = new Int32Array(ASKED_MAX);
const askedBlocks = new Int32Array(ASKED_MAX);

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
   * The same of many hashes, at most `ASKED_MAX`: `answers` gets 1 for those that it may have. At millions of titles most blocks have
   * to be fetched from memory; asked for first and looked at later, many come at a time.
   */
  mayHaveEach(hashes: Int32Array, kind: FilterKind, answers: Uint8Array): void {
    const { bits } = this;
    const salt = SALTS[kind];
    const blocks = this.#blocks;
    const share = 1 / blocks;
    for (let at = 0; at < hashes.length; at += 1) {
      const hash = mixed((hashes[at] ?? 0) ^ salt);
      const block = remainder(hash, blocks, share) * BLOCK_BYTES;
      askedBits[at] = mixed(hash);
      askedBlocks[at] = block;
      // Of no use but to have the block fetched.
      answers[at] = bits[block] ?? 0;
    }
    for (let at = 0; at < hashes.length; at += 1)
      answers[at] = allBits(bits, askedBlocks[at] ?? 0, askedBits[at] ?? 0);
  }

  #has(hash: number): boolean {
    const block = remainder(hash, this.#blocks, 1 / this.#blocks) * BLOCK_BYTES;
    return allBits(this.bits, block, mixed(hash)) === 1;
  }

  #set(hash: number, kind: FilterKind): void {
    this.#add(mixed(hash ^ SALTS[kind]));
    if (kind === 'whole') this.#add(mixed(hash ^ WHOLE_AGAIN));
  }

  #add(hash: number): void {
    const block = remainder(hash, this.#blocks, 1 / this.#blocks) * BLOCK_BYTES;
    for (let rest = mixed(hash), round = 0; round < BITS_PER_HASH; round += 1, rest = nextBit(rest)) {
      const at = block + ((rest & BIT_IN_BLOCK) >>> 3);
      this.bits[at] = (this.bits[at] ?? 0) | (1 << (rest & 7));
    }
  }
}

/** `hash` modulo `blocks` by the inverse of that, in a tenth of the time that a processor takes to divide. */
function remainder(hash: number, blocks: number, share: number): number {
  const rest = hash - Math.floor(hash * share) * blocks;
  // The product may be rounded over a whole number, or under it.
  if (rest < 0) return rest + blocks;
  return rest < blocks ? rest : rest - blocks;
}

/**
 * 1 where a block has all six bits of a hash. All are looked at, though the first may say no: whether one does is a throw of a coin, and
 * a processor that guessed wrong begins anew. Written out: a loop takes twice as long.
 */
function allBits(bits: Uint8Array, block: number, first: number): number {
  const second = nextBit(first);
  const third = nextBit(second);
  const fourth = nextBit(third);
  const fifth = nextBit(fourth);
  const sixth = nextBit(fifth);
  return (
    bitOf(bits, block, first) &
    bitOf(bits, block, second) &
    bitOf(bits, block, third) &
    bitOf(bits, block, fourth) &
    bitOf(bits, block, fifth) &
    bitOf(bits, block, sixth)
  );
}

function bitOf(bits: Uint8Array, block: number, place: number): number {
  const bit = place & BIT_IN_BLOCK;
  return ((bits[block + (bit >>> 3)] ?? 0) >>> (bit & 7)) & 1;
}

/** Rotates, so that six bits of nine come from 32. */
const nextBit = (rest: number): number => (rest >>> 5) | (rest << 27);
