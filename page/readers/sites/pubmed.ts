import type { Reader } from '../kit';
import { doiIn, tableReader } from '../table-reader';

export const matches: readonly string[] = [
  '*://pubmed.ncbi.nlm.nih.gov/*',
  '*://www.ncbi.nlm.nih.gov/pubmed/*',
];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * result    .docsum-content a.docsum-title, .docsum-authors.full-authors   | .rslt p.title > a, .desc
 * abstracts article.article-overview h1.heading-title, .abstract-content   | (Format: Abstract)
 * paper     citation_* in the head, #full-view-heading h1.heading-title    | the same as an article overview
 */
const pubmed = tableReader({
  name: 'pubmed',
  own: () => ({}),
  rows: [
    {
      row: '.docsum-content',
      title: 'a.docsum-title',
      afterTitle: /\.$/,
      authors: '.full-authors',
      year: '.full-journal-citation',
      more: (row) => ({ doi: doiIn(row.querySelector('.full-journal-citation')) }),
    },
    {
      row: 'article.article-overview',
      title: 'h1.heading-title',
      afterTitle: /\.$/,
      authors: '.authors-list a.full-name',
      abstract: '.abstract-content',
      notAbstract: '.title, h2',
      year: '.cit',
      more: (row) => ({ doi: doiIn(row.querySelector('.citation-doi')) }),
      venue: '.journal-actions-trigger, #full-view-journal-trigger',
    },
    { row: '.rslt', title: 'p.title > a', authors: '.desc', year: '.details' },
  ],
  links: '.references-list',
});

export const readers: readonly Reader[] = [pubmed];
