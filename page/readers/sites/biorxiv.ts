import type { Reader } from '../kit';
import { doiIn, doiOfAddress, tableReader } from '../table-reader';

export const matches: readonly string[] = ['*://*.biorxiv.org/*', '*://*.medrxiv.org/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * row        .highwire-article-citation, a.highwire-cite-linked-title > span.highwire-cite-title | the same
 * doi        .highwire-cite-metadata-doi                                     | the link's path
 * paper      citation_* and citation_abstract in the head, h1#page-title     | h1.highwire-cite-title
 * references .ref-cit[data-doi], .cit-article-title, .cit-auth, .cit-pub-date | the same
 */
const biorxiv = tableReader({
  name: 'biorxiv',
  own: () => ({}),
  rows: [
    {
      row: '.highwire-article-citation',
      title: '.highwire-cite-title',
      link: 'a.highwire-cite-linked-title',
      authors: '.highwire-citation-author',
      abstract: '.highwire-cite-snippet .section.abstract',
      more: (row, address) => ({
        doi: doiIn(row.querySelector('.highwire-cite-metadata-doi')) ?? doiOfAddress(address),
      }),
    },
    {
      row: '.ref-cit',
      title: '.cit-article-title',
      authors: '.cit-auth',
      year: '.cit-pub-date',
      venue: '.cit-jnl-abbrev',
      more: (row) => ({ doi: doiIn(row, 'data-doi') }),
    },
  ],
});

export const readers: readonly Reader[] = [biorxiv];
