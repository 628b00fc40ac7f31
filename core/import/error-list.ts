import type { CorpusFolder } from '../corpus/corpus-files';
import { seal, unseal, type FileFormat } from '../corpus/sealed';
import type { RecordReason } from '../formats/reasons';

/** A record that could not be taken in. */
export interface ImportError {
  /** Name of the file it stands in. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly reason: RecordReason;
  /** The start of the record. */
  readonly excerpt: string;
}

/** An error with its place among the records of the source, so that one read again is not listed twice. */
interface PlacedError extends ImportError {
  readonly part: number;
  readonly record: number;
}

const ERRORS_FILE = 'errors';
const FORMAT: FileFormat = { kind: 'errs', version: 2 };

/** All are counted; so many are kept: more of them say no more. */
const ERRORS_KEPT = 1_000;

/** The errors of one import, kept beside the corpus so that they outlive the import. */
export class ErrorList {
  #errors: PlacedError[];
  #isGiven = true;

  private constructor(errors: PlacedError[]) {
    this.#errors = errors;
  }

  /** Goes on with the errors of records before a place; those after it will be met again. */
  static async resume(folder: CorpusFolder, part: number, record: number): Promise<ErrorList> {
    const kept = await readPlaced(folder);
    return new ErrorList(
      kept.filter((error) => error.part < part || (error.part === part && error.record <= record)),
    );
  }

  add(error: PlacedError): void {
    if (this.#errors.length >= ERRORS_KEPT) return;
    this.#errors.push(error);
    this.#isGiven = false;
  }

  /** As a file, where there are others than at the last time. */
  takeFile(): ReadonlyMap<string, Uint8Array> {
    if (this.#isGiven) return new Map();
    this.#isGiven = true;
    const bytes = new TextEncoder().encode(JSON.stringify(this.#errors));
    return new Map([[ERRORS_FILE, seal(FORMAT, bytes)]]);
  }
}

/** The errors that were kept of an import; empty when there were none, or the file cannot be read. */
export function readErrors(files: Pick<CorpusFolder, 'read'>): Promise<readonly ImportError[]> {
  return readPlaced(files);
}

async function readPlaced(files: Pick<CorpusFolder, 'read'>): Promise<PlacedError[]> {
  const file = await files.read(ERRORS_FILE);
  const opened = file && unseal(FORMAT, file);
  // Version 1 had the reasons as English sentences.
  if (!opened?.ok || opened.version !== FORMAT.version) return [];
  return JSON.parse(new TextDecoder().decode(opened.payload)) as PlacedError[];
}

/** What the table of errors is worded with, in the reader's language. */
export interface ErrorTableWords {
  /** Of its four columns: file, line, reason, start of the record. */
  readonly header: readonly [string, string, string, string];
  readonly reason: (reason: RecordReason) => string;
}

/** The list as a table to download: tab-separated, a header, one line each. */
export function errorTable(errors: readonly ImportError[], words: ErrorTableWords): string {
  const rows = errors.map(({ file, line, reason, excerpt }) => {
    return [file, String(line), words.reason(reason), excerpt];
  });
  return [words.header, ...rows].map((cells) => `${cells.map(cell).join('\t')}\n`).join('');
}

/** One line, and nothing that a spreadsheet would run as a formula. */
function cell(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
