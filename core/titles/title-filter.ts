import { HASH_START, hashStep, mixed } from './signatures';

/** A title of this length or more is noticed by its first letters, in two steps. */
export const FIRST_LETTERS = 16;
/** The second step. Shorter titles are noticed whole. */
export const MORE_LETTERS = 32;

const BITS_PER_TITLE = 20;
/** All bits of one hash lie within 64 bytes, which a processor reads at once (Putze, Sanders and Singler 2007). */
const BLOCK_BYTES = 64;
const BITS_PER_HASH = 6;
const BIT_IN_BLOCK = 511;
/** Two for a whole title: it is asked for at every word's end, and where one hash said yes there was a title once in sixty. */
const SALTS = {
  first: [0x2545f491],
  more: [0x6c078965],
  whole: [0x1b873593, 0x38495ab5],
} as const;

/** What of a title a hash is of: its first 16 letters, its first 32, or all of it (titles under 32 letters). */
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
    let state = HASH_START;
    const end = Math.min(key.length, MORE_LETTERS);
    for (let at = 0; at < end; at += 1) {
      state = hashStep(state, key.charCodeAt(at));
      if (at + 1 === FIRST_LETTERS) this.#set(state, 'first');
    }
    this.#set(state, key.length < MORE_LETTERS ? 'whole' : 'more');
  }

  /** `state` is the running hash of the letters so far. */
  mayHave(state: number, kind: FilterKind): boolean {
    for (const salt of SALTS[kind]) if (!this.#has(mixed(state ^ salt))) return false;
    return true;
  }

  #has(hash: number): boolean {
    const { bits } = this;
    const block = (hash % this.#blocks) * BLOCK_BYTES;
    for (let rest = mixed(hash), round = 0; round < BITS_PER_HASH; round += 1, rest = nextBit(rest)) {
      const bit = rest & BIT_IN_BLOCK;
      if (((bits[block + (bit >>> 3)] ?? 0) & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  }

  #set(state: number, kind: FilterKind): void {
    for (const salt of SALTS[kind]) this.#add(mixed(state ^ salt));
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
