import papaparse from 'papaparse';
import { lineSplitter } from './lines';
import type { RecordReason } from './reasons';
import type { Piece, Splitter } from './record-reader';

/** Longer rows have lost a quotation mark: what it swallowed is read again, line by line. */
const ROW_CHARS_MAX = 200_000;
/** After so many of those a table is not worth reading twice. */
const RECOVERIES_MAX = 1_000;
const OPENING = /(?:^|[,;|\t])"/g;
const DELIMITERS = ['\t', ';', ',', '|'];

/** The delimiter of a header row, by which of the usual ones stands there most often outside quotation marks. */
export function delimiterOf(header: string): string {
  const unquoted = header.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => unquoted.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The cells of one row; null where its quotation marks are broken. */
export function cellsOf(row: string, delimiter: string): readonly string[] | null {
  const { data, errors } = papaparse.parse<string[]>(row.replace(/\n$/, ''), { delimiter, newline: '\n' });
  // A row that began inside quotation marks, or ends there, is no row of its own.
  return errors.some(({ type }) => type === 'Quotes') || data.length > 1 ? null : (data[0] ?? []);
}

interface GatheredLine {
  readonly text: string;
  readonly line: number;
}

/** The lines of one row, as far as they have come. */
class OpenRow {
  #lines: GatheredLine[] = [];
  #chars = 0;
  #inQuotes = false;
  #recoveries = 0;

  take(text: string, line: number, pieces: Piece[]): void {
    if (this.#lines.length === 0 && text.trim() === '') return;
    this.#lines.push({ text, line });
    this.#chars += text.length;
    this.#inQuotes = endsInQuotes(text, this.#inQuotes);
    if (!this.#inQuotes && text.endsWith('\n')) this.#close(pieces, null);
    else if (this.#chars > ROW_CHARS_MAX) this.#recover(pieces);
  }

  end(pieces: Piece[]): void {
    while (this.#lines.length > 0) {
      if (this.#inQuotes) this.#recover(pieces);
      else this.#close(pieces, null);
    }
  }

  #close(pieces: Piece[], problem: RecordReason | null): void {
    const text = this.#lines.map((one) => one.text).join('');
    pieces.push({ text, line: this.#lines[0]?.line ?? 1, problem });
    this.#lines = [];
    this.#chars = 0;
    this.#inQuotes = false;
  }

  /** The first line of what has gathered is bad; the others are taken as if it had not been there. */
  #recover(pieces: Piece[]): void {
    this.#recoveries += 1;
    const again = this.#recoveries > RECOVERIES_MAX ? [] : this.#lines.splice(1);
    this.#close(pieces, { kind: 'broken-quotes' });
    for (const { text, line } of again) this.take(text, line, pieces);
  }
}

/** Cuts a table into rows; a cell in quotation marks may have line ends in it. Blank rows are left out. */
export function csvRows(): Splitter {
  const row = new OpenRow();
  return lineSplitter(
    (text, line, pieces) => row.take(text, line, pieces),
    (pieces) => row.end(pieces),
  );
}

/** Quotation marks open a cell only at its start: one in the middle (5" disk) is text. A doubled one is text as well. */
function endsInQuotes(line: string, startsInQuotes: boolean): boolean {
  let inQuotes = startsInQuotes;
  for (let at = 0; at <= line.length;) {
    if (inQuotes) {
      const quote = line.indexOf('"', at);
      if (quote === -1) return true;
      inQuotes = line[quote + 1] === '"';
      at = quote + (inQuotes ? 2 : 1);
    } else {
      OPENING.lastIndex = at;
      if (!OPENING.test(line)) return false;
      at = OPENING.lastIndex;
      inQuotes = true;
    }
  }
  return inQuotes;
}
