import type { Reader } from '../kit';
import { doiOfAddress, tableReader } from '../table-reader';

export const matches: readonly string[] = ['*://dl.acm.org/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * row        .issue-item__content .issue-item__title a; address /doi/10.1145/... | h5.issue-item__title
 * authors    ul[aria-label="authors"] li a                                       | .rlist--inline.loa li a
 * abstract   .issue-item__abstract (search cuts it off)                          | .abstract-text
 * paper      dc.Title, dc.Identifier; h1[property="name"], [property="abstract"] | h1.citation__title, .abstractSection
 * references .citations .citation-content                                        | .references__list .references__item
 */
const acm = tableReader({
  name: 'acm',
  own: () => ({}),
  rows: [
    {
      row: '.issue-item',
      title: '.issue-item__title',
      authors: '[aria-label="authors"] a, .loa a',
      abstract: '.issue-item__abstract',
      year: '.bookPubDate, .issue-item__detail',
      venue: '.issue-item__detail .epub-section__title',
      more: (_row, address) => ({ doi: doiOfAddress(address) }),
    },
  ],
  links: '.citation-content, .references__item',
});

export const readers: readonly Reader[] = [acm];
