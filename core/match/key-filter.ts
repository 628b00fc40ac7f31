import { keyHash, type KeyHash } from './key-hash';
import type { LookupKey } from './keys';

/** A Bloom filter over lookup keys: says for certain that a key is in no corpus, without touching the database. */
export interface KeyFilter {
  readonly bits: Uint8Array;
  readonly hashes: number;
}

/** For one false yes in a hundred: −ln 0.01 / (ln 2)² bits a key, and ln 2 times as many hashes. */
const BITS_PER_KEY = 9.585;
const HASHES = 7;
const BYTES_MIN = 8;

/** An empty filter for so many keys, about 1.2 bytes for each; more than announced make it say yes more often. */
export function emptyKeyFilter(keyCount: number): KeyFilter {
  const bytes = Math.max(BYTES_MIN, Math.ceil((keyCount * BITS_PER_KEY) / 8));
  return { bits: new Uint8Array(bytes), hashes: HASHES };
}

/** Puts a key into a filter that is being built. */
export function addToFilter({ bits, hashes }: KeyFilter, { high, low }: KeyHash): void {
  const count = bits.length * 8;
  // Two hashes stand in for all seven (Kirsch and Mitzenmacher, "Less Hashing, Same Performance", 2006). The step is
  // odd, so that it is never zero.
  const step = (low | 1) >>> 0;
  for (let at = 0, place = high; at < hashes; at += 1, place = (place + step) >>> 0) {
    const bit = place % count;
    bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
}

/** False: surely not filed. True: probably filed (one in a hundred is not). */
export function mayHave(filter: KeyFilter, key: LookupKey): boolean {
  return mayHaveHash(filter, keyHash(key));
}

/** The same by the key's hash. */
export function mayHaveHash({ bits, hashes }: KeyFilter, { high, low }: KeyHash): boolean {
  const count = bits.length * 8;
  const step = (low | 1) >>> 0;
  for (let at = 0, place = high; at < hashes; at += 1, place = (place + step) >>> 0) {
    const bit = place % count;
    if (((bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}
