import type { StatedMarks } from '../reading-list/stated-marks';
import { clip } from '../text/well-formed';
import type { ImportedRecord } from './format';
import { RECORD_CHARS_MAX } from './json-piece';
import type { JsonPiece } from './json-piece';
import { JsonSplitter } from './json-splitter';
import { paperFromFields } from './paper-from-fields';
import type { RecordFields } from './paper-from-fields';
import type { RecordReason } from './reasons';

/** What a JSON object may hold under a name: nothing is known of it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What a format makes of one object: the fields of a paper, or why it is none. */
export type JsonReading =
  | {
      readonly fields: RecordFields;
      readonly categories?: readonly string[];
      /** As `ImportedRecord.marks`; called when they are read. */
      readonly marks?: () => StatedMarks;
    }
  | { readonly reason: RecordReason };

const EXCERPT_CHARS = 200;

/** The value as an object; null for anything else, arrays included. */
export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The value as an array; empty for anything else. */
export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text: numbers as they print; null for anything else and for blanks. */
export function textOfValue(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

/** Reads one object; null where it is meant to be none, such as the file that is attached to a paper. */
type ReadObject = (object: JsonObject) => JsonReading | null;

function readingOf(piece: JsonPiece, read: ReadObject): JsonReading | null {
  if (piece.tooLong) return { reason: { kind: 'too-long', charsMax: RECORD_CHARS_MAX } };
  let value: unknown;
  try {
    value = JSON.parse(piece.text);
  } catch {
    return { reason: { kind: 'broken-json' } };
  }
  const object = objectOf(value);
  return object === null ? { reason: { kind: 'no-object' } } : read(object);
}

function recordOf(piece: JsonPiece, read: ReadObject): ImportedRecord | null {
  const { line } = piece;
  const position = piece.position === null ? {} : { position: piece.position };
  const reading = readingOf(piece, read);
  if (reading === null) return null;
  const bad = (reason: RecordReason): ImportedRecord => {
    return { ok: false, reason, line, excerpt: clip(piece.text, EXCERPT_CHARS), ...position };
  };
  if ('reason' in reading) return bad(reading.reason);
  const paper = paperFromFields(reading.fields);
  if (paper === 'no-title') return bad({ kind: paper });
  const { categories, marks } = reading;
  const record = { ok: true, paper, line, ...(categories && { categories }), ...position } as const;
  if (!marks) return record;
  return {
    ...record,
    // Worked out when they are read: corpora of millions have no use for them.
    get marks() {
      return marks();
    },
  };
}

/** The records of a JSON source of any layout (see `JsonSplitter`), each object read by `read`. */
export async function* jsonRecords(
  chunks: AsyncIterable<string>,
  read: ReadObject,
  wrapperKeys: readonly string[],
): AsyncGenerator<ImportedRecord> {
  const splitter = new JsonSplitter(wrapperKeys);
  for await (const chunk of chunks) {
    yield* recordsOf(splitter.push(chunk), read);
  }
  yield* recordsOf(splitter.end(), read);
}

function* recordsOf(pieces: readonly JsonPiece[], read: ReadObject): Generator<ImportedRecord> {
  for (const piece of pieces) {
    const record = recordOf(piece, read);
    if (record !== null) yield record;
  }
}

/** The keys of the first object of a source, as far as its start shows them: what formats know themselves by. */
export function keysInHead(head: string): ReadonlySet<string> {
  if (!/^\s*[[{]/.test(head)) return new Set();
  return new Set([...head.matchAll(/"([\w-]{1,40})"\s{0,10}:/g)].map(([, key]) => key ?? ''));
}
