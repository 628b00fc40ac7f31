import { baseOf } from './links';
import { readPaperLinks } from './paper-links';
import type { Reader } from './reader';

/** Links to papers anywhere in a page: arXiv, DOI, Hugging Face Papers, OpenReview, ACL Anthology. */
export const pageLinks: Reader = {
  name: 'page-links',
  about: 'list',
  fits: (_url, doc) => doc.querySelector('a[href]') !== null,
  read: (doc, url) => readPaperLinks(doc, { url, base: baseOf(doc, url), allowPlain: false }),
};
