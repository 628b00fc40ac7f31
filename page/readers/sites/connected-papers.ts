import type { Reader } from '../kit';
import { tableReader } from '../table-reader';

export const matches: readonly string[] = ['*://*.connectedpapers.com/*'];

/*
 * Selectors as of 2026-11; the page is made by script (Vue).
 * row   .list-group-item-mod .searchable-text, the authors' one with the class "authors"
 */
const connectedPapers = tableReader({
  name: 'connected-papers',
  rows: [
    {
      row: '.list-group-item-mod',
      title: '.searchable-text:not(.authors)',
      authors: '.searchable-text.authors',
      year: '.year',
    },
  ],
});

export const readers: readonly Reader[] = [connectedPapers];
