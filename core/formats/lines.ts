import { RECORD_CHARS_MAX } from './record-reader';
import type { Piece, Splitter } from './record-reader';

/** Text that is pushed piece by piece, as lines. */
export interface Lines {
  /** The lines that are whole, each with its line end. One beyond the length of a record comes in parts. */
  readonly push: (text: string) => readonly string[];
  /** The last line, where nothing ended it. */
  readonly end: () => readonly string[];
}

/** Lines of a stream; only one that is not yet whole is kept. */
export function linesOf(): Lines {
  let rest = '';
  return {
    push(text) {
      const lines: string[] = [];
      const from = rest.length;
      const all = rest + text;
      let start = 0;
      let newline = all.indexOf('\n', from);
      for (;;) {
        const end = newline === -1 ? all.length : newline + 1;
        for (; end - start > RECORD_CHARS_MAX; start += RECORD_CHARS_MAX)
          lines.push(all.slice(start, start + RECORD_CHARS_MAX));
        if (newline === -1) break;
        lines.push(all.slice(start, end));
        start = end;
        newline = all.indexOf('\n', start);
      }
      rest = all.slice(start);
      return lines;
    },
    end: () => (rest === '' ? [] : [rest]),
  };
}

/** A splitter that goes line by line. `takeLine` and `atEnd` add the pieces that are whole to `pieces`. */
export function lineSplitter(
  takeLine: (line: string, lineNumber: number, pieces: Piece[]) => void,
  atEnd: (pieces: Piece[]) => void,
): Splitter {
  const lines = linesOf();
  let lineNumber = 1;
  const take = (all: readonly string[]): Piece[] => {
    const pieces: Piece[] = [];
    for (const line of all) {
      takeLine(line, lineNumber, pieces);
      if (line.endsWith('\n')) lineNumber += 1;
    }
    return pieces;
  };
  return {
    push: (text) => take(lines.push(text)),
    end() {
      const pieces = take(lines.end());
      atEnd(pieces);
      return pieces;
    },
  };
}
