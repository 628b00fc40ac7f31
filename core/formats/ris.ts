import { decodeEntities } from '../text/entities';
import type { ImportedRecord, ImportFormat } from './format';
import { lineSplitter } from './lines';
import { checkedMarks } from '../reading-list/stated-marks';
import { NO_FIELDS, paperFromFields } from './paper-from-fields';
import { paperRecord, pieceReader, RECORD_CHARS_MAX, streamed, TOO_LONG } from './record-reader';
import type { Piece, Splitter } from './record-reader';

/** "TY  - JOUR"; some tools write one gap or none. The hyphen of a wrapped abstract's line has no such gap before it. */
const TAGGED = /^([A-Z][A-Z0-9])(?: {1,3}-(?: |\n|$)| {2}-)[ \t]*/;
const TITLES = ['TI', 'T1', 'CT', 'BT'];
const VENUES = ['T2', 'JO', 'JF', 'JA', 'J2', 'BT', 'PB'];
const DATES = ['PY', 'Y1', 'DA'];
const AUTHORS = ['AU', 'A1'];
const ADDRESSES = ['UR', 'L2', 'LK'];

/** RIS, as Zotero, EndNote, Mendeley, Scopus, ProQuest, Ovid and Embase write it. */
export const risFormat: ImportFormat = {
  id: 'ris',
  label: 'RIS',
  fits(head) {
    if (!/^TY {0,3}- {0,3}[A-Z0-9]{2,12}[ \t]*$/m.test(head)) return 0;
    // In the note of another format's first record.
    if (/^\s*@[a-z]{1,30}\s{0,9}[{(]/i.test(head)) return 0.3;
    // The tag alone could stand in any text.
    return /^[A-Z][A-Z0-9] {0,3}-[ \n]/m.test(head.slice(head.search(/^TY/m) + 2)) ? 0.95 : 0.6;
  },
  read: streamed(() => pieceReader(risRecords(), recordOf)),
};

/** One record a piece: from TY to ER, or to the next TY where the end was forgotten. */
function risRecords(): Splitter {
  let parts: string[] | null = null;
  let chars = 0;
  let startLine = 1;

  const close = (pieces: Piece[]): void => {
    if (parts !== null) {
      const problem = chars > RECORD_CHARS_MAX ? TOO_LONG : null;
      pieces.push({ text: parts.join(''), line: startLine, problem });
    }
    parts = null;
    chars = 0;
  };
  return lineSplitter((line, lineNumber, pieces) => {
    const tag = TAGGED.exec(line)?.[1];
    if (tag === 'TY') close(pieces);
    // Before the first tag and after an end there are headings of exports and blank lines.
    if (parts === null && tag !== undefined && tag !== 'ER') {
      parts = [];
      startLine = lineNumber;
    }
    chars += line.length;
    if (chars <= RECORD_CHARS_MAX) parts?.push(line);
    if (tag === 'ER') close(pieces);
  }, close);
}

/** Notes keep their lines; each that goes on stands behind one blank, or a line such as "AU  - x" would begin a field. */
const NOTE = 'N1';

/** Values by tag; a line without a tag goes on with the value before it. */
function valuesOf(text: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  let last: string[] | null = null;
  for (const line of text.split('\n')) {
    const tag = TAGGED.exec(line);
    const value = line.slice(tag?.[0].length ?? 0).trim();
    if (tag === null) {
      const at = (last?.length ?? 0) - 1;
      if (last !== null && last === values.get(NOTE))
        last[at] = `${last[at] ?? ''}\n${line.replace(/^ /, '')}`;
      else if (last !== null && value !== '') last[at] = `${last[at] ?? ''} ${value}`;
      continue;
    }
    last = values.get(tag[1] ?? '') ?? [];
    last.push(value);
    values.set(tag[1] ?? '', last);
  }
  return values;
}

function recordOf(piece: Piece): ImportedRecord | null {
  const values = valuesOf(piece.text);
  const all = (tags: readonly string[]): readonly string[] =>
    tags.flatMap((tag) => values.get(tag) ?? []).filter((value) => value !== '');
  const [title = null] = all(TITLES);
  // Ovid adds a line with its link after each end.
  if (title === null && !values.has('TY')) return null;
  const paper = paperFromFields({
    ...NO_FIELDS,
    title,
    abstract: all(['AB', 'N2'])[0] ?? null,
    authors: all(AUTHORS),
    date: all(DATES)[0] ?? null,
    venue: all(VENUES).find((venue) => venue !== title) ?? null,
    // M3 is a kind of work to some tools and the DOI to others.
    doi: all(['DO', 'DI', 'M3']).find((value) => value.includes('10.')) ?? null,
    arxiv: all(['AN', 'M1', 'ID']).find((value) => /^arxiv/i.test(value)) ?? null,
    urls: all(ADDRESSES),
    pdf: all(['L1']).find((address) => /^https?:/i.test(address)) ?? null,
  });
  const marks = () => checkedMarks({ tags: values.get('KW') ?? [], note: notesOf(values.get(NOTE) ?? []) });
  return paperRecord(paper, piece, marks);
}

/** Zotero writes notes as HTML: their words are kept. */
function notesOf(notes: readonly string[]): string {
  return notes
    .map((note) => note.trim())
    .filter((note) => note !== '')
    .map((note) => (/^<(?:p|div|h\d|ul|ol|strong|em|blockquote)\b/i.test(note) ? wordsOfHtml(note) : note))
    .join('\n\n');
}

const wordsOfHtml = (html: string): string =>
  decodeEntities(
    html.replace(/<(?:br|\/p|\/div|\/h\d|\/li)\b[^<>]{0,200}>/gi, '\n').replace(/<[^<>]{1,500}>/g, ''),
  );
