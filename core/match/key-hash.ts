import type { LookupKey } from './keys';

/** 64 bits of a key, as two unsigned halves; `high` alone orders and divides keys. */
export interface KeyHash {
  readonly high: number;
  readonly low: number;
}

/** MurmurHash3's finalizer (Appleby, public domain): every bit of the input changes half of the output's. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Two 32-bit hashes of a key that run side by side, each finalised with some of the other. Filters and tables that are
 * stored depend on it: whoever changes it must have them rebuilt. Made for spread, not against malice: whoever looks
 * up by hash compares the key itself before believing it.
 */
export function keyHash(key: LookupKey): KeyHash {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x5bd1e995) ^ (second >>> 15);
  }
  const high = mixed(first ^ key.length);
  return { high, low: mixed(second ^ Math.imul(high, 0x9e3779b1)) };
}
