import { backupOf } from './backup';
import { asOneRecord, type ListedPaper } from './listed-paper';
import { bibtexOf } from './write-bibtex';
import { cslJsonOf } from './write-csl';
import { csvOf } from './write-csv';
import { htmlOf } from './write-html';
import { markdownZipOf } from './write-markdown';
import type { WriteOptions } from './write-options';
import { risOf } from './write-ris';

/** A way out for a reading list. */
export interface ListExport {
  readonly id: 'bibtex' | 'ris' | 'csl-json' | 'markdown' | 'csv' | 'html' | 'backup';
  /** As people call it; the same in every language. */
  readonly label: string;
  /** Of the file's name: ".bib". */
  readonly ending: string;
  readonly mediaType: string;
  /** The whole file, of the entries in the order given. Never throws, whatever their texts. */
  readonly write: (list: readonly ListedPaper[], options: WriteOptions) => string | Uint8Array;
  /** What comes back when the file is imported into an empty list; empty where it cannot be. */
  readonly carries: readonly CarriedField[];
}

/** What an entry has that a file may carry, `authors` and `links` for all that belongs to them. */
export type CarriedField =
  | 'title'
  | 'authors'
  | 'year'
  | 'venue'
  | 'arxiv'
  | 'doi'
  | 'url'
  | 'pdf'
  | 'code'
  | 'abstract'
  | 'otherTitles'
  | 'month'
  | 'status'
  | 'starred'
  | 'tags'
  | 'note'
  | 'priority'
  | 'addedAt'
  | 'statusAt'
  | 'openedAt'
  | 'sourceUrl'
  | 'versions'
  | 'apart';

const FACTS = ['title', 'authors', 'year', 'venue', 'arxiv', 'doi', 'url', 'abstract'] as const;
const MARKS = ['status', 'starred', 'tags', 'note', 'priority', 'addedAt'] as const;
const TIMES = ['statusAt', 'openedAt', 'sourceUrl'] as const;

type Write = ListExport['write'];

/** Files that know no versions get one record of each paper, by the version that leads. */
const oneRecordEach =
  (write: Write): Write =>
  (list, options) =>
    write(list.map(asOneRecord), options);

/** Every way out, the ones that are asked for most first. */
export const LIST_EXPORTS: readonly ListExport[] = [
  {
    id: 'bibtex',
    label: 'BibTeX',
    ending: '.bib',
    mediaType: 'application/x-bibtex',
    write: oneRecordEach(bibtexOf),
    carries: [...FACTS, 'pdf', 'code', ...MARKS],
  },
  {
    id: 'ris',
    label: 'RIS',
    ending: '.ris',
    mediaType: 'application/x-research-info-systems',
    write: oneRecordEach(risOf),
    carries: [...FACTS, 'pdf', 'tags', 'note'],
  },
  {
    id: 'csl-json',
    label: 'CSL-JSON',
    ending: '.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: oneRecordEach(cslJsonOf),
    carries: [...FACTS, ...MARKS, ...TIMES],
  },
  {
    id: 'markdown',
    label: 'Markdown (Obsidian)',
    ending: '.zip',
    mediaType: 'application/zip',
    write: oneRecordEach(markdownZipOf),
    carries: [],
  },
  {
    id: 'csv',
    label: 'CSV',
    ending: '.csv',
    mediaType: 'text/csv',
    write: oneRecordEach(csvOf),
    carries: [...FACTS, 'pdf', 'code', ...MARKS, ...TIMES],
  },
  {
    id: 'html',
    label: 'HTML',
    ending: '.html',
    mediaType: 'text/html',
    write: oneRecordEach(htmlOf),
    carries: [],
  },
  {
    id: 'backup',
    label: 'Paperkin',
    ending: '.paperkin-list',
    mediaType: 'application/x-ndjson',
    write: backupOf,
    carries: [...FACTS, 'pdf', 'code', 'otherTitles', 'month', ...MARKS, ...TIMES, 'versions', 'apart'],
  },
];
