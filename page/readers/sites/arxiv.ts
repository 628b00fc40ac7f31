import {
  arxivIdOfUrl,
  baseOf,
  findArxivId,
  headOf,
  mergeFacts,
  namesIn,
  pageMention,
  paperOfHref,
  readPaperLinks,
  resolveLink,
  textOf,
  textsOf,
  titleNodes,
  type IsForeign,
  type PageMention,
  type Reader,
  withoutFragment,
  yearOf,
} from '../kit';

// `*.arxiv.org` is arxiv.org itself, www, export, browse, ar5iv.labs and the mirrors cn, es and de.
export const matches: readonly string[] = ['*://*.arxiv.org/*', '*://xxx.lanl.gov/*', '*://*.ar5iv.org/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up that mirrors still serve.
 * listing row  dl#articles > dt + dd                | #dlpage dl > dt + dd, one dl a day
 * its id       dt > a[title="Abstract"]             | dt > .list-identifier > a[title="Abstract"]
 * its title    dd .list-title.mathjax               | dd .list-title (span.descriptor "Title:" in both)
 * its abstract dd p.mathjax, on /new and catch-up   | the same
 * abs page     h1.title.mathjax, blockquote.abstract | the same; .dateline, td.tablecell.comments
 * HTML page    h1.ltx_title_document, .ltx_personname, .ltx_abstract (LaTeXML, at arxiv.org/html and ar5iv) | the same
 * its entries  li.ltx_bibitem .ltx_bib_title        | the second .ltx_bibblock, after the authors'
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
const arxivListing: Reader = {
  name: 'arxiv-listing',
  about: 'list',
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
const arxivSearch: Reader = {
  name: 'arxiv-search',
  about: 'list',
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
const arxivAbs: Reader = {
  name: 'arxiv-abs',
  about: 'paper',
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

const HTML_TITLE = 'h1.ltx_title_document';
const HTML_PARTS = '.ltx_bibitem, .ltx_note_content';
const isNote: IsForeign = (element) => /(?:^|\s)ltx_(?:note|ERROR|tag)(?:\s|$)/.test(element.className);
const isHeading: IsForeign = (element) => /^h\d$/.test(element.localName);

function ownHtmlPaper(doc: Document, url: URL): PageMention | null {
  const element = doc.querySelector(HTML_TITLE);
  return (
    element &&
    pageMention(
      {
        title: textOf(element, isNote),
        arxiv: arxivIdOfUrl(url),
        abstract: textOf(doc.querySelector('.ltx_abstract'), isHeading),
        authors: htmlAuthors(doc),
        url: withoutFragment(url),
      },
      titleNodes(element, isNote),
    )
  );
}

/** The first line: below it people say where they work. */
function firstLine(element: Element): string {
  const nodes = [...element.childNodes];
  const end = nodes.findIndex((node) => node.nodeName.toLowerCase() === 'br');
  const line = end === -1 ? nodes : nodes.slice(0, end);
  return line.map((node) => (node.nodeType === 1 && isNote(node as Element) ? '' : textOf(node))).join(' ');
}

/** One element holds a name, or all names with commas between. */
function htmlAuthors(doc: Document): readonly string[] {
  const lines = [...doc.querySelectorAll('.ltx_authors .ltx_personname')].map(firstLine);
  const names = lines.flatMap((line) => line.split(/,|\s&\s|\band\b/)).map((name) => name.trim());
  return names.filter((name) => name !== '' && !/[\d@]/.test(name));
}

/** Entries of a bibliography: the blocks are authors, title, and where it appeared. One that is a single block is text. */
function bibMention(item: Element, base: URL): PageMention | null {
  const blocks = item.querySelectorAll('.ltx_bibblock');
  const element = item.querySelector('.ltx_bib_title') ?? (blocks.length > 2 ? blocks[1] : undefined);
  if (!element) return null;
  const title = textOf(element).replace(/^["“]|[.,]?["”]?[.,]?$/g, '');
  const links = [...item.querySelectorAll('a[href]')].map((link) =>
    paperOfHref(link.getAttribute('href'), base),
  );
  const paper = links.find((link) => link !== null) ?? null;
  const dated = [...item.querySelectorAll('.ltx_bib_year, .ltx_bibblock')]
    .map((part) => textOf(part))
    .find((text) => yearOf(text) !== null);
  return pageMention(
    {
      title,
      arxiv: paper?.arxiv ?? findArxivId(textOf(item)),
      doi: paper?.doi ?? null,
      year: yearOf(dated),
      url: paper?.url ?? null,
    },
    titleNodes(element),
  );
}

/** A paper as HTML, made by LaTeXML, with its bibliography and the links in its notes. */
const arxivHtml: Reader = {
  name: 'arxiv-html',
  about: 'list',
  fits: (_url, doc) => doc.querySelector(HTML_TITLE) !== null,
  *read(doc, url) {
    const base = baseOf(doc, url);
    yield ownHtmlPaper(doc, url);
    for (const element of doc.querySelectorAll(HTML_PARTS)) {
      const found = element.classList.contains('ltx_bibitem') ? bibMention(element, base) : null;
      if (found !== null) yield found;
      else yield* readPaperLinks(element, { url, base, allowPlain: false });
    }
  },
};

export const readers: readonly Reader[] = [arxivAbs, arxivListing, arxivSearch, arxivHtml];
