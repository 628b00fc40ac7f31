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

/** MurmurHash3's finalizer (Appleby, public domain): every bit of the input changes half of the output's. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Calls `visit` with the place of each bit of a key, until it says false. Two 32-bit hashes of the key stand in
 * for all seven (Kirsch and Mitzenmacher, "Less Hashing, Same Performance", 2006). Filters are stored: whoever changes
 * the hash must have them rebuilt.
 */
function everyBit(key: LookupKey, hashes: number, bits: number, visit: (bit: number) => boolean): boolean {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x5bd1e995) ^ (second >>> 15);
  }
  const start = mixed(first ^ key.length);
  // Odd, so that no step is zero.
  const step = (mixed(second) | 1) >>> 0;
  for (let at = 0, bit = start; at < hashes; at += 1, bit = (bit + step) >>> 0) {
    if (!visit(bit % bits)) return false;
  }
  return true;
}

/** A filter for these keys, about 1.2 bytes for each distinct one; it survives structured cloning. */
export function buildKeyFilter(keys: readonly LookupKey[]): KeyFilter {
  const distinct = new Set(keys);
  const bits = new Uint8Array(Math.max(BYTES_MIN, Math.ceil((distinct.size * BITS_PER_KEY) / 8)));
  for (const key of distinct) {
    everyBit(key, HASHES, bits.length * 8, (bit) => {
      bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
      return true;
    });
  }
  return { bits, hashes: HASHES };
}

/** False: surely not filed. True: probably filed (one in a hundred is not). */
export function mayHave(filter: KeyFilter, key: LookupKey): boolean {
  const { bits, hashes } = filter;
  return everyBit(key, hashes, bits.length * 8, (bit) => ((bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0);
}
