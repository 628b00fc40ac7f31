import { closeSync, existsSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import type { MadePaper, MadePapers } from './made-papers';

/** About what arXiv takes in now; ids with five digits begin in 2015. */
const PAPERS_PER_MONTH = 20_000;
const FIRST_YEAR = 2015;
const LINES_PER_WRITE = 1_000;
const CATEGORIES = ['cs.LG', 'cs.CL', 'cs.CV cs.LG', 'stat.ML', 'math.CO', 'hep-ph', 'quant-ph'] as const;

/** The arXiv id of a made paper; each ordinal has its own. */
export function arxivIdOf(ordinal: number): string {
  const { year, month } = monthOf(ordinal);
  return `${pad(year % 100, 2)}${pad(month, 2)}.${pad((ordinal % PAPERS_PER_MONTH) + 1, 5)}`;
}

/** The record of a made paper as arXiv's metadata snapshot has it: lines wrapped, names parsed, versions dated. */
function snapshotRecord(ordinal: number, { title, abstract, authors }: MadePaper): object {
  const { year, month } = monthOf(ordinal);
  const date = `${year}-${pad(month, 2)}-01`;
  const names = authors.map(([last, first]) => `${first} ${last}`);
  return {
    id: arxivIdOf(ordinal),
    submitter: names[0],
    authors: names.join(', '),
    title: wrapped(title, '\n  '),
    comments: '12 pages, 5 figures',
    'journal-ref': null,
    doi: null,
    'report-no': null,
    categories: CATEGORIES[ordinal % CATEGORIES.length],
    license: 'http://creativecommons.org/licenses/by/4.0/',
    abstract: `  ${wrapped(abstract, '\n')}\n`,
    versions: [{ version: 'v1', created: new Date(date).toUTCString() }],
    update_date: date,
    authors_parsed: authors.map(([last, first]) => [last, first, '']),
  };
}

/** Writes records to a file that is not there yet, a line each; returns its bytes. What is interrupted starts anew. */
export function writeSnapshot(
  path: string,
  papers: MadePapers,
  count: number,
  onProgress: (done: number) => void,
): number {
  if (!existsSync(path)) {
    const unfinished = `${path}.part`;
    const file = openSync(unfinished, 'w');
    for (let ordinal = 0; ordinal < count; ordinal += LINES_PER_WRITE) {
      const lines = Array.from(
        { length: Math.min(LINES_PER_WRITE, count - ordinal) },
        (_, at) => `${JSON.stringify(snapshotRecord(ordinal + at, papers.at(ordinal + at)))}\n`,
      );
      writeSync(file, lines.join(''));
      onProgress(Math.min(count, ordinal + LINES_PER_WRITE));
    }
    closeSync(file);
    renameSync(unfinished, path);
  }
  return statSync(path).size;
}

function monthOf(ordinal: number): { readonly year: number; readonly month: number } {
  const months = Math.floor(ordinal / PAPERS_PER_MONTH);
  return { year: FIRST_YEAR + Math.floor(months / 12), month: 1 + (months % 12) };
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** Broken at spaces before 80 characters, as arXiv breaks them. */
const wrapped = (text: string, lineBreak: string): string =>
  text.replace(/(.{40,79}) (?=.)/g, (_, line: string) => line + lineBreak);
