import { namesJoinedByAnd } from './author-names';
import { bibtexEntries } from './bibtex-entries';
import { bibtexMarks } from './bibtex-marks';
import { bibtexEntry } from './bibtex-fields';
import type { BibtexEntry } from './bibtex-fields';
import type { ImportedRecord, ImportFormat } from './format';
import { latexAsText } from './latex-text';
import { NO_FIELDS, paperFromFields } from './paper-from-fields';
import type { RecordFields } from './paper-from-fields';
import { badRecord, paperRecord, pieceReader, streamed } from './record-reader';
import type { Piece } from './record-reader';

/** No papers: what BibTeX itself needs, and volumes, whose titles stand in every reference to a paper in them. */
const NO_RECORD = /^(?:string|preamble|comment|proceedings|mvproceedings|periodical|set|xdata|control)$/;
const STRINGS_MAX = 20_000;
const VENUES = ['journaltitle', 'journal', 'booktitle', 'eventtitle', 'series', 'howpublished', 'publisher'];

/** BibTeX and biblatex, as Zotero, Better BibTeX, JabRef, Mendeley, DBLP, Google Scholar and the ACL Anthology write them. */
export const bibtexFormat: ImportFormat = {
  id: 'bibtex',
  label: 'BibTeX',
  fits(head, fileName) {
    const entries =
      head.match(/^[ \t]*@\s{0,9}[a-z]{1,30}\s{0,9}[{(]\s{0,9}[^\s{}",=]{0,200}\s{0,9},/gim)?.length ?? 0;
    if (entries > 0) return /^\s*(?:[[{<]|TY {0,3}-)/.test(head) ? 0.3 : 0.95;
    if (/^[ \t]*@\s{0,9}(?:string|comment|preamble)\s{0,9}[{(]/im.test(head)) return 0.8;
    return /\.bib(?:tex|latex)?$/i.test(fileName) && /@\s{0,9}[a-z]{1,30}\s{0,9}[{(]/i.test(head) ? 0.6 : 0;
  },
  read: streamed(() => {
    const strings = new Map<string, string>();
    return pieceReader(bibtexEntries(), (piece) => recordOf(piece, strings));
  }),
};

function recordOf(piece: Piece, strings: Map<string, string>): ImportedRecord | null {
  const entry = bibtexEntry(piece.text, strings);
  if (entry === null) return null;
  if (entry.type === 'string' && strings.size < STRINGS_MAX) {
    for (const [name, value] of entry.fields) strings.set(name, value);
  }
  if (NO_RECORD.test(entry.type)) return null;
  if (entry.problem !== null) return badRecord(entry.problem, piece);
  const paper = paperFromFields(fieldsOf(entry));
  return paperRecord(paper, piece, () => bibtexMarks(entry.fields));
}

function fieldsOf({ fields }: BibtexEntry): RecordFields {
  const field = (...names: readonly string[]): string | null => {
    const name = names.find((one) => (fields.get(one) ?? '').trim() !== '');
    return name === undefined ? null : (fields.get(name) ?? null);
  };
  const names = namesJoinedByAnd(field('author') ?? field('editor') ?? '');
  const subtitle = field('subtitle');
  const title = field('title');
  const [titleText = '', venue = '', abstract = '', ...authors] = latexAsText([
    title !== null && subtitle !== null ? `${title}: ${subtitle}` : (title ?? ''),
    field(...VENUES) ?? '',
    field('abstract') ?? '',
    ...names,
  ]);
  return {
    ...NO_FIELDS,
    title: titleText,
    abstract: abstractOf(field('abstract'), abstract),
    authors: authors.map(nameOf),
    date: field('year', 'date', 'issued', 'eventdate'),
    venue,
    arxiv: arxivOf(fields),
    doi: field('doi'),
    urls: [field('url'), field('bdsk-url-1'), field('howpublished'), field('note')]
      .filter(isAddress)
      .map(verbatim),
    pdf: isAddress(field('pdf')) ? verbatim(field('pdf') ?? '') : null,
    code: field('code'),
  };
}

/** `eprint` is an arXiv id unless `eprinttype` or `archiveprefix` say another archive (JSTOR, PubMed). */
function arxivOf(fields: ReadonlyMap<string, string>): string | null {
  // DBLP's way: the journal "CoRR", the volume "abs/2110.06014".
  const volume = fields.get('volume') ?? '';
  const archive = fields.get('eprinttype') ?? fields.get('archiveprefix') ?? 'arxiv';
  const eprint = fields.get('arxivid') ?? fields.get('eprint') ?? null;
  if (eprint === null || !/arxiv/i.test(archive)) return volume.startsWith('abs/') ? volume : null;
  const id = eprint.trim();
  // Old files part "math/0211159" into a class and a number.
  const archiveClass = fields.get('primaryclass')?.trim().replace(/\..*/, '');
  return /^\d{7}(?:v\d+)?$/.test(id) && archiveClass !== undefined ? `${archiveClass}/${id}` : id;
}

const isAddress = (text: string | null): text is string => text !== null && /https?:\/\//i.test(text);

/** An address as it stands: escapes taken off, and `\url{…}`. */
const verbatim = (text: string): string =>
  text
    .slice(0, 4_000)
    .replace(/\\url\s*\{/g, ' ')
    .replace(/\\([_%&#~{}])/g, '$1')
    .replace(/[{}]/g, ' ');

/** Braces around a whole name say that it is no person's: "Barnes, Noble" in braces stays as it is. */
function nameOf(name: string): string {
  if (/^\{[^{}]*\}$/.test(name)) return name.replaceAll(',', ' ');
  const parts = [...name.matchAll(/(?:^|,)\s*(family|given|prefix|suffix)\s*=\s*([^,]*)/gi)];
  if (parts.length === 0) return name;
  const part = (key: string) => parts.find((one) => one[1]?.toLowerCase() === key)?.[2]?.trim() ?? '';
  return ['given', 'prefix', 'family', 'suffix'].map(part).join(' ').trim();
}

/** What needed no command is as it was written, with braces around words; the library has taken them off. */
function abstractOf(written: string | null, text: string): string | null {
  if (written === null) return null;
  return written === text ? withoutBraces(text) : text.normalize('NFC');
}

const withoutBraces = (text: string): string =>
  text.includes('$') ? text : text.replace(/(?<!\\)[{}]/g, '').replace(/\\([%&_#{}$])/g, '$1');
