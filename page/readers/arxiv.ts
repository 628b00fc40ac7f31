import { arxivIdOfUrl, findArxivId } from '../../core/identity/arxiv-id';
import { headOf } from './head-data';
import { baseOf, resolveLink, withoutFragment } from './links';
import { mergeFacts, namesIn, pageMention, textsOf } from './page-mention';
import type { PageMention, Reader } from './reader';
import { type IsForeign, textOf, titleNodes } from './text';

/*
 * Selectors as of 2026-11, new mark-up | old mark-up that mirrors still serve.
 * listing row  dl#articles > dt + dd                | #dlpage dl > dt + dd, one dl a day
 * its id       dt > a[title="Abstract"]             | dt > .list-identifier > a[title="Abstract"]
 * its title    dd .list-title.mathjax               | dd .list-title (span.descriptor "Title:" in both)
 * its abstract dd p.mathjax, on /new and catch-up   | the same
 * abs page     h1.title.mathjax, blockquote.abstract | the same; .dateline, td.tablecell.comments
 * search row   li.arxiv-result p.title.is-5, .abstract-full (hidden)
 */
const LISTING_LINK = 'dl > dt a[title="Abstract"]';
const LISTING_TITLE = 'dl > dd .list-title';
const ABS_TITLE = 'h1.title';
const SEARCH_ROW = 'li.arxiv-result';

const isDescriptor: IsForeign = (element) =>
  element.classList.contains('descriptor') || element.classList.contains('mobile-submission-download');

/** The id a row states: in its link's address on arXiv, in its text ("arXiv:2110.06014") wherever else it is served. */
function rowId(
  link: Element | null,
  base: URL,
): { readonly arxiv: string | null; readonly url: string | null } {
  const url = resolveLink(link?.getAttribute('href') ?? null, base);
  const arxiv = (url && arxivIdOfUrl(url)) ?? findArxivId(textOf(link));
  return { arxiv, url: url && withoutFragment(url) };
}

function listingMention(dt: Element | null, dd: Element, base: URL): PageMention | null {
  const element = dd.querySelector('.list-title');
  if (element === null) return null;
  const link = dt?.querySelector('a[title="Abstract"]') ?? dt?.querySelector('a[href*="/abs/"]') ?? null;
  return pageMention(
    {
      ...rowId(link, base),
      title: textOf(element, isDescriptor),
      authors: namesIn(dd.querySelector('.list-authors'), isDescriptor),
      abstract: textOf(dd.querySelector('p.mathjax')),
    },
    titleNodes(element, isDescriptor),
    link,
  );
}

/** arXiv's own listings (list, new, recent, catch-up), wherever their template is served. */
export const arxivListing: Reader = {
  name: 'arxiv-listing',
  isComplete: true,
  fits: (_url, doc) => doc.querySelector(LISTING_LINK) !== null && doc.querySelector(LISTING_TITLE) !== null,
  *read(doc, url) {
    const base = baseOf(doc, url);
    let dt: Element | null = null;
    for (const element of doc.querySelectorAll('dl > dt, dl > dd')) {
      if (element.localName === 'dt') {
        dt = element;
        continue;
      }
      const found = listingMention(dt, element, base);
      dt = null;
      if (found !== null) yield found;
    }
  },
};

function searchMention(row: Element, base: URL): PageMention | null {
  const element = row.querySelector('p.title');
  if (element === null) return null;
  const link = row.querySelector('.list-title a');
  const abstract = row.querySelector('.abstract-full') ?? row.querySelector('.abstract-short');
  return pageMention(
    {
      ...rowId(link, base),
      title: textOf(element),
      authors: textsOf(row.querySelectorAll('.authors a')),
      // The only link inside is the "Less" that folds it.
      abstract: textOf(abstract, (part) => part.localName === 'a' && part.classList.contains('is-size-7')),
    },
    titleNodes(element),
    link,
  );
}

/** arXiv's search results; the full abstract is in the page, hidden. */
export const arxivSearch: Reader = {
  name: 'arxiv-search',
  isComplete: true,
  fits: (_url, doc) => doc.querySelector(`${SEARCH_ROW} p.title`) !== null,
  *read(doc, url) {
    const base = baseOf(doc, url);
    for (const row of doc.querySelectorAll(SEARCH_ROW)) {
      const found = searchMention(row, base);
      if (found !== null) yield found;
    }
  },
};

/** An arXiv paper's abstract page, on arXiv and its mirrors. */
export const arxivAbs: Reader = {
  name: 'arxiv-abs',
  fits: (_url, doc) =>
    doc.querySelector('meta[name="citation_arxiv_id"]') !== null && doc.querySelector(ABS_TITLE) !== null,
  *read(doc, url) {
    const element = doc.querySelector(ABS_TITLE);
    if (element === null) return;
    const title = textOf(element, isDescriptor);
    const stated = doc.querySelector('meta[name="citation_arxiv_id"]')?.getAttribute('content') ?? '';
    const shown = {
      title,
      arxiv: arxivIdOfUrl(url) ?? findArxivId(stated),
      authors: textsOf(doc.querySelectorAll('.authors a')),
      abstract: textOf(doc.querySelector('blockquote.abstract'), isDescriptor),
      url: withoutFragment(url),
    };
    const found = pageMention(mergeFacts(shown, headOf(doc, title)), titleNodes(element, isDescriptor));
    if (found !== null) yield found;
  },
};
