import { baseOf, mentionIn, type Reader, readPaperLinks, statedWork } from '../kit';

export const matches: readonly string[] = ['*://*.wikipedia.org/*'];

/*
 * Selectors as of 2026-11.
 * citation  cite.citation, then span.Z3988, whose title attribute states the work as an OpenURL (COinS, Z39.88)
 * title     an external link in the cite, in quotes; else text in quotes
 * Citations written by hand have neither; their links are read.
 */
const CITATION = 'cite.citation, .reference-text';

const wikipedia: Reader = {
  name: 'wikipedia',
  about: 'list',
  fits: (_url, doc) => doc.querySelector(CITATION) !== null,
  *read(doc, url) {
    const base = baseOf(doc, url);
    for (const element of doc.querySelectorAll(CITATION)) {
      if (element.localName !== 'cite') {
        if (!element.querySelector('cite')) yield* readPaperLinks(element, { url, base, allowPlain: false });
        continue;
      }
      const statement = element.nextElementSibling;
      const isStated = statement?.classList.contains('Z3988') === true;
      const found = mentionIn(isStated ? statedWork(statement) : null, element);
      if (found) yield found;
      else yield* readPaperLinks(element, { url, base, allowPlain: false });
    }
  },
};

export const readers: readonly Reader[] = [wikipedia];
