/** Names of the index's files in its corpus. */
export const TERMS = 'terms';

const padded = (number: number): string => String(number).padStart(6, '0');

/** Counts and means, written last: where it stands, the index is whole. */
export const ABOUT = `${TERMS}/about`;
/** The first term of each shard. */
export const RANGES = `${TERMS}/ranges`;
/** The most frequent terms with their frequencies. */
export const COMMON = `${TERMS}/common`;
/** The most frequent pairs of words, hashed, with their frequencies. */
export const PAIRS = `${TERMS}/pairs`;

/** Facts of each paper, one byte each, in the order of the ordinals. */
export const FACTS = ['length', 'title', 'start', 'year', 'norm'] as const;
/** Those that a run holds; norms are known when all frequencies are. */
export const RUN_FACTS = ['length', 'title', 'start', 'year'] as const;
export type RunFact = (typeof RUN_FACTS)[number];
export type Fact = (typeof FACTS)[number];
export const factFile = (fact: Fact): string => `${TERMS}/${fact}`;

export const shardFile = (shard: number): string => `${TERMS}/shards/${padded(shard)}`;
/** Postings too long for a shard: all but the weakest impact, and the weakest. */
export const headFile = (long: number): string => `${TERMS}/long/${padded(long)}-head`;
export const tailFile = (long: number): string => `${TERMS}/long/${padded(long)}-tail`;

export const runFile = (run: number): string => `${TERMS}/runs/${padded(run)}`;
export const runPairsFile = (run: number): string => `${runFile(run)}/pairs`;
export const runFactFile = (run: number, fact: Fact): string => `${runFile(run)}/${fact}`;
export const runChunkFile = (run: number, chunk: number): string => `${runFile(run)}/${padded(chunk)}`;

/** Terms of the venue stand apart from the words of the text: no word begins with this sign. */
export const VENUE_SIGN = '@';
