import { type Reader, textOf } from '../kit';
import { tableReader } from '../table-reader';

export const matches: readonly string[] = [
  '*://proceedings.neurips.cc/*',
  '*://papers.neurips.cc/*',
  '*://papers.nips.cc/*',
];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * row       ul.paper-list > li .paper-content > a[title="paper title"], .paper-authors | .col ul > li > a, i
 * paper     citation_* in the head, h4; .paper-abstract          | h4 "Abstract", the paragraphs after it
 */
const ROW = '.paper-list > li, .container-fluid .col ul > li';

function abstractOf(doc: Document): string | null {
  const shown = textOf(doc.querySelector('.paper-abstract'));
  if (shown !== '') return shown;
  const heading = [...doc.querySelectorAll('h4')].find((element) => textOf(element) === 'Abstract');
  const parts: string[] = [];
  for (let next = heading?.nextElementSibling; next?.localName === 'p'; next = next.nextElementSibling)
    parts.push(textOf(next));
  return parts.join(' ').trim();
}

const neurips = tableReader({
  name: 'neurips',
  fits: (_url, doc) => doc.querySelector(`meta[name="citation_title"], ${ROW}`) !== null,
  own: (doc) => ({ abstract: abstractOf(doc) }),
  rows: [
    {
      row: ROW,
      title: 'a[title="paper title"], a[href*="hash/"], a[href*="/paper/"]',
      authors: '.paper-authors, i',
      more: (_row, address) => ({ year: Number(/\/(\d{4})\//.exec(address?.pathname ?? '')?.[1]) }),
    },
  ],
});

export const readers: readonly Reader[] = [neurips];
