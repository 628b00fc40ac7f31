import { CorpusBuilder } from '../corpus/builder';
import type { CorpusFolder } from '../corpus/corpus-files';
import type { Indexer } from '../corpus/indexer';
import type { CorpusManifest } from '../corpus/manifest';
import type { PartBuilder } from '../corpus/part';
import type { ByteStream } from '../formats/bytes';
import type { ImportedRecord } from '../formats/format';
import { passes, type ImportFilter } from '../formats/import-filter';
import type { SourceTrouble } from '../formats/inflate';
import { textOf } from '../formats/text';
import type { Paper } from '../paper';
import { CountedLines } from './counted-lines';
import { ErrorList } from './error-list';
import type { ImportProgress } from './import-progress';
import type { FoundSource, ReadablePart } from './inspect';
import { RateMeter } from './rate';
import { sourceMarkOf, type SourceMark } from './source-mark';

/** All that one import needs. */
export interface ImportJob {
  readonly source: FoundSource;
  readonly filter: ImportFilter;
  /** Of the generation that is being made. */
  readonly folder: CorpusFolder;
  readonly parts: readonly PartBuilder[];
  /** See `CorpusBuilder`; null works in this thread. */
  readonly indexer: Indexer | null;
  /** See `CorpusBuilder`; null goes by the size of the source. */
  readonly stretchBytes: number | null;
  /** Papers of the corpus that this import updates, from an ordinal on: those that the source does not have stay. */
  readonly older: ((from: number) => AsyncIterable<Paper>) | null;
  /** Asked between records: resolves when the import may go on; false when it was cancelled. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Milliseconds, from any start. */
  readonly now: () => number;
  /** Called at most about five times a second. */
  readonly onProgress: (progress: ImportProgress) => void;
}

/** How an import ended. A folder that refuses rejects instead, and the import can be resumed. */
export type ImportEnd =
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'done';
      readonly manifest: CorpusManifest;
      readonly progress: ImportProgress;
      /** Why a file ended before its end; what came before is in the corpus. */
      readonly trouble: SourceTrouble | null;
    };

const PROGRESS_EVERY_MS = 200;
/** The clock is asked, and a pause begins, only so often. */
const RECORDS_BETWEEN_LOOKS = 64;
/** An import that is interrupted loses at most the work on an eighth of its file, and a short one little. */
const SHARE_BETWEEN_WRITES = 1 / 8;
/** Bounds of a stretch, of papers as JSON: merging thousands of runs would take long, and larger ones would take memory. */
const STRETCH_BYTES_MIN = 2_000_000;
const STRETCH_BYTES_MAX = 6_000_000;

/** Takes a source in, from its start or from where an earlier import into the same folder stopped. */
export async function runImport(job: ImportJob): Promise<ImportEnd> {
  const { parts, indexer } = job;
  let errors: ErrorList | null = null;
  const builder = await CorpusBuilder.resume(job.folder, {
    parts,
    ...(indexer && { indexer }),
    stretchBytes: job.stretchBytes ?? stretchBytesOf(job.source),
    besides: () => errors?.takeFile() ?? new Map(),
  });
  const mark = sourceMarkOf(builder.progress.sourceMark);
  errors = await ErrorList.resume(job.folder, mark.part, mark.records);
  try {
    return await new ImportRun(job, builder, mark, errors).run();
  } catch (error) {
    // The indexer may have been closed for it.
    if (!(await job.mayGoOn())) return { kind: 'cancelled' };
    throw error;
  } finally {
    // Whoever hears of the end may take the folder away.
    await builder.stop();
  }
}

/** By the source alone: whoever goes on with its import must cut it at the same places. */
function stretchBytesOf({ sample }: FoundSource): number {
  const share = sample.papers * sample.bytesPerPaper * SHARE_BETWEEN_WRITES;
  return Math.min(STRETCH_BYTES_MAX, Math.max(STRETCH_BYTES_MIN, share));
}

class ImportRun {
  readonly #job: ImportJob;
  readonly #builder: CorpusBuilder;
  readonly #errors: ErrorList;
  readonly #meter = new RateMeter();
  /** After the record that was read last. */
  #mark: SourceMark;
  #reading: ByteStream | null = null;
  #trouble: SourceTrouble | null = null;
  #toNextLook = 0;
  #indexed = 0;
  #reportedAt = -Infinity;

  constructor(job: ImportJob, builder: CorpusBuilder, mark: SourceMark, errors: ErrorList) {
    this.#job = job;
    this.#builder = builder;
    this.#mark = mark;
    this.#errors = errors;
  }

  async run(): Promise<ImportEnd> {
    const { parts } = this.#job.source;
    if (!this.#builder.progress.complete) {
      for (const [index, part] of [...parts.entries()].slice(this.#mark.part)) {
        if (!(await this.#readPart(index, part))) return { kind: 'cancelled' };
        this.#mark = { ...this.#mark, part: index + 1, records: 0, text: null, lines: 0 };
      }
      if (!(await this.#addOlder())) return { kind: 'cancelled' };
    }
    if (!(await this.#job.mayGoOn())) return { kind: 'cancelled' };
    this.#meter.forget();
    this.#report('indexing');
    const manifest = await this.#builder.finish((share) => this.#noteMerging(share));
    return { kind: 'done', manifest, progress: this.#progress('indexing'), trouble: this.#trouble };
  }

  async #readPart(index: number, { part, format }: ReadablePart): Promise<boolean> {
    const from = this.#mark;
    const text = textOf(part, from.text);
    const lines = new CountedLines(text, from.lines);
    // Without a place to begin at, the records that were read are read once more, past.
    let toSkip = from.text === null ? from.records : 0;
    this.#reading = text.bytes;
    for await (const record of format.read(lines)) {
      if (!(await this.#look())) return false;
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      if (record.position === undefined) lines.forget();
      this.#mark = {
        ...this.#mark,
        records: this.#mark.records + 1,
        text: record.position === undefined ? null : text.markAt(record.position),
        lines: record.position === undefined ? 0 : lines.before(record.position),
      };
      await this.#take(record, { file: part.name, part: index, line: from.lines + record.line });
    }
    this.#trouble ??= text.bytes.progress.trouble;
    return true;
  }

  async #take(
    record: ImportedRecord,
    place: { readonly file: string; readonly part: number; readonly line: number },
  ): Promise<void> {
    if (!record.ok) {
      const { reason, excerpt } = record;
      this.#mark = { ...this.#mark, bad: this.#mark.bad + 1 };
      this.#errors.add({ ...place, record: this.#mark.records, reason, excerpt });
    } else if (passes(this.#job.filter, record)) {
      await this.#builder.add(record.paper, JSON.stringify(this.#mark));
    } else {
      this.#mark = { ...this.#mark, filtered: this.#mark.filtered + 1 };
    }
  }

  /** The older papers stand after the last file; `records` counts those that have been gone through. */
  async #addOlder(): Promise<boolean> {
    this.#reading = null;
    if (!this.#job.older) return true;
    for await (const paper of this.#job.older(this.#mark.records)) {
      if (!(await this.#look())) return false;
      this.#mark = { ...this.#mark, records: this.#mark.records + 1 };
      await this.#builder.add(paper, JSON.stringify(this.#mark));
    }
    return true;
  }

  async #look(): Promise<boolean> {
    this.#toNextLook -= 1;
    if (this.#toNextLook > 0) return true;
    this.#toNextLook = RECORDS_BETWEEN_LOOKS;
    return this.#pauseOrReport('reading');
  }

  /** Gives up what is under way by rejecting; `runImport` tells a cancelled import from a failed one. */
  async #noteMerging(share: number): Promise<void> {
    this.#indexed = share;
    if (!(await this.#pauseOrReport('indexing'))) throw new Error('the import was cancelled');
  }

  async #pauseOrReport(phase: ImportProgress['phase']): Promise<boolean> {
    const asked = this.#job.now();
    const mayGoOn = await this.#job.mayGoOn();
    const now = this.#job.now();
    if (now - asked > PROGRESS_EVERY_MS) this.#meter.forget();
    if (now - this.#reportedAt < PROGRESS_EVERY_MS) return mayGoOn;
    this.#reportedAt = now;
    this.#report(phase);
    return mayGoOn;
  }

  #report(phase: ImportProgress['phase']): void {
    const progress = this.#progress(phase);
    const bytes = phase === 'reading' ? progress.bytesDone : this.#indexed * progress.bytesTotal;
    this.#meter.note({ at: this.#job.now(), papers: progress.papers, bytes });
    this.#job.onProgress(this.#progress(phase));
  }

  #progress(phase: ImportProgress['phase']): ImportProgress {
    const { parts } = this.#job.source;
    const { paperCount, duplicates } = this.#builder.progress;
    const sizes = parts.map(({ part }) => part.packedBytes);
    const bytesTotal = sum(sizes);
    const now = this.#reading?.progress.packedBytes ?? 0;
    const bytesDone =
      phase === 'reading' ? Math.min(bytesTotal, sum(sizes.slice(0, this.#mark.part)) + now) : bytesTotal;
    const rate = this.#meter.rate;
    const bytesLeft = phase === 'reading' ? bytesTotal - bytesDone : (1 - this.#indexed) * bytesTotal;
    return {
      phase,
      papers: paperCount,
      duplicates,
      filtered: this.#mark.filtered,
      bad: this.#mark.bad,
      bytesDone,
      bytesTotal,
      papersPerSecond: phase === 'reading' ? rate && Math.round(rate.papers) : null,
      indexed: this.#indexed,
      secondsLeft: rate && rate.bytes > 0 ? Math.ceil(bytesLeft / rate.bytes) : null,
    };
  }
}

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
