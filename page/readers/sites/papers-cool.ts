import type { Reader } from '../kit';
import { tableReader } from '../table-reader';

export const matches: readonly string[] = ['*://*.papers.cool/*'];

/*
 * Selectors as of 2026-11.
 * row       div.panel.paper h2.title a.title-link[id], a.author, p.summary (the whole abstract)
 * The first a.title-link of a row, without an id, is its number and leads to arXiv.
 */
const papersCool = tableReader({
  name: 'papers-cool',
  rows: [
    {
      row: '.panel.paper',
      title: 'a.title-link[id], h2.title a.title-link:last-of-type',
      authors: 'a.author',
      abstract: '.summary',
      year: '.date',
    },
  ],
});

export const readers: readonly Reader[] = [papersCool];
