import type { CorpusFiles } from '../corpus/corpus-files';
import { ByteReader } from './bytes';
import { FrontReader } from './front-coding';
import { runChunkFile, runFile } from './names';

/** What a run holds. */
export interface RunAbout {
  readonly run: number;
  readonly first: number;
  readonly papers: number;
  readonly chunks: number;
}

/** Null when the run is not there. */
export async function readRunAbout(files: CorpusFiles, run: number): Promise<RunAbout | null> {
  const bytes = await files.read(runFile(run));
  if (!bytes) return null;
  const reader = new ByteReader(bytes);
  return { run, first: reader.number(), papers: reader.number(), chunks: reader.number() };
}

/** The terms of a run in order, one chunk in memory at a time. */
export class RunStream {
  readonly #files: CorpusFiles;
  readonly #about: RunAbout;
  #nextChunk = 0;
  #reader = new ByteReader(new Uint8Array(0));
  #front = new FrontReader();
  term = '';
  postings: Uint8Array = new Uint8Array(0);

  constructor(files: CorpusFiles, about: RunAbout) {
    this.#files = files;
    this.#about = about;
  }

  get run(): number {
    return this.#about.run;
  }

  /** Goes on to the next term of the chunk; false when there is none. */
  advance(): boolean {
    if (this.#reader.isAtEnd) return false;
    this.term = this.#front.read(this.#reader);
    this.postings = this.#reader.bytes(this.#reader.number());
    return true;
  }

  /** Goes on to the first term of the next chunk; false at the end of the run. */
  async load(): Promise<boolean> {
    if (this.#nextChunk >= this.#about.chunks) return false;
    const name = runChunkFile(this.#about.run, this.#nextChunk++);
    const bytes = await this.#files.read(name);
    if (!bytes) throw new Error(`${name} is missing`);
    this.#reader = new ByteReader(bytes);
    this.#front = new FrontReader();
    return this.advance();
  }
}

/** A heap of streams, the one with the first term (of equal terms the first run) on top. */
export class StreamHeap {
  readonly #heap: RunStream[] = [];

  get top(): RunStream | undefined {
    return this.#heap[0];
  }

  push(stream: RunStream): void {
    this.#heap.push(stream);
    let at = this.#heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfBefore(at, parent)) break;
      at = parent;
    }
  }

  /** Puts the top where it belongs after it went on. */
  sink(): void {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const child = right < this.#heap.length && this.#isBefore(right, left) ? right : left;
      if (child >= this.#heap.length || !this.#swapIfBefore(child, at)) return;
      at = child;
    }
  }

  /** Takes the top away. */
  drop(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.sink();
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (!one || !other) return false;
    return one.term === other.term ? one.run < other.run : one.term < other.term;
  }

  #swapIfBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (!one || !other || !this.#isBefore(a, b)) return false;
    this.#heap[a] = other;
    this.#heap[b] = one;
    return true;
  }
}
