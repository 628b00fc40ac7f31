import papaparse from 'papaparse';
import { linesOf } from './lines';
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

/** Cuts a table into rows; a cell in quotation marks may have line ends in it. Blank rows are left out. */
export function csvRows(): Splitter {
  const lines = linesOf();
  let gathered: string[] = [];
  let chars = 0;
  let inQuotes = false;
  let recoveries = 0;
  let lineNumber = 1;

  const takeLine = (line: string, pieces: Piece[]): void => {
    if (gathered.length === 0 && line.trim() === '') {
      lineNumber += 1;
      return;
    }
    gathered.push(line);
    chars += line.length;
    inQuotes = endsInQuotes(line, inQuotes);
    if (!inQuotes && line.endsWith('\n')) flush(pieces, null);
    else if (chars > ROW_CHARS_MAX) recover(pieces);
  };
  const flush = (pieces: Piece[], problem: string | null): void => {
    if (gathered.length > 0) pieces.push({ text: gathered.join(''), line: lineNumber, problem });
    lineNumber += gathered.filter((one) => one.endsWith('\n')).length;
    gathered = [];
    chars = 0;
    inQuotes = false;
  };
  /** The first line of what has gathered is bad; the others are taken as if it had not been there. */
  const recover = (pieces: Piece[]): void => {
    recoveries += 1;
    const again = recoveries > RECOVERIES_MAX ? [] : gathered.splice(1);
    flush(pieces, 'quotation mark not closed');
    for (const line of again) takeLine(line, pieces);
  };
  const take = (all: readonly string[]): Piece[] => {
    const pieces: Piece[] = [];
    for (const line of all) takeLine(line, pieces);
    return pieces;
  };
  return {
    push: (text) => take(lines.push(text)),
    end() {
      const pieces = take(lines.end());
      while (gathered.length > 0) {
        if (inQuotes) recover(pieces);
        else flush(pieces, null);
      }
      return pieces;
    },
  };
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
