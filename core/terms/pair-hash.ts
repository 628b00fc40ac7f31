/** FNV-1a over UTF-16 units. */
export function termHash(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Of two stems side by side, from their hashes; 32 bits, mixed as in MurmurHash3. */
export function pairHash(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * How often a paper's pairs count: all of the first papers, then of every sixteenth, sixteenfold. Pairs only weigh
 * candidates that single words found, so that an estimate of their rarity is enough; exact counts would double the index.
 */
export function pairSample(ordinal: number): number {
  if (ordinal < ALL_PAIRS_BELOW) return 1;
  return ordinal % SAMPLE_EVERY === 0 ? SAMPLE_EVERY : 0;
}
const ALL_PAIRS_BELOW = 16_384;
const SAMPLE_EVERY = 16;
