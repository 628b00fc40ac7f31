import type { Reader } from '../kit';
import { doiIn, tableReader } from '../table-reader';

export const matches: readonly string[] = [
  '*://pmc.ncbi.nlm.nih.gov/*',
  '*://www.ncbi.nlm.nih.gov/pmc/*',
  '*://www.ncbi.nlm.nih.gov/labs/pmc/*',
];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * result     .docsum-content a.docsum-title            | .rslt .title > a, .desc, .details
 * paper      citation_* in the head, section.abstract  | div.tsec #abstract
 * references .ref-list li cite, links "DOI"            | .ref-list-sec .element-citation, .ref-cit-blk
 */
const pmc = tableReader({
  name: 'pmc',
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
    { row: '.rslt', title: '.title > a', authors: '.desc', year: '.details' },
  ],
  links: '.ref-list, .ref-list-sec, .ref-cit-blk',
});

export const readers: readonly Reader[] = [pmc];
