import { namesOfCell } from './author-names';
import { NO_FIELDS } from './paper-from-fields';
import type { RecordFields } from './paper-from-fields';

type Column = 'title' | 'abstract' | 'authors' | 'date' | 'venue' | 'arxiv' | 'doi' | 'url' | 'pdf' | 'code';

/**
 * Names of columns, small letters and digits only, the best first: of Zotero, Mendeley, Scopus, Web of Science (with
 * its two-letter tags), Embase, PubMed, ASReview, Rayyan and tables that people write themselves.
 */
const NAMES: Readonly<Record<Column, string>> = {
  title: 'title articletitle documenttitle primarytitle papertitle ti t1 name',
  abstract: 'abstract abstractnote abstracttext ab n2 notesabstract summary',
  authors:
    'authorfullnames authors author authornames authorfullname af au primaryauthors firstauthors creators',
  date: 'publicationyear year pubyear publishedyear py date publicationdate pubdate published issued dp coverdate',
  venue:
    'publicationtitle sourcetitle journal journaltitle journalname venue booktitle conferencename conference containertitle secondarytitle journalbook so source t2',
  arxiv: 'arxiv arxivid eprint',
  doi: 'doi dois doilink di do',
  url: 'url urls link links articleurl articlelink openurllink ur ul',
  pdf: 'pdf pdflink pdfurl',
  code: 'code codelink codeurl github repository',
};

/** Where each column stands; -1 for one that the table has not. */
export type Columns = Readonly<Record<Column, number>>;

/** The name of a column by its small letters and digits. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The columns that a header row names; null where none of them is the title. */
export function columnsOf(header: readonly string[]): Columns | null {
  const plain = header.map(plainName);
  const at = (column: Column): number => {
    const name = NAMES[column].split(' ').find((one) => plain.includes(one));
    return name === undefined ? -1 : plain.indexOf(name);
  };
  const title = at('title');
  if (title === -1) return null;
  return {
    title,
    abstract: at('abstract'),
    authors: at('authors'),
    date: at('date'),
    venue: at('venue'),
    arxiv: at('arxiv'),
    doi: at('doi'),
    url: at('url'),
    pdf: at('pdf'),
    code: at('code'),
  };
}

/** A cell that a spreadsheet would take for a formula; writers put "'" before it, as people do when they type one. */
const GUARDED_CELL = /^'+(?=[=+\-@\t\r])/;

/** What a cell says, without the mark that keeps spreadsheets from computing it. */
export function textOfCell(cell: string): string {
  const text = cell.trim();
  return GUARDED_CELL.test(text) ? text.slice(1) : text;
}

/** What a row says. */
export function fieldsOfRow(cells: readonly string[], columns: Columns): RecordFields {
  const cell = (column: Column): string | null => {
    const text = textOfCell(cells[columns[column]] ?? '');
    return text === '' ? null : text;
  };
  return {
    ...NO_FIELDS,
    title: cell('title'),
    abstract: cell('abstract'),
    authors: namesOfCell(unwrapped(cell('authors') ?? '')),
    date: cell('date'),
    venue: cell('venue'),
    arxiv: cell('arxiv'),
    doi: cell('doi'),
    urls: [cell('url')].filter((url) => url !== null),
    pdf: cell('pdf'),
    code: cell('code'),
  };
}

/** Scopus adds its number for the author, "Berg, Jan (57190000000)"; Python prints a list, "['Berg, Jan', 'Ada Lovelace']". */
function unwrapped(authors: string): string {
  const text = authors.replace(/\s\(\d{6,}\)/g, '');
  return /^\[['"].*['"]\]$/s.test(text) ? text.slice(2, -2).replace(/['"], ?['"]/g, ';') : text;
}
