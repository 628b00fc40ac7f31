import type { CorpusFolder } from '../corpus/corpus-files';
import { DIRECTORY_FILE, FILTER_FILE, keyShardName, packDirectory } from './directory';
import { KeyShardWriter, type KeyEntry } from './key-shard';
import { SignatureSpills } from './signature-spills';
import { filedSignatures } from './signatures';
import { TitleFilter } from './title-filter';
import { eachMerged, readRunHead, removeRun } from './title-runs';

/**
 * Small enough that a page of a hundred unknown titles reads a megabyte or two, large enough that 2.7 million titles
 * are some ten thousand files.
 */
const KEY_SHARD_BYTES = 16 << 10;
/** Files are written so many bytes at a time. */
const WRITE_BYTES = 1 << 20;

/**
 * Merges the runs into the final files. The directory is written last and means that all is there; only then are the
 * runs taken away, so that an interrupted merge is simply done again.
 */
export async function mergeTitleRuns(folder: CorpusFolder, runs: number): Promise<void> {
  if ((await folder.read(DIRECTORY_FILE)) === null) await writeFinalFiles(folder, runs);
  for (let run = 0; run < runs; run += 1) await removeRun(folder, run);
  await SignatureSpills.removeAll(folder);
}

async function writeFinalFiles(folder: CorpusFolder, runs: number): Promise<void> {
  const chunks: number[] = [];
  let titles = 0;
  for (let run = 0; run < runs; run += 1) {
    const head = await readRunHead(folder, run);
    if (!head) throw new Error(`run ${run} of the titles is missing`);
    chunks.push(head.chunks);
    titles += head.titles;
  }
  const writer = new FinalWriter(folder, titles);
  await eachMerged(folder, chunks, (entry) => writer.add(entry));
  await writer.finish();
}

class FinalWriter {
  readonly #folder: CorpusFolder;
  readonly #filter: TitleFilter;
  readonly #spills: SignatureSpills;
  readonly #shard = new KeyShardWriter();
  readonly #decoder = new TextDecoder();
  readonly #firstKeys: Uint8Array[] = [];
  readonly #keysBefore: number[] = [0];
  #files = new Map<string, Uint8Array>();
  #waiting = 0;
  #keys = 0;

  constructor(folder: CorpusFolder, titles: number) {
    this.#folder = folder;
    this.#filter = TitleFilter.for(titles);
    this.#spills = new SignatureSpills(folder);
  }

  /** A promise where there is something to write. */
  add(entry: KeyEntry): Promise<void> | null {
    const key = this.#decoder.decode(entry.key);
    if (this.#shard.count === 0) this.#firstKeys.push(entry.key);
    this.#shard.add(entry);
    this.#filter.add(key);
    for (const signature of filedSignatures(key)) this.#spills.add(signature, this.#keys);
    this.#keys += 1;
    if (this.#shard.bytes >= KEY_SHARD_BYTES) this.#endShard();
    return this.#waiting >= WRITE_BYTES || this.#spills.isFull ? this.#write() : null;
  }

  async finish(): Promise<void> {
    if (this.#shard.count > 0) this.#endShard();
    this.#files.set(FILTER_FILE, this.#filter.bits);
    await this.#write();
    const firstHashes = await this.#spills.finish();
    const directory = {
      firstKeys: this.#firstKeys,
      keysBefore: Uint32Array.from(this.#keysBefore),
      firstHashes,
    };
    await this.#folder.write(new Map([[DIRECTORY_FILE, packDirectory(directory)]]));
  }

  #endShard(): void {
    const bytes = this.#shard.take();
    this.#files.set(keyShardName(this.#keysBefore.length - 1), bytes);
    this.#keysBefore.push(this.#keys);
    this.#waiting += bytes.length;
  }

  async #write(): Promise<void> {
    const files = this.#files;
    this.#files = new Map();
    this.#waiting = 0;
    if (files.size > 0) await this.#folder.write(files);
    if (this.#spills.isFull) await this.#spills.spill();
  }
}
