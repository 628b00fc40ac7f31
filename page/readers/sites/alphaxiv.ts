import {
  arxivIdOfUrl,
  baseOf,
  pageMention,
  type Reader,
  readPaperLinks,
  textOf,
  titleNodes,
  withoutFragment,
} from '../kit';

export const matches: readonly string[] = ['*://*.alphaxiv.org/*'];

/*
 * Selectors as of 2026-11; the page is made by script (React), its classes say nothing.
 * paper     h1; <meta name="description"> holds "… Abstract: " and the abstract
 * lists     links to /abs/ID and /overview/ID around the titles
 */
const DESCRIPTION = 'meta[name="description"], meta[property="og:description"]';

function abstractOf(doc: Document): string | null {
  const stated = doc.querySelector(DESCRIPTION)?.getAttribute('content') ?? '';
  const abstract = /Abstract:\s*(\S[^]*)/.exec(stated)?.[1] ?? '';
  return /(?:…|\.\.\.)\s*$/.test(abstract) ? null : abstract;
}

/** The title as the page's head states it: the head of a page made by script may still be that of the page before. */
const isOf = (doc: Document, title: string): boolean => doc.title.includes(title);

const alphaxivPaper: Reader = {
  name: 'alphaxiv-paper',
  about: 'paper',
  fits: (url, doc) => arxivIdOfUrl(url) !== null && doc.querySelector('h1') !== null,
  *read(doc, url) {
    const element = doc.querySelector('h1');
    if (element === null) return;
    const title = textOf(element);
    const abstract = isOf(doc, title) ? abstractOf(doc) : null;
    yield pageMention(
      { title, arxiv: arxivIdOfUrl(url), abstract, url: withoutFragment(url) },
      titleNodes(element),
    );
  },
};

const alphaxivList: Reader = {
  name: 'alphaxiv-list',
  about: 'list',
  fits: (url) => arxivIdOfUrl(url) === null,
  read: (doc, url) => readPaperLinks(doc, { url, base: baseOf(doc, url), allowPlain: false }),
};

export const readers: readonly Reader[] = [alphaxivPaper, alphaxivList];
