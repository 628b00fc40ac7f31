import type { CorpusFolder } from '../corpus/corpus-files';
import { ByteReader, ByteWriter, compareBytes } from './bytes';
import { KeyShard, ORDINALS_MAX, type KeyEntry } from './key-shard';

/** A run is read a chunk at a time, so that merging hundreds of runs holds a few megabytes. */
export const RUN_CHUNK_BYTES = 1 << 15;

const RUNS = 'titles/runs/';
const numbered = (number: number): string => String(number).padStart(6, '0');
export const runHeadName = (run: number): string => `${RUNS}${numbered(run)}`;
export const runChunkName = (run: number, chunk: number): string => `${runHeadName(run)}/${numbered(chunk)}`;

interface RunHead {
  readonly chunks: number;
  /** Titles that were added, so many that the filter's size does not depend on how they fell into runs. */
  readonly titles: number;
}

export function packRunHead({ chunks, titles }: RunHead): Uint8Array {
  const out = new ByteWriter();
  out.number(chunks);
  out.number(titles);
  return out.taken();
}

/** Null when the run is not there (any more). */
export async function readRunHead(folder: CorpusFolder, run: number): Promise<RunHead | null> {
  const bytes = await folder.read(runHeadName(run));
  if (!bytes) return null;
  const reader = new ByteReader(bytes);
  return { chunks: reader.number(), titles: reader.number() };
}

/** Takes a run away; its head last, since it tells how many chunks there are. */
export async function removeRun(folder: CorpusFolder, run: number): Promise<void> {
  const head = await readRunHead(folder, run);
  if (!head) return;
  await folder.remove(Array.from({ length: head.chunks }, (_, chunk) => runChunkName(run, chunk)));
  await folder.remove([runHeadName(run)]);
}

/** The entries of one run in order, of which `entry` is the next. */
class RunCursor {
  entry: KeyEntry | null = null;
  readonly run: number;
  readonly #folder: CorpusFolder;
  readonly #chunks: number;
  #chunk = 0;
  #entries: Iterator<KeyEntry> | null = null;

  constructor(folder: CorpusFolder, run: number, chunks: number) {
    this.#folder = folder;
    this.run = run;
    this.#chunks = chunks;
  }

  /** False: the chunk is at its end and the next has to be loaded. */
  next(): boolean {
    const step = this.#entries?.next();
    this.entry = step && !step.done ? step.value : null;
    return this.entry !== null;
  }

  async load(): Promise<boolean> {
    if (this.#chunk === this.#chunks) return false;
    const name = runChunkName(this.run, this.#chunk);
    const bytes = await this.#folder.read(name);
    const shard = bytes && KeyShard.open(bytes);
    if (!shard) throw new Error(`the run ${name} is missing or damaged`);
    this.#chunk += 1;
    this.#entries = shard.walk(0);
    return this.next();
  }
}

const isBefore = (a: RunCursor, b: RunCursor): boolean => {
  if (!a.entry || !b.entry) return false;
  const order = compareBytes(a.entry.key, b.entry.key);
  return order === 0 ? a.run < b.run : order < 0;
};

/** Cursors as a binary heap, the one with the least key first. */
class CursorHeap {
  readonly #cursors: RunCursor[] = [];

  get first(): RunCursor | undefined {
    return this.#cursors[0];
  }

  add(cursor: RunCursor): void {
    let at = this.#cursors.push(cursor) - 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      const above = this.#cursors[parent];
      if (!above || !isBefore(cursor, above)) break;
      this.#cursors[at] = above;
      at = parent;
    }
    this.#cursors[at] = cursor;
  }

  removeFirst(): void {
    const last = this.#cursors.pop();
    if (last && this.#cursors.length > 0) this.#sink(last);
  }

  /** To be called after the first cursor moved on. */
  settle(): void {
    const [first] = this.#cursors;
    if (first) this.#sink(first);
  }

  #sink(cursor: RunCursor): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [this.#cursors[child], this.#cursors[child + 1]];
      if (left && right && isBefore(right, left)) child += 1;
      const least = this.#cursors[child];
      if (!least || !isBefore(least, cursor)) break;
      this.#cursors[at] = least;
      at = child;
    }
    this.#cursors[at] = cursor;
  }
}

/**
 * Visits the entries of all runs in order, each key once. `visit` returns a promise where it has something to wait for.
 */
export async function eachMerged(
  folder: CorpusFolder,
  chunksOfRuns: readonly number[],
  visit: (entry: KeyEntry) => Promise<void> | null,
): Promise<void> {
  const heap = new CursorHeap();
  for (const [run, chunks] of chunksOfRuns.entries()) {
    const cursor = new RunCursor(folder, run, chunks);
    if (await cursor.load()) heap.add(cursor);
  }
  let pending: KeyEntry | null = null;
  for (let cursor = heap.first; cursor?.entry; cursor = heap.first) {
    const { entry } = cursor;
    if (pending && compareBytes(pending.key, entry.key) === 0) pending = together(pending, entry);
    else {
      const waiting = pending && visit(pending);
      if (waiting) await waiting;
      pending = entry;
    }
    if (cursor.next() || (await cursor.load())) heap.settle();
    else heap.removeFirst();
  }
  if (pending) await visit(pending);
}

function together(a: KeyEntry, b: KeyEntry): KeyEntry {
  const ordinals = [...new Set([...a.ordinals, ...b.ordinals])].toSorted((one, other) => one - other);
  return { key: a.key, head: Math.max(a.head, b.head), ordinals: ordinals.slice(0, ORDINALS_MAX) };
}
