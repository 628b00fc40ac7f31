import type { LookupKey } from './keys';

/** A Bloom filter over lookup keys: says for certain that a key is in no corpus, without touching the database. */
export interface KeyFilter {
  readonly bits: Uint8Array;
  readonly hashes: number;
}

export function buildKeyFilter(_keys: readonly LookupKey[]): KeyFilter {
  throw new Error('not built yet');
}

/** False: surely not filed. True: probably filed (one in a hundred is not). */
export function mayHave(_filter: KeyFilter, _key: LookupKey): boolean {
  throw new Error('not built yet');
}
