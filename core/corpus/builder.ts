import { keyHash } from '../match/key-hash';
import type { Paper } from '../paper';
import { FilesInMemory, type CorpusFolder } from './corpus-files';
import { IdSet } from './id-set';
import {
  CHECKPOINT_FILE,
  MANIFEST_FILE,
  packCheckpoint,
  packManifest,
  readCheckpoint,
  readManifest,
  type Checkpoint,
  type CorpusManifest,
} from './manifest';
import { mergePart } from './merge-part';
import { blockName, packBlock, PAPERS_PER_BLOCK } from './paper-blocks';
import type { PartBuilder } from './part';

interface BuildOptions {
  /** Of one build each: they hold what has gathered. */
  readonly parts: readonly PartBuilder[];
  /** What may gather before it is written as a run, roughly. */
  readonly bufferBytes?: number;
}

/** Large enough that 2.7 million papers make some fifty runs, small enough for a phone. */
const BUFFER_BYTES = 48_000_000;
/** Blocks that are deflated at the same time; browsers and Node do it beside the main thread. */
const BLOCKS_UNDER_WAY = 8;

const START: Checkpoint = {
  paperCount: 0,
  duplicates: 0,
  runs: 0,
  sourceMark: null,
  complete: false,
  bytes: { papers: 0 },
  merged: [],
  obsolete: [],
};

const idsName = (run: number): string => `ids/runs/${String(run).padStart(6, '0')}`;

/**
 * Makes the files of a corpus from a stream of papers, in bounded memory. What has gathered is written from time to
 * time, together with a checkpoint; killed anywhere and resumed with the papers after the checkpoint, it comes to the
 * same files byte for byte. After a write that failed the builder is of no more use: resume with a new one.
 */
export class CorpusBuilder {
  readonly #folder: CorpusFolder;
  readonly #parts: readonly PartBuilder[];
  readonly #bufferBytes: number;
  /** Of the papers that are in, also those since the checkpoint. */
  readonly #ids = new IdSet();
  #newIds: number[] = [];
  #papers: Paper[] = [];
  #underWay: Promise<Uint8Array>[] = [];
  #blocks = new Map<string, Uint8Array>();
  #blockBytes = 0;
  /** The checkpoint as it would be if all that has gathered were written. */
  #now: Checkpoint;
  #isWritten: boolean;
  #finished: CorpusManifest | null = null;

  private constructor(folder: CorpusFolder, options: BuildOptions, checkpoint: Checkpoint | null) {
    this.#folder = folder;
    this.#parts = options.parts;
    this.#bufferBytes = options.bufferBytes ?? BUFFER_BYTES;
    this.#now = checkpoint ?? START;
    this.#isWritten = checkpoint !== null;
  }

  /** Goes on where an earlier builder of this folder got to, or starts when there was none. */
  static async resume(folder: CorpusFolder, options: BuildOptions): Promise<CorpusBuilder> {
    const checkpoint = await readCheckpoint(folder);
    const manifest = await readManifest(folder);
    const builder = new CorpusBuilder(folder, options, checkpoint.ok ? checkpoint.value : null);
    if (manifest.ok) builder.#finished = manifest.value;
    else if (!builder.#now.complete) await builder.#readIds();
    return builder;
  }

  /** How far it has come; after `resume` the caller goes on at `sourceMark`, or, when `complete`, with `finish`. */
  get progress(): Pick<Checkpoint, 'paperCount' | 'duplicates' | 'sourceMark' | 'complete'> {
    return this.#finished ? { ...this.#now, ...this.#finished, complete: true } : this.#now;
  }

  /**
   * Takes the next paper; false when one of the same identity came before it, and stays. `sourceMark` says where in the
   * source the record after this one stands.
   */
  async add(paper: Paper, sourceMark: string | null): Promise<boolean> {
    if (this.progress.complete) throw new Error('a corpus that is complete takes no more papers');
    const { high, low } = keyHash(paper.id);
    if (!this.#ids.add(high, low)) {
      this.#now = { ...this.#now, sourceMark, duplicates: this.#now.duplicates + 1 };
      return false;
    }
    this.#newIds.push(high, low);
    const ordinal = this.#now.paperCount;
    this.#now = { ...this.#now, sourceMark, paperCount: ordinal + 1 };
    this.#papers.push(paper);
    for (const part of this.#parts) part.add(ordinal, paper);
    if (this.#papers.length === PAPERS_PER_BLOCK) {
      this.#packPapers();
      if (this.#underWay.length >= BLOCKS_UNDER_WAY) await this.#collectBlocks();
      if (this.#bufferedBytes >= this.#bufferBytes) await this.#flush();
    }
    return true;
  }

  /** Merges all parts and writes the manifest. Call it again, on a resumed builder, after it was interrupted. */
  async finish(): Promise<CorpusManifest> {
    if (this.#finished) {
      await this.#tidy();
      return this.#finished;
    }
    if (!this.#isWritten) return this.#finishAtOnce();
    if (!this.#now.complete) {
      if (this.#papers.length > 0) this.#packPapers();
      this.#now = { ...this.#now, complete: true };
      await this.#flush();
    }
    return this.#merge(this.#folder);
  }

  get #bufferedBytes(): number {
    return this.#parts.reduce((sum, part) => sum + part.bufferedBytes, this.#blockBytes);
  }

  #packPapers(): void {
    this.#underWay.push(packBlock(this.#papers));
    this.#papers = [];
  }

  async #collectBlocks(): Promise<void> {
    const packed = await Promise.all(this.#underWay);
    const first = Math.ceil(this.#now.paperCount / PAPERS_PER_BLOCK) - packed.length;
    packed.forEach((bytes, at) => {
      this.#blocks.set(blockName(first + at), bytes);
      this.#blockBytes += bytes.length;
    });
    this.#underWay = [];
  }

  /** What has gathered and the checkpoint that says so, in one write. Only between two blocks, or at the end. */
  async #flush(): Promise<void> {
    await this.#collectBlocks();
    await this.#folder.write(this.#takeGathered());
    this.#isWritten = true;
  }

  #takeGathered(): ReadonlyMap<string, Uint8Array> {
    const run = this.#now.runs;
    const files = this.#blocks;
    for (const part of this.#parts) for (const [name, bytes] of part.flush(run)) files.set(name, bytes);
    files.set(idsName(run), new Uint8Array(Uint32Array.from(this.#newIds).buffer));
    const papers = (this.#now.bytes['papers'] ?? 0) + this.#blockBytes;
    this.#now = { ...this.#now, runs: run + 1, bytes: { ...this.#now.bytes, papers } };
    files.set(CHECKPOINT_FILE, packCheckpoint(this.#now));
    this.#blocks = new Map();
    this.#blockBytes = 0;
    this.#newIds = [];
    return files;
  }

  /** A corpus that fits into the buffers, as the bundled one does, is merged in memory and written in one go. */
  async #finishAtOnce(): Promise<CorpusManifest> {
    if (this.#papers.length > 0) this.#packPapers();
    await this.#collectBlocks();
    this.#now = { ...this.#now, complete: true };
    const memory = new FilesInMemory();
    await memory.write(this.#takeGathered());
    const manifest = await this.#merge(memory);
    await this.#folder.write(memory.all());
    return manifest;
  }

  async #merge(folder: CorpusFolder): Promise<CorpusManifest> {
    for (const part of this.#parts) {
      if (this.#now.merged.includes(part.name)) continue;
      const { bytes, obsolete } = await mergePart(folder, part, this.#now.runs);
      // What the part before left, if it was interrupted before it could take it away.
      await folder.remove(this.#now.obsolete);
      this.#now = {
        ...this.#now,
        bytes: { ...this.#now.bytes, [part.name]: bytes },
        merged: [...this.#now.merged, part.name],
        obsolete,
      };
      await folder.write(new Map([[CHECKPOINT_FILE, packCheckpoint(this.#now)]]));
      await folder.remove(obsolete);
    }
    const { paperCount, duplicates, bytes } = this.#now;
    const manifest = { paperCount, duplicates, bytes };
    await folder.write(new Map([[MANIFEST_FILE, packManifest(manifest)]]));
    this.#finished = manifest;
    await this.#tidy(folder);
    return manifest;
  }

  /** The checkpoint goes last: it knows what else must. */
  async #tidy(folder = this.#folder): Promise<void> {
    const ids = Array.from({ length: this.#now.runs }, (_, run) => idsName(run));
    await folder.remove([...this.#now.obsolete, ...ids]);
    await folder.remove([CHECKPOINT_FILE]);
  }

  async #readIds(): Promise<void> {
    for (let run = 0; run < this.#now.runs; run += 1) {
      const bytes = await this.#folder.read(idsName(run));
      const ids = bytes ? new Uint32Array(bytes.slice().buffer) : new Uint32Array();
      for (let at = 0; at < ids.length; at += 2) this.#ids.add(ids[at] ?? 0, ids[at + 1] ?? 0);
    }
  }
}
