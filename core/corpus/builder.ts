import { keyHash } from '../match/key-hash';
import type { Paper } from '../paper';
import { FilesInMemory, type CorpusFolder } from './corpus-files';
import { IdSet } from './id-set';
import { indexerHere, jsonOfBlock, type Indexer, type StretchFiles } from './indexer';
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
import type { MergedPart } from './merge-part';
import { PAPERS_PER_BLOCK } from './paper-blocks';
import type { PartBuilder } from './part';

interface BuildOptions {
  /** Of one build each: they hold what has gathered. */
  readonly parts: readonly PartBuilder[];
  /** Who indexes and merges what is too much for memory, over the same folder and with the same parts; this thread unless said. */
  readonly indexer?: Indexer;
  /** A stretch ends with the block at which its papers have so many bytes as JSON. What comes out does not depend on it. */
  readonly stretchBytes?: number;
  /** Asked where a stretch ends: files of the caller's about what was added so far, which are written with its checkpoint. */
  readonly besides?: () => StretchFiles;
}

/** Some 4,200 papers with abstracts: 2.7 million make six hundred runs. Twice as much takes 30 MB more memory. */
const STRETCH_BYTES = 6_000_000;

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

type OnMerging = (share: number) => Promise<void>;

const ignore = (): void => undefined;
const idsName = (run: number): string => `ids/runs/${String(run).padStart(6, '0')}`;

/**
 * Makes the files of a corpus from a stream of papers, in bounded memory. Papers gather into stretches, whose bounds depend
 * on the papers alone; an indexer makes each into files, several at the same time, and they are written one stretch after
 * the other, each together with a checkpoint. Killed anywhere and resumed with the papers after the checkpoint, it comes to
 * the same files byte for byte. After a write that failed the builder is of no more use: resume with a new one.
 */
export class CorpusBuilder {
  readonly #folder: CorpusFolder;
  readonly #parts: readonly PartBuilder[];
  readonly #indexer: Indexer;
  readonly #stretchBytes: number;
  readonly #besides: () => StretchFiles;
  /** Of the papers that are in, also those since the checkpoint. */
  readonly #ids = new IdSet();
  #newIds: number[] = [];
  #papers: Paper[] = [];
  #blocks: Uint8Array[] = [];
  #gatheredBytes = 0;
  /** The checkpoint as it would be if all that has gathered were written. */
  #now: Checkpoint;
  /** By part what is written of it: blocks of papers, runs of the others. */
  readonly #written: Map<string, number>;
  /** Stretches that are indexed or wait to be written, in their order. Each ends when it is written. */
  #underWay: Promise<void>[] = [];
  #lastWrite: Promise<void> = Promise.resolve();
  /** What is being written just now. */
  #writing: Promise<void> = Promise.resolve();
  #isStopped = false;
  #finished: CorpusManifest | null = null;

  private constructor(folder: CorpusFolder, options: BuildOptions, checkpoint: Checkpoint | null) {
    this.#folder = folder;
    this.#parts = options.parts;
    this.#indexer = options.indexer ?? indexerHere(options.parts, folder);
    this.#stretchBytes = options.stretchBytes ?? STRETCH_BYTES;
    this.#besides = options.besides ?? (() => new Map());
    this.#now = checkpoint ?? START;
    this.#written = new Map(Object.entries(this.#now.bytes));
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
    this.#now = { ...this.#now, sourceMark, paperCount: this.#now.paperCount + 1 };
    this.#papers.push(paper);
    if (this.#papers.length === PAPERS_PER_BLOCK) {
      this.#endBlock();
      if (this.#gatheredBytes >= this.#stretchBytes) await this.#send(this.#indexer);
    }
    return true;
  }

  /**
   * Merges all parts and writes the manifest. Call it again, on a resumed builder, after it was interrupted. `onMerging`
   * hears how far that is, 0 to 1; it goes on when `onMerging` resolves, and is interrupted when it rejects.
   */
  async finish(onMerging: OnMerging = async () => undefined): Promise<CorpusManifest> {
    if (this.#finished) {
      await this.#tidy(this.#folder);
      return this.#finished;
    }
    if (this.#now.runs === 0) return this.#finishAtOnce(onMerging);
    if (!this.#now.complete) {
      this.#now = { ...this.#now, complete: true };
      this.#ids.clear();
      await this.#send(this.#indexer);
      await this.#lastWrite;
      this.#now = { ...this.#now, bytes: this.#bytes };
    }
    return this.#merge(this.#folder, this.#indexer, onMerging);
  }

  /** Gives the build up: when it resolves nothing is written any more. What is written stays, to be resumed. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#writing.catch(ignore);
  }

  get #bytes(): Checkpoint['bytes'] {
    return Object.fromEntries(this.#written);
  }

  #endBlock(): void {
    if (this.#papers.length === 0) return;
    const json = jsonOfBlock(this.#papers);
    this.#blocks.push(json);
    this.#gatheredBytes += json.length;
    this.#papers = [];
  }

  /** Hands what has gathered to the indexer. Waits for the oldest stretch where there are enough. */
  async #send(indexer: Indexer): Promise<void> {
    this.#endBlock();
    while (this.#underWay.length >= indexer.width) await this.#underWay.shift();
    const run = this.#now.runs;
    const ids = Uint32Array.from(this.#newIds);
    const first = this.#now.paperCount - ids.length / 2;
    this.#now = { ...this.#now, runs: run + 1 };
    const checkpoint = this.#now;
    const besides = this.#besides();
    const indexing = indexer.index({ run, first, blocks: this.#blocks });
    const written = Promise.all([indexing, this.#lastWrite]).then(([files]) =>
      this.#write(new Map([...files, ...besides]), ids, checkpoint),
    );
    // It shows where the next stretch is sent, or at the end; without this it would count as unhandled until then.
    written.catch(ignore);
    this.#underWay.push(written);
    this.#lastWrite = written;
    this.#newIds = [];
    this.#blocks = [];
    this.#gatheredBytes = 0;
  }

  async #write(indexed: StretchFiles, ids: Uint32Array, checkpoint: Checkpoint): Promise<void> {
    if (this.#isStopped) return;
    this.#writing = this.#folder.write(this.#withCheckpoint(indexed, ids, checkpoint));
    await this.#writing;
  }

  #withCheckpoint(indexed: StretchFiles, ids: Uint32Array, checkpoint: Checkpoint): StretchFiles {
    for (const [name, { length }] of indexed) {
      const part = name.slice(0, name.indexOf('/'));
      this.#written.set(part, (this.#written.get(part) ?? 0) + length);
    }
    return new Map([
      ...indexed,
      [idsName(checkpoint.runs - 1), new Uint8Array(ids.buffer)],
      [CHECKPOINT_FILE, packCheckpoint({ ...checkpoint, bytes: this.#bytes })],
    ]);
  }

  /** A corpus that fits into one stretch, as the bundled one does, is merged in memory and written in one go. */
  async #finishAtOnce(onMerging: OnMerging): Promise<CorpusManifest> {
    const memory = new FilesInMemory();
    const indexer = indexerHere(this.#parts, memory);
    this.#endBlock();
    this.#now = { ...this.#now, complete: true, runs: 1 };
    const indexed = await indexer.index({ run: 0, first: 0, blocks: this.#blocks });
    await memory.write(this.#withCheckpoint(indexed, Uint32Array.from(this.#newIds), this.#now));
    this.#now = { ...this.#now, bytes: this.#bytes };
    const manifest = await this.#merge(memory, indexer, onMerging);
    await this.#folder.write(new Map([...memory.all(), ...this.#besides()]));
    return manifest;
  }

  async #merge(folder: CorpusFolder, indexer: Indexer, onMerging: OnMerging): Promise<CorpusManifest> {
    const left = this.#parts.map(({ name }) => name).filter((name) => !this.#now.merged.includes(name));
    const total = left.reduce((sum, part) => sum + (this.#now.bytes[part] ?? 0), 0);
    let read = 0;
    const onRead = async (bytes: number): Promise<void> => {
      read += bytes;
      // Some of it is put aside and read twice.
      await onMerging(Math.min(1, read / Math.max(1, total)));
    };
    let noted: Promise<void> = Promise.resolve();
    await atMost(indexer.width, left, async (part) => {
      const merged = await indexer.mergePart(part, this.#now.runs, onRead);
      noted = noted.then(() => this.#note(folder, part, merged));
      await noted;
    });
    const { paperCount, duplicates, bytes } = this.#now;
    // In this order whichever was merged first.
    const sizes = ['papers', ...this.#parts.map(({ name }) => name)].map((part) => [part, bytes[part] ?? 0]);
    const manifest = { paperCount, duplicates, bytes: Object.fromEntries(sizes) as CorpusManifest['bytes'] };
    await folder.write(new Map([[MANIFEST_FILE, packManifest(manifest)]]));
    this.#finished = manifest;
    await this.#tidy(folder);
    return manifest;
  }

  /** The note that a part is merged comes before its runs are taken away: until then the merge must be repeatable. */
  async #note(folder: CorpusFolder, part: string, { bytes, obsolete }: MergedPart): Promise<void> {
    // With what another part left, if that was interrupted before it could take it away.
    const all = [...this.#now.obsolete, ...obsolete];
    this.#now = {
      ...this.#now,
      bytes: { ...this.#now.bytes, [part]: bytes },
      merged: [...this.#now.merged, part],
      obsolete: all,
    };
    await folder.write(new Map([[CHECKPOINT_FILE, packCheckpoint(this.#now)]]));
    await folder.remove(all);
    this.#now = { ...this.#now, obsolete: [] };
  }

  /** The checkpoint goes last: it knows what else must. */
  async #tidy(folder: CorpusFolder): Promise<void> {
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

/**
 * Works on so many items at a time. After one that fails none is begun, and it rejects when the others have ended: nobody
 * may go on writing once the caller believes that it is over.
 */
async function atMost<T>(
  width: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      await work(item).catch((error: unknown) => {
        left.length = 0;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: width }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
