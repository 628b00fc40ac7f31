import {
  arxivIdOfUrl,
  doiOfUrl,
  findDoi,
  headOf,
  baseOf,
  resolveLink,
  withoutFragment,
  mergeFacts,
  pageMention,
  textsOf,
  yearOf,
  textOf,
  titleNodes,
  type PageMention,
  type Reader,
} from '../kit';

export const matches: readonly string[] = ['*://*.semanticscholar.org/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * row       .cl-paper-row                                    | the same
 * title     a[data-test-id="title-link"] .cl-paper-title     | a[data-selenium-selector="title-link"], a > h2 > span
 * authors   .cl-paper-authors__author-link                   | [data-test-id="author-list"] a
 * abstract  .cl-paper-abstract .full-abstract (the short one is cut off and starts with "TLDR")
 * paper     h1[data-test-id="paper-detail-title"]            | h1[data-selenium-selector="paper-detail-title"]
 */
const ROW = '.cl-paper-row';
const ROW_TITLE =
  '.cl-paper-title, a[data-test-id="title-link"], a[data-selenium-selector="title-link"], a > h2';
const OWN_TITLE = 'h1[data-test-id="paper-detail-title"], h1[data-selenium-selector="paper-detail-title"]';
const OWN_ABSTRACT = '[data-test-id="paper-abstract-text"], [data-test-id="abstract-text"]';

interface Identifiers {
  readonly arxiv: string | null;
  readonly doi: string | null;
}

/** Identifiers by the row's links away from the site ("View PDF on arXiv", "View via Publisher"). */
function identifiersOf(row: Element, base: URL): Identifiers {
  let found: Identifiers = { arxiv: null, doi: null };
  for (const link of row.querySelectorAll('a[href^="http"]')) {
    const url = resolveLink(link.getAttribute('href'), base);
    if (url === null) continue;
    found = { arxiv: found.arxiv ?? arxivIdOfUrl(url), doi: found.doi ?? doiOfUrl(url) };
  }
  return found;
}

function rowMention(row: Element, base: URL): PageMention | null {
  const element = row.querySelector(ROW_TITLE);
  if (element === null) return null;
  const link = element.closest('a') ?? row.querySelector('a[href*="/paper/"]');
  const address = resolveLink(link?.getAttribute('href') ?? null, base);
  return pageMention(
    {
      ...identifiersOf(row, base),
      title: textOf(element),
      authors: textsOf(
        row.querySelectorAll('.cl-paper-authors__author-link, [data-test-id="author-list"] a'),
      ),
      abstract: textOf(row.querySelector('.cl-paper-abstract .full-abstract')),
      year: yearOf(textOf(row.querySelector('.cl-paper-pubdates'))),
      venue: textOf(row.querySelector('.cl-paper-venue')),
      url: address && withoutFragment(address),
    },
    titleNodes(element),
  );
}

function ownMention(doc: Document, url: URL): PageMention | null {
  const element = doc.querySelector(OWN_TITLE);
  if (element === null) return null;
  const title = textOf(element);
  const shown = {
    title,
    doi: findDoi(textOf(doc.querySelector('.doi__link'))),
    authors: textsOf(doc.querySelectorAll('[data-test-id="author-list"] a')),
    abstract: textOf(doc.querySelector(OWN_ABSTRACT)) || null,
    url: withoutFragment(url),
  };
  return pageMention(mergeFacts(shown, headOf(doc, title)), titleNodes(element));
}

/** Semantic Scholar: a paper's page with the papers it cites, search results, an author's papers. */
const semanticScholar: Reader = {
  name: 'semantic-scholar',
  about: 'list',
  fits: (_url, doc) => doc.querySelector(`${OWN_TITLE}, ${ROW}`) !== null,
  *read(doc, url) {
    const base = baseOf(doc, url);
    const own = ownMention(doc, url);
    if (own !== null) yield own;
    for (const row of doc.querySelectorAll(ROW)) {
      const found = rowMention(row, base);
      if (found !== null) yield found;
    }
  },
};

export const readers: readonly Reader[] = [semanticScholar];
