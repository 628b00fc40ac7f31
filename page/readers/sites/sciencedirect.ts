import type { Reader } from '../kit';
import { doiIn, tableReader } from '../table-reader';

export const matches: readonly string[] = ['*://*.sciencedirect.com/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * result     li.ResultItem[data-doi] a.result-list-title-link, .author  | .result-item-content h2 a
 * contents   .js-article-list-item .js-article-title, .js-article__item__authors
 * paper      citation_* in the head, h1 .title-text, .abstract.author   | h1.svTitle, .svAbstract
 * references .reference .title, .authors, .host                         | .bib-reference .title
 */
const scienceDirect = tableReader({
  name: 'sciencedirect',
  own: () => ({}),
  rows: [
    {
      row: '.ResultItem, .result-item-content',
      title: '.result-list-title-link, h2 a',
      authors: '.Authors .author',
      year: '.srctitle-date-fields',
      venue: '.subtype-srctitle-link',
      more: (row) => ({ doi: doiIn(row, 'data-doi') }),
    },
    {
      row: '.js-article-list-item',
      title: '.js-article-title',
      authors: '.js-article__item__authors',
    },
    { row: '.reference', title: '.title', authors: '.authors', year: '.host' },
    { row: '.bib-reference', title: '.title', authors: '.authors', year: '.host' },
  ],
});

export const readers: readonly Reader[] = [scienceDirect];
