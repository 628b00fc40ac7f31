import papaparse from 'papaparse';
import { joinedTags } from '../formats/tag-text';
import { pageLink } from '../identity/links';
import { whole, type ListedPaper, type WholeListedPaper } from './listed-paper';

type Cell = (entry: WholeListedPaper) => string | null;

const dateOf = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

/** Columns in their order, by names that the import knows. */
const COLUMNS: readonly (readonly [string, Cell])[] = [
  ['Title', ({ paper }) => paper.title],
  ['Authors', ({ paper }) => paper.authors.join('; ')],
  ['Year', ({ paper }) => (paper.year === null ? null : String(paper.year))],
  ['Venue', ({ paper }) => paper.venue],
  ['arXiv', ({ paper }) => paper.arxiv],
  ['DOI', ({ paper }) => paper.doi],
  ['URL', ({ paper }) => paper.url ?? pageLink(paper)],
  ['PDF', ({ paper }) => paper.pdf],
  ['Code', ({ paper }) => paper.code],
  ['Status', ({ status }) => status],
  ['Starred', ({ starred }) => (starred ? 'yes' : 'no')],
  ['Priority', ({ priority }) => String(priority)],
  ['Tags', ({ tags }) => joinedTags(tags)],
  ['Note', ({ note }) => note],
  ['Added', ({ addedAt }) => dateOf(addedAt)],
  ['Status changed', ({ statusAt }) => dateOf(statusAt)],
  ['Last opened', ({ openedAt }) => dateOf(openedAt)],
  ['Saved from', ({ sourceUrl }) => sourceUrl],
  ['Abstract', ({ paper }) => paper.abstract],
];

/** A list as a table; the mark of UTF-8 at its start keeps Excel from guessing. */
export function csvOf(list: readonly ListedPaper[]): string {
  const rows = list.map(whole).map((entry) => COLUMNS.map(([, cell]) => guarded(cell(entry) ?? '')));
  return `\uFEFF${papaparse.unparse([COLUMNS.map(([name]) => name), ...rows])}\r\n`;
}

/**
 * Spreadsheets compute a cell that begins with one of these, also one from a file that a stranger filled: "'" before it makes
 * it text. A cell that begins so by itself gets one more, so that reading takes off what writing put on.
 */
function guarded(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
