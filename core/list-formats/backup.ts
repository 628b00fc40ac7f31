import { jsonObject, textAt, type JsonObject } from '../formats/json-values';
import type { ImportedRecord, ImportFormat, SourceHeader } from '../formats/format';
import { LineSplitter } from '../formats/json-lines';
import { RECORD_CHARS_MAX, type JsonPiece } from '../formats/json-piece';
import { openedPackLine, packLine } from '../formats/pack-line';
import { statementOf } from '../formats/pack-writer';
import type { RecordReason } from '../formats/reasons';
import { paperOfStatement } from '../identity/stated-paper';
import { checkedMarks } from '../reading-list/stated-marks';
import { plainLine } from '../text/plain-text';
import { clip } from '../text/well-formed';
import { statedMarks, type ListedPaper } from './listed-paper';
import type { WriteOptions } from './write-options';

/** The newest layout of backups that this code writes and reads. */
export const BACKUP_VERSION = 1;
/** The member by which the first and last line are known, as in packs; its value tells one from the other. */
const MARK = 'paperkin';
const HEADER = /^\s*\{"paperkin":"list","version":(\d{1,9})[,}]/;
const HEADER_CHARS_MAX = 10_000;
const EXCERPT_CHARS = 200;

/** The text of a backup: JSON lines as in a pack, each with its checksum; `docs/file-formats.md` has the layout. */
export function backupOf(
  list: readonly ListedPaper[],
  facts: Pick<WriteOptions, 'madeBy' | 'madeAt'>,
): string {
  return [...backupLines(list, facts)].join('');
}

/** The same, line by line, each with its end. */
export function* backupLines(
  list: readonly ListedPaper[],
  { madeBy, madeAt }: Pick<WriteOptions, 'madeBy' | 'madeAt'>,
): Generator<string, undefined> {
  const made = new Date(madeAt).toISOString();
  yield `${packLine({ [MARK]: 'list', version: BACKUP_VERSION, entries: list.length, madeBy, made })}\n`;
  for (const listed of list) {
    yield `${packLine({ paper: statementOf(listed.paper), ...statedMarks(listed) })}\n`;
  }
  yield `${packLine({ [MARK]: 'end', entries: list.length })}\n`;
}

/** Paperkin's own backup of a reading list. */
export const backupFormat: ImportFormat = {
  id: 'backup',
  label: 'Paperkin',
  fits: (head) => (HEADER.test(head) ? 1 : 0),
  header: (head) => headerOf(head.trimStart().slice(0, HEADER_CHARS_MAX).split('\n', 1)[0] ?? ''),
  async *read(chunks) {
    const reader = new BackupReader();
    for await (const chunk of chunks) yield* reader.push(chunk);
    yield* reader.end();
  },
};

/** Like a pack's, the version is read before anything is checked: a later layout may do its checks otherwise. */
function headerOf(line: string): SourceHeader {
  const version = Number(HEADER.exec(line)?.[1] ?? 0);
  const madeBy = plainLine(clip(textAt(jsonObject(line) ?? {}, 'madeBy') ?? '', 100));
  const newer = { version, versionKnown: BACKUP_VERSION, madeBy: madeBy === '' ? null : madeBy };
  return { name: null, newer: version > BACKUP_VERSION ? newer : null };
}

class BackupReader {
  readonly #lines = new LineSplitter();
  #entries = 0;
  #hasEnded = false;
  #line = 0;

  push(chunk: string): readonly ImportedRecord[] {
    return this.#lines.push(chunk).flatMap((piece) => this.#record(piece) ?? []);
  }

  end(): readonly ImportedRecord[] {
    const records = this.#lines.end().flatMap((piece) => this.#record(piece) ?? []);
    if (this.#hasEnded) return records;
    const end = { text: '', line: this.#line + 1 };
    const [rest] = records;
    // A last line that is neither ended nor sound is what a cut left of one.
    if (rest?.ok === false) return [{ ...rest, reason: { kind: 'pack-cut' } }];
    return [...records, bad({ kind: 'pack-cut' }, end)];
  }

  #record(piece: JsonPiece): ImportedRecord | null {
    this.#line = piece.line;
    if (piece.tooLong) return bad({ kind: 'too-long', charsMax: RECORD_CHARS_MAX }, piece);
    const object = openedPackLine(piece.text);
    const mark = object && textAt(object, MARK);
    if (object && mark === 'list') {
      // Two backups may have been joined to one file.
      this.#hasEnded = false;
      this.#entries = 0;
      return null;
    }
    if (object && mark === 'end') return this.#last(object, piece);
    this.#entries += 1;
    return object ? entryRecord(object, piece) : bad({ kind: 'changed' }, piece);
  }

  #last(object: JsonObject, piece: JsonPiece): ImportedRecord | null {
    this.#hasEnded = true;
    const stated = object['entries'];
    if (typeof stated !== 'number' || stated <= this.#entries) return null;
    return bad({ kind: 'papers-missing', count: stated - this.#entries }, piece);
  }
}

function entryRecord(object: JsonObject, piece: JsonPiece): ImportedRecord {
  const stated = Object.hasOwn(object, 'paper') ? object['paper'] : null;
  const facts: JsonObject = typeof stated === 'object' && stated !== null ? (stated as JsonObject) : {};
  const paper = paperOfStatement((field) => (Object.hasOwn(facts, field) ? facts[field] : null));
  if (paper === null) return bad({ kind: 'no-title' }, piece);
  return { ok: true, paper, line: piece.line, marks: checkedMarks(object) };
}

function bad(reason: RecordReason, { text, line }: Pick<JsonPiece, 'text' | 'line'>): ImportedRecord {
  return { ok: false, reason, line, excerpt: clip(text, EXCERPT_CHARS) };
}
