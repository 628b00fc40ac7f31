import type { Paper } from '../paper';
import { citationKeys } from './citation-keys';
import type { ListExport } from './list-exports';
import { readListFile, type ListFile } from './list-imports';
import type { ListedPaper } from './listed-paper';
import type { WriteOptions } from './write-options';

export const MADE_AT = Date.UTC(2026, 10, 26);

export const optionsFor = (list: readonly ListedPaper[]): WriteOptions => ({
  keys: citationKeys(list),
  madeBy: 'Paperkin 0.1.0',
  madeAt: MADE_AT,
  words: {
    language: 'en',
    title: 'Reading list',
    statuses: { 'to-read': 'To read', reading: 'Reading', read: 'Read' },
    starred: 'Starred',
    abstract: 'Abstract',
  },
});

/** A list as a file of the format, read again. */
export async function throughFile(
  format: Pick<ListExport, 'write' | 'ending'>,
  list: readonly ListedPaper[],
): Promise<ListFile> {
  const written = format.write(list, optionsFor(list));
  const file = await readListFile(new Blob([written as BlobPart]), `list${format.ending}`);
  if (!file.ok) throw new Error(JSON.stringify(file));
  return file;
}

/** An entry that says nothing but its paper. */
export function listed(paper: Paper, marks: Partial<ListedPaper> = {}): ListedPaper {
  return { paper, status: 'to-read', addedAt: MADE_AT, statusAt: MADE_AT, sourceUrl: null, ...marks };
}
