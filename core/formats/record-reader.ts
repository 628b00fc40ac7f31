import type { Paper } from '../paper';
import type { StatedMarks } from '../reading-list/stated-marks';
import type { ImportedRecord, ImportFormat } from './format';
import type { NoPaper } from './paper-from-fields';
import type { RecordReason } from './reasons';

/** Most characters of one record; a longer one is no bibliographic record, and is not gathered in memory. */
export const RECORD_CHARS_MAX = 1_000_000;
export const TOO_LONG: RecordReason = { kind: 'too-long', charsMax: RECORD_CHARS_MAX };
const EXCERPT_CHARS_MAX = 200;

/** Turns text that is pushed piece by piece into records. Where the text is cut changes nothing. */
export interface RecordReader {
  readonly push: (text: string) => readonly ImportedRecord[];
  readonly end: () => readonly ImportedRecord[];
}

/** A piece of a source that should hold one record; `problem` says why it cannot. */
export interface Piece {
  readonly text: string;
  /** Line of its first character, from 1. */
  readonly line: number;
  readonly problem: RecordReason | null;
}

/** Cuts text that is pushed piece by piece into the pieces that should hold one record each. */
export interface Splitter {
  readonly push: (text: string) => readonly Piece[];
  readonly end: () => readonly Piece[];
}

/** A record that is no paper, with the start of what stands there. */
export function badRecord(
  reason: RecordReason,
  { text, line }: Pick<Piece, 'text' | 'line'>,
): ImportedRecord {
  const excerpt = text.slice(0, EXCERPT_CHARS_MAX * 4).replace(/\s+/g, ' ');
  return { ok: false, reason, line, excerpt: excerpt.trim().slice(0, EXCERPT_CHARS_MAX) };
}

/** What a piece came to, for formats whose later records need earlier ones; `marks` are worked out when they are read. */
export function paperRecord(paper: Paper | NoPaper, piece: Piece, marks?: () => StatedMarks): ImportedRecord {
  if (paper === 'no-title') return badRecord({ kind: paper }, piece);
  const record = { ok: true, paper, line: piece.line } as const;
  if (marks === undefined) return record;
  return {
    ...record,
    get marks() {
      return marks();
    },
  };
}

/** A reader that asks `recordOf` about each sound piece; null is a piece that is no record at all (a comment). */
export function pieceReader(
  splitter: Splitter,
  recordOf: (piece: Piece) => ImportedRecord | null,
): RecordReader {
  const records = (pieces: readonly Piece[]) =>
    pieces
      .map((piece) => (piece.problem === null ? recordOf(piece) : badRecord(piece.problem, piece)))
      .filter((record) => record !== null);
  return { push: (text) => records(splitter.push(text)), end: () => records(splitter.end()) };
}

/** The streaming `read` of a format: a new reader for each source, line ends made one, the byte order mark dropped. */
export function streamed(newReader: () => RecordReader): ImportFormat['read'] {
  return async function* read(chunks) {
    const reader = newReader();
    for await (const text of normalised(chunks)) yield* reader.push(text);
    yield* reader.end();
  };
}

/** Text with one kind of line end and without a byte order mark. */
export async function* normalised(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const normalise = newlineNormaliser();
  for await (const chunk of chunks) yield normalise(chunk);
  yield normalise(null);
}

/** CRLF and CR become LF, also where a cut parts the two; null says that the text has ended. */
function newlineNormaliser(): (chunk: string | null) => string {
  let atStart = true;
  let heldReturn = '';
  return (chunk) => {
    if (chunk === null) return heldReturn === '' ? '' : '\n';
    let text = heldReturn + chunk;
    if (atStart && text !== '') {
      text = text.replace(/^\uFEFF/, '');
      atStart = false;
    }
    heldReturn = text.endsWith('\r') ? '\r' : '';
    if (heldReturn !== '') text = text.slice(0, -1);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  };
}
