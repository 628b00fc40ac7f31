import { HASH_START, hashStep, mixed } from './signatures';

/** A title of this length or more is noticed by its first letters, in two steps. */
export const FIRST_LETTERS = 16;
/** The second step. Shorter titles are noticed whole. */
export const MORE_LETTERS = 32;

const BITS_PER_TITLE = 16;
const HASHES = 5;
const BYTES_MIN = 8;
const SALTS = { first: 0x2545f491, more: 0x6c078965, whole: 0x1b873593 } as const;

/** What of a title a hash is of: its first 16 letters, its first 32, or all of it (titles under 32 letters). */
type FilterKind = keyof typeof SALTS;

/**
 * A Bloom filter that tells a scan of running text at which words no title begins: 16 bits a title, about one false
 * yes in fifty at each step.
 */
export class TitleFilter {
  readonly bits: Uint8Array;
  readonly #size: number;

  constructor(bits: Uint8Array) {
    this.bits = bits;
    this.#size = Math.max(1, bits.length * 8);
  }

  static for(titles: number): TitleFilter {
    return new TitleFilter(new Uint8Array(Math.max(BYTES_MIN, Math.ceil((titles * BITS_PER_TITLE) / 8))));
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
    const step = stepOf(state, kind);
    let bit = mixed(state ^ SALTS[kind]);
    for (let hash = 0; hash < HASHES; hash += 1, bit = (bit + step) >>> 0) {
      const at = bit % this.#size;
      if (((this.bits[at >>> 3] ?? 0) & (1 << (at & 7))) === 0) return false;
    }
    return true;
  }

  #set(state: number, kind: FilterKind): void {
    const step = stepOf(state, kind);
    let bit = mixed(state ^ SALTS[kind]);
    for (let hash = 0; hash < HASHES; hash += 1, bit = (bit + step) >>> 0) {
      const at = bit % this.#size;
      this.bits[at >>> 3] = (this.bits[at >>> 3] ?? 0) | (1 << (at & 7));
    }
  }
}

/** Two hashes stand in for all (Kirsch and Mitzenmacher, "Less Hashing, Same Performance", 2006); odd, so never zero. */
function stepOf(state: number, kind: FilterKind): number {
  return (mixed(state + SALTS[kind]) | 1) >>> 0;
}
