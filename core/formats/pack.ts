import { paperOfStatement } from '../identity/stated-paper';
import { plainLine } from '../text/plain-text';
import { clip } from '../text/well-formed';
import type { ImportedRecord, ImportFormat, SourceHeader } from './format';
import { LineSplitter } from './json-lines';
import { RECORD_CHARS_MAX } from './json-piece';
import type { JsonPiece } from './json-piece';
import type { JsonObject } from './json-values';
import { jsonObject, textAt } from './json-values';
import { openedPackLine } from './pack-line';
import type { RecordReason } from './reasons';

/** The newest layout of packs that this code writes and reads. */
export const PACK_VERSION = 1;
/** The member by which the first and the last line of a pack are known; no paper has it. */
export const PACK_MARK = 'paperkin';

const HEADER = /^\s*\{"paperkin":"pack","version":(\d{1,9})[,}]/;
const HEADER_CHARS_MAX = 10_000;
const NAME_CHARS_MAX = 120;
const EXCERPT_CHARS = 200;

/** Paperkin's own file: `docs/file-formats.md` has its layout. */
export const packFormat: ImportFormat = {
  id: 'pack',
  label: 'Paperkin',
  fits: (head) => (HEADER.test(head) ? 1 : 0),
  header: (head) => headerOf(head.trimStart().slice(0, HEADER_CHARS_MAX).split('\n', 1)[0] ?? ''),
  async *read(chunks) {
    const reader = new PackReader();
    for await (const chunk of chunks) yield* reader.push(chunk);
    yield* reader.end();
  },
};

/** The version is read from the text alone: a later layout may do its checks otherwise. */
function headerOf(line: string): SourceHeader {
  const version = Number(HEADER.exec(line)?.[1] ?? 0);
  const stated = jsonObject(line) ?? {};
  const nameOf = (key: string) => {
    const name = clip(plainLine(clip(textAt(stated, key) ?? '', NAME_CHARS_MAX)), NAME_CHARS_MAX);
    return name === '' ? null : name;
  };
  const newer = { version, versionKnown: PACK_VERSION, madeBy: nameOf('madeBy') };
  return { name: nameOf('name'), newer: version > PACK_VERSION ? newer : null };
}

class PackReader {
  readonly #lines = new LineSplitter();
  /** Lines of papers since the first line; null where reading began further on. */
  #papers: number | null = null;
  #hasEnded = false;
  #line = 0;
  #position = 0;

  push(chunk: string): readonly ImportedRecord[] {
    return this.#lines.push(chunk).flatMap((piece) => this.#record(piece) ?? []);
  }

  end(): readonly ImportedRecord[] {
    const [rest] = this.#lines.end();
    const record = rest ? this.#record(rest) : null;
    if (this.#hasEnded) return record ? [record] : [];
    // A last line that is neither ended nor sound is what a cut left of one.
    if (record?.ok === false) return [{ ...record, reason: { kind: 'pack-cut' } }];
    const end = { text: '', line: this.#line + 1, position: this.#position, tooLong: false };
    return [...(record ? [record] : []), bad({ kind: 'pack-cut' }, end)];
  }

  #record(piece: JsonPiece): ImportedRecord | null {
    this.#line = piece.line;
    this.#position = piece.position ?? this.#position;
    if (piece.tooLong) return bad({ kind: 'too-long', charsMax: RECORD_CHARS_MAX }, piece);
    const object = openedPackLine(piece.text);
    const mark = object && textAt(object, PACK_MARK);
    if (object && mark === 'pack') {
      this.#papers = 0;
      this.#hasEnded = false;
      return null;
    }
    if (object && mark === 'end') return this.#last(object, piece);
    if (this.#papers !== null) this.#papers += 1;
    return object ? paperRecord(object, piece) : bad({ kind: 'changed' }, piece);
  }

  #last(object: JsonObject, piece: JsonPiece): ImportedRecord | null {
    this.#hasEnded = true;
    const stated = object['papers'];
    if (this.#papers === null || typeof stated !== 'number' || stated <= this.#papers) return null;
    return bad({ kind: 'papers-missing', count: stated - this.#papers }, piece);
  }
}

function paperRecord(object: JsonObject, piece: JsonPiece): ImportedRecord {
  const paper = paperOfStatement((field) => (Object.hasOwn(object, field) ? object[field] : null));
  if (paper === null) return bad({ kind: 'no-title' }, piece);
  return { ok: true, paper, line: piece.line, ...positionOf(piece) };
}

function bad(reason: RecordReason, piece: JsonPiece): ImportedRecord {
  const excerpt = clip(piece.text, EXCERPT_CHARS);
  return { ok: false, reason, line: piece.line, excerpt, ...positionOf(piece) };
}

const positionOf = ({ position }: JsonPiece) => (position === null ? {} : { position });
