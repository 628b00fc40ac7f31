import type { RecordReason } from './reasons';

/** An entry of BibTeX, values as they stand there, without their outer braces or quotation marks. */
export interface BibtexEntry {
  /** Small letters: `article`, `string`. */
  readonly type: string;
  /** By name in small letters. */
  readonly fields: ReadonlyMap<string, string>;
  /** What was wrong with the first field that could not be read; the fields before it are whole. */
  readonly problem: RecordReason | null;
}

const HEAD = /@\s*([a-z]+)\s*[{(]/iy;
const KEY = /\s*(?:[^\s,={}"#]+\s*)?(?:,|(?=[})]\s*$))/y;
const NAME = /([^\s,={}"#()]{1,100})\s*=\s*/y;
const BARE = /[^\s,#{}"]{1,1000}/y;
const JOINT = /\s*#\s*/y;
const GAP = /[\s,]*/y;
const FIELDS_MAX = 500;

/**
 * Reads one entry, given as its own text. Values joined with "#" are put together and names of `@string`s replaced
 * by what `strings` says; a field that stands twice counts once, the first, as in BibTeX.
 */
export function bibtexEntry(text: string, strings: ReadonlyMap<string, string>): BibtexEntry | null {
  const head = matchAt(HEAD, text, 0);
  if (head === null) return null;
  const type = (head[1] ?? '').toLowerCase();
  const fields = new Map<string, string>();
  let at = head[0].length;
  if (type !== 'string') at += matchAt(KEY, text, at)?.[0].length ?? 0;
  while (fields.size < FIELDS_MAX) {
    at += matchAt(GAP, text, at)?.[0].length ?? 0;
    if (at >= text.length || text[at] === '}' || text[at] === ')') break;
    const name = matchAt(NAME, text, at);
    if (name === null) {
      // A field without "=", as hand-written files have them: whatever stands up to the next comma is skipped.
      const comma = text.indexOf(',', at);
      if (comma === -1) break;
      at = comma;
      continue;
    }
    const value = valueAt(text, at + name[0].length, strings);
    if (value === null) return { type, fields, problem: { kind: 'open-value', field: name[1] ?? '' } };
    const key = (name[1] ?? '').toLowerCase();
    if (!fields.has(key)) fields.set(key, value.text);
    at = value.end;
  }
  return { type, fields, problem: null };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

/** Longer than any abstract; what is joined beyond is left out. */
const JOINED_CHARS_MAX = 200_000;

interface Value {
  readonly text: string;
  readonly end: number;
}

/** One value with all that is joined to it; null where a brace or quotation mark is not closed. */
function valueAt(text: string, from: number, strings: ReadonlyMap<string, string>): Value | null {
  let whole = '';
  let at = from;
  for (;;) {
    const part = partAt(text, at, strings);
    if (part === null) return null;
    // What is written out once is kept whole; names that stand for names would double without end.
    if (whole === '' || whole.length + part.text.length <= JOINED_CHARS_MAX) whole += part.text;
    const joint = matchAt(JOINT, text, part.end);
    if (joint === null) return { text: whole, end: part.end };
    at = part.end + joint[0].length;
  }
}

function partAt(text: string, at: number, strings: ReadonlyMap<string, string>): Value | null {
  const mark = text[at];
  if (mark === '{' || mark === '"') {
    const end = endOfValue(text, at, mark === '{');
    return end === null ? null : { text: text.slice(at + 1, end), end: end + 1 };
  }
  const bare = matchAt(BARE, text, at)?.[0] ?? '';
  return { text: strings.get(bare.toLowerCase()) ?? bare, end: at + bare.length };
}

/** Where the brace or quotation mark at `from` is closed; a quotation mark between braces is text. */
function endOfValue(text: string, from: number, inBraces: boolean): number | null {
  let depth = 0;
  for (let at = inBraces ? from : from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x7b) depth += 1;
    else if (code === 0x7d) {
      depth -= 1;
      if (depth === 0 && inBraces) return at;
      if (depth < 0) return null;
    } else if (code === 0x22 && depth === 0 && !inBraces) return at;
  }
  return null;
}
