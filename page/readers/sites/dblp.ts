import type { Reader } from '../kit';
import { tableReader } from '../table-reader';

export const matches: readonly string[] = [
  '*://*.dblp.org/*',
  '*://dblp.uni-trier.de/*',
  '*://dblp.dagstuhl.de/*',
  '*://dblp1.uni-trier.de/*',
];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up. Search results come in by script, with the same mark-up.
 * entry    li.entry cite.data > span.title     | .entry cite > span.title; the title ends in a stop
 * authors  span[itemprop="author"]             | a[href*="/pid/"]
 * links    nav.publ li a (first the edition's) | the same
 */
const dblp = tableReader({
  name: 'dblp',
  rows: [
    {
      row: '.entry',
      title: '.title',
      afterTitle: /\.$/,
      link: 'nav.publ .head > a[href], li.ee a',
      authors: '[itemprop="author"]',
      year: '[itemprop="datePublished"]',
      venue: '[itemprop="isPartOf"] [itemprop="name"]',
    },
  ],
});

export const readers: readonly Reader[] = [dblp];
