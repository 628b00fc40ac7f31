import type { CorpusFolder } from '../corpus/corpus-files';
import { termRarity } from '../search/text-index';
import { encodeAbout, TERMS_VERSION } from './about';
import { ByteWriter } from './bytes';
import { CommonTermsWriter } from './common-terms';
import { FrontWriter } from './front-coding';
import { IMPACTS } from './impacts';
import * as names from './names';
import { mergePairs } from './pair-counts';
import { LENGTHS, normByte } from './paper-facts';
import { eachPosting, frequencyOf, PostingsWriter, type Frequency } from './postings';
import { RunStream, StreamHeap, type RunAbout } from './run-stream';
import { ShardWriter } from './shard';

/** Postings longer than this get files of their own: a shard must not be mostly one term. */
const LONG_BYTES = 8 * 1024;
/** Finished files go to the folder in batches of about so many bytes. */
const BATCH_BYTES = 4 * 1024 * 1024;
const NO_BYTES = new Uint8Array(0);

/** Merges runs (in the order of their papers) into the final files; at the end the whole index is in the folder. */
export class TermsMerge {
  readonly #folder: CorpusFolder;
  readonly #runs: readonly RunAbout[];
  readonly #papers: number;
  readonly #batch = new Map<string, Uint8Array>();
  #batchBytes = 0;
  readonly #ranges = { front: new FrontWriter(), out: new ByteWriter() };
  readonly #common = new CommonTermsWriter();
  readonly #shards = new ShardWriter((first, bytes) => this.#emitShard(first, bytes));
  readonly #squares: Float32Array;
  #shardCount = 0;
  #longCount = 0;

  constructor(folder: CorpusFolder, runs: readonly RunAbout[]) {
    this.#folder = folder;
    this.#runs = runs;
    const last = runs.at(-1);
    this.#papers = last ? last.first + last.papers : 0;
    this.#squares = new Float32Array(this.#papers);
  }

  async run(): Promise<void> {
    await this.#mergePairs();
    await this.#mergeTerms();
    const meanLength = await this.#writeFacts();
    this.#emit(names.RANGES, this.#ranges.out.take());
    this.#emit(names.COMMON, this.#common.take());
    await this.#write();
    const about = {
      version: TERMS_VERSION,
      papers: this.#papers,
      meanLength,
      shards: this.#shardCount,
    } as const;
    await this.#folder.write(new Map([[names.ABOUT, encodeAbout(about)]]));
  }

  async #mergePairs(): Promise<void> {
    const runs = this.#runs.map(({ run }) => names.runPairsFile(run));
    const files = await this.#folder.readMany(runs);
    this.#emit(names.PAIRS, mergePairs([...files.values()]));
  }

  async #mergeTerms(): Promise<void> {
    const heap = new StreamHeap();
    for (const about of this.#runs) {
      const stream = new RunStream(this.#folder, about);
      if (await stream.load()) heap.push(stream);
    }
    const postings = new PostingsWriter();
    const add = (ordinal: number, impact: number) => postings.add(ordinal, impact);
    for (let stream = heap.top; stream; stream = heap.top) {
      const { term, postings: first } = stream;
      if (stream.advance() || (await stream.load())) heap.sink();
      else heap.drop();
      if (heap.top?.term !== term && first.length <= LONG_BYTES) {
        // Most terms are in one run, and there as they will be in the shard.
        this.#finishTerm(term, frequencyOf(first), first, NO_BYTES);
      } else {
        eachPosting(first, add);
        for (stream = heap.top; stream?.term === term; stream = heap.top) {
          eachPosting(stream.postings, add);
          if (stream.advance() || (await stream.load())) heap.sink();
          else heap.drop();
        }
        const { frequency } = postings;
        const { head, tail } = postings.take();
        this.#finishTerm(term, frequency, head, tail);
      }
      if (this.#batchBytes >= BATCH_BYTES) await this.#write();
    }
    this.#shards.close();
  }

  #finishTerm(term: string, frequency: Frequency, head: Uint8Array, tail: Uint8Array): void {
    const rarity = termRarity(term, frequency.text, this.#papers);
    const weigh = (ordinal: number, impact: number) => {
      const weight = rarity * (IMPACTS[impact]?.presence ?? 0);
      this.#squares[ordinal] = (this.#squares[ordinal] ?? 0) + weight * weight;
    };
    if (rarity > 0) for (const bytes of [head, tail]) eachPosting(bytes, weigh);
    this.#common.add(term, frequency);
    if (head.length + tail.length <= LONG_BYTES) {
      this.#shards.add(term, { kind: 'here', postings: joined(head, tail) });
      return;
    }
    const long = this.#longCount++;
    this.#emit(names.headFile(long), head);
    if (tail.length > 0) this.#emit(names.tailFile(long), tail);
    this.#shards.add(term, { kind: 'long', long, frequency, hasTail: tail.length > 0 });
  }

  /** Returns the mean length of the papers in words. */
  async #writeFacts(): Promise<number> {
    let sum = 0;
    for (const fact of names.RUN_FACTS) {
      const bytes = new Uint8Array(this.#papers);
      for (const { run, first } of this.#runs) {
        bytes.set((await this.#folder.read(names.runFactFile(run, fact))) ?? [], first);
      }
      if (fact === 'length') for (const byte of bytes) sum += LENGTHS[byte] ?? 0;
      this.#emit(names.factFile(fact), bytes);
      await this.#write();
    }
    this.#emit(
      names.factFile('norm'),
      Uint8Array.from(this.#squares, (square) => normByte(Math.sqrt(square))),
    );
    return this.#papers === 0 ? 0 : sum / this.#papers;
  }

  #emitShard(first: string, bytes: Uint8Array): void {
    this.#ranges.front.write(first, this.#ranges.out);
    this.#emit(names.shardFile(this.#shardCount++), bytes);
  }

  #emit(name: string, bytes: Uint8Array): void {
    this.#batch.set(name, bytes);
    this.#batchBytes += bytes.length;
  }

  async #write(): Promise<void> {
    await this.#folder.write(new Map(this.#batch));
    this.#batch.clear();
    this.#batchBytes = 0;
  }
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  if (head.length === 0) return tail;
  if (tail.length === 0) return head;
  const both = new Uint8Array(head.length + tail.length);
  both.set(head);
  both.set(tail, head.length);
  return both;
}
