import type { Paper } from '../paper';
import type { CorpusFolder } from './corpus-files';
import { mergePart, type MergedPart, type OnRead } from './merge-part';
import { blockName, packBlock, PAPERS_PER_BLOCK } from './paper-blocks';
import type { PartBuilder } from './part';

/** Consecutive papers that are indexed in one go and become one run of every part. Plain data: it crosses to a worker. */
export interface Stretch {
  readonly run: number;
  /** Ordinal of its first paper; a stretch begins with a block. */
  readonly first: number;
  /** The JSON of 64 papers each, of fewer in the last block of a corpus. */
  readonly blocks: readonly Uint8Array[];
}

/** The papers of one block as a stretch carries them. */
export function jsonOfBlock(papers: readonly Paper[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(papers));
}

/** By name: the finished blocks of papers of a stretch, and its run of each part. */
export type StretchFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Does the work of a build, here or in workers. What comes out depends on what goes in and on nothing else, not on who
 * does it nor when, so that a build may be interrupted and gone on with by others.
 */
export interface Indexer {
  /** How many tasks it wants at the same time, to be never idle. */
  readonly width: number;
  index(stretch: Stretch): Promise<StretchFiles>;
  /** Merges runs 0 to `runs - 1` of a part of the folder that it was made for. */
  mergePart(part: string, runs: number, onRead: OnRead): Promise<MergedPart>;
}

/** Blocks that are deflated at the same time. Each has five streams, of 270 kB while they work. */
const BLOCKS_AT_ONCE = 2;
/** So that the next stretch waits where a worker gets idle; each takes its JSON in memory, and then its files. */
const STRETCHES_AHEAD = 1;

/** Works where it is called, one task at a time. */
export function indexerHere(parts: readonly PartBuilder[], folder: CorpusFolder): Indexer {
  return {
    width: 1,
    index: (stretch) => indexStretch(stretch, parts),
    async mergePart(name, runs, onRead) {
      const part = parts.find((each) => each.name === name);
      if (!part) throw new Error(`there is no part "${name}"`);
      return mergePart(folder, part, runs, onRead);
    },
  };
}

/** Shares the tasks out among several, each of which works on one at a time. */
export function sharedOut(indexers: readonly Indexer[]): Indexer {
  const idle = [...indexers];
  const waiting: ((indexer: Indexer) => void)[] = [];
  async function lend<T>(work: (indexer: Indexer) => Promise<T>): Promise<T> {
    const indexer = idle.shift() ?? (await new Promise<Indexer>((resolve) => void waiting.push(resolve)));
    try {
      return await work(indexer);
    } finally {
      const next = waiting.shift();
      if (next) next(indexer);
      else idle.push(indexer);
    }
  }
  return {
    width: indexers.length + STRETCHES_AHEAD,
    index: (stretch) => lend((indexer) => indexer.index(stretch)),
    mergePart: (part, runs, onRead) => lend((indexer) => indexer.mergePart(part, runs, onRead)),
  };
}

async function indexStretch(
  { run, first, blocks }: Stretch,
  parts: readonly PartBuilder[],
): Promise<StretchFiles> {
  const decoder = new TextDecoder();
  const files = new Map<string, Uint8Array>();
  let ordinal = first;
  for (let from = 0; from < blocks.length; from += BLOCKS_AT_ONCE) {
    const some = blocks
      .slice(from, from + BLOCKS_AT_ONCE)
      .map((block) => JSON.parse(decoder.decode(block)) as Paper[]);
    const packing = Promise.all(some.map(packBlock));
    for (const paper of some.flat()) {
      for (const part of parts) part.add(ordinal, paper);
      ordinal += 1;
    }
    for (const [at, packed] of (await packing).entries())
      files.set(blockName(first / PAPERS_PER_BLOCK + from + at), packed);
  }
  for (const part of parts) for (const [name, bytes] of part.flush(run)) files.set(name, bytes);
  return files;
}
