import type { Reader } from '../kit';
import { doiOfAddress, tableReader } from '../table-reader';

export const matches: readonly string[] = ['*://link.springer.com/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * row        li[data-test="search-result-item"] h3 a, .app-card-open__heading a | #results-list > li h2 a.title
 * authors    [data-test="authors"]                                              | .authors
 * paper      citation_* in the head, h1.c-article-title, #Abs1-content          | h1.ArticleTitle, .Abstract
 * references .c-article-references__item                                        | .Citation .CitationContent
 */
const springer = tableReader({
  name: 'springer',
  own: () => ({}),
  rows: [
    {
      row: 'li[data-test="search-result-item"], .app-card-open, #results-list > li',
      title: '[data-test="title"], .app-card-open__heading, h3 a, h2 a.title',
      authors: '[data-test="authors"], .authors',
      year: '[data-test="published"], .year',
      venue: '[data-test="parent"], .publication-title',
      more: (_row, address) => ({ doi: doiOfAddress(address) }),
    },
  ],
  links: '.c-article-references__item, .CitationContent',
});

export const readers: readonly Reader[] = [springer];
