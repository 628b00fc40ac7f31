import { lineSplitter } from './lines';
import type { RecordReason } from './reasons';
import { RECORD_CHARS_MAX, TOO_LONG } from './record-reader';
import type { Piece, Splitter } from './record-reader';

const ENTRY_START = /\s*@\s{0,9}([a-z]{1,30})\s{0,9}([{(])/iy;
/**
 * A line that can only be the next entry: without it one missing brace would swallow the rest of the file. A key and
 * its comma are asked for, so that a line of an abstract that begins with "@" is not taken for one.
 */
const CERTAIN_START =
  /^ {0,3}@\s*(?:[a-z]{1,30}\s*[{(]\s*[^\s{}",=#%]{1,200}\s*(?:,|\n)|(?:string|comment|preamble)\s*[{(])/i;

interface OpenEntry {
  readonly isComment: boolean;
  /** "(" where the entry stands in round brackets. */
  readonly bracket: string;
  readonly line: number;
  parts: string[];
  chars: number;
  depth: number;
  quoted: boolean;
}

/** Cuts BibTeX into its entries, `@string` and the like included; what stands between entries is a comment to BibTeX. */
export function bibtexEntries(): Splitter {
  let open: OpenEntry | null = null;
  return lineSplitter(
    (line, lineNumber, pieces) => {
      if (open !== null && !open.isComment && CERTAIN_START.test(line)) {
        pieces.push(pieceOf(open, { kind: 'not-closed' }));
        open = null;
      }
      let at = 0;
      while (at < line.length) {
        open ??= startAt(line, at, lineNumber);
        if (open === null) break;
        const end = endOfEntry(open, line, at);
        gather(open, line.slice(at, end ?? line.length));
        if (end === null) break;
        pieces.push(pieceOf(open, null));
        open = null;
        at = end;
      }
    },
    (pieces) => {
      if (open !== null && !open.isComment) pieces.push(pieceOf(open, { kind: 'not-closed' }));
    },
  );
}

function startAt(line: string, at: number, lineNumber: number): OpenEntry | null {
  ENTRY_START.lastIndex = at;
  const start = ENTRY_START.exec(line);
  if (start === null) return null;
  const isComment = /^comment$/i.test(start[1] ?? '');
  return {
    isComment,
    bracket: start[2] ?? '{',
    line: lineNumber,
    parts: [],
    chars: 0,
    depth: 0,
    quoted: false,
  };
}

/**
 * The offset after the entry's closing bracket, or null while it is open. Braces count whether or not a backslash
 * stands before them, as in BibTeX itself; a quotation mark counts between braces only where the entry stands in
 * round brackets, which may hold a ")" in a quoted value.
 */
function endOfEntry(entry: OpenEntry, line: string, from: number): number | null {
  const isRound = entry.bracket === '(';
  const first = entry.parts.length === 0 ? line.indexOf(entry.bracket, from) + (isRound ? 1 : 0) : from;
  for (let at = first; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code === 0x7b) entry.depth += 1;
    else if (code === 0x7d) {
      entry.depth -= 1;
      if (entry.depth <= 0 && !isRound) return at + 1;
    } else if (isRound && entry.depth <= 0) {
      if (code === 0x22) entry.quoted = !entry.quoted;
      else if (code === 0x29 && !entry.quoted) return at + 1;
    }
  }
  return null;
}

function gather(entry: OpenEntry, text: string): void {
  entry.chars += text.length;
  // The start is kept for the error list; the rest of such an entry is only counted through.
  if (entry.chars <= RECORD_CHARS_MAX) entry.parts.push(text);
}

function pieceOf(entry: OpenEntry, problem: RecordReason | null): Piece {
  const tooLong = entry.chars > RECORD_CHARS_MAX && !entry.isComment;
  return {
    text: entry.parts.join('').trimStart(),
    line: entry.line,
    problem: tooLong ? TOO_LONG : problem,
  };
}
