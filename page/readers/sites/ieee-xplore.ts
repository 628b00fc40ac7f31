import {
  bareText,
  baseOf,
  field,
  findDoi,
  listOf,
  pageMention,
  type PaperFacts,
  parseJson,
  type Reader,
  readPaperLinks,
  stringField,
  textOf,
  titleNodes,
  withoutFragment,
  yearOf,
} from '../kit';
import { tableReader } from '../table-reader';

export const matches: readonly string[] = ['*://ieeexplore.ieee.org/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up. Both pages are made by script (Angular).
 * result    xpl-results-item h3 a, .author a, .description a      | .List-results-items h2 a
 * paper     h1.document-title, .abstract-text                     | .document-title-fix
 * its data  a script with "xplGlobal.document.metadata={...};"    | the same
 * references .reference-container .col (links only)               | .references .description
 */
const OWN_TITLE = 'h1.document-title, .document-title-fix h1';
const METADATA = /xplGlobal\.document\.metadata\s*=\s*(\{.*\});?\s*$/m;
const SCRIPTS_MAX = 100;

function statedFacts(doc: Document): PaperFacts {
  const scripts = [...doc.querySelectorAll('script:not([src])')].slice(0, SCRIPTS_MAX);
  const source = scripts.find((script) => script.textContent.includes('xplGlobal.document.metadata'));
  const data = parseJson(METADATA.exec(source?.textContent ?? '')?.[1]);
  return {
    title: stringField(data, 'title'),
    doi: findDoi(stringField(data, 'doi') ?? ''),
    abstract: stringField(data, 'abstract'),
    authors: listOf(field(data, 'authors')).map((author) => stringField(author, 'name') ?? ''),
    year: yearOf(stringField(data, 'publicationYear')),
    venue: stringField(data, 'publicationTitle'),
  };
}

/** A paper's page. The script states the paper the page was loaded with; another may be shown since. */
const ieeePaper: Reader = {
  name: 'ieee-paper',
  about: 'list',
  fits: (_url, doc) => doc.querySelector(OWN_TITLE) !== null,
  *read(doc, url) {
    const element = doc.querySelector(OWN_TITLE);
    if (element === null) return;
    const title = textOf(element);
    const facts = statedFacts(doc);
    const isOfThis = bareText(facts.title ?? '') === bareText(title);
    const shown = textOf(doc.querySelector('.abstract-text'), ({ localName }) =>
      /^(?:h\d|strong)$/.test(localName),
    );
    yield pageMention(
      { abstract: shown, ...(isOfThis && facts), title, url: withoutFragment(url) },
      titleNodes(element),
    );
    const base = baseOf(doc, url);
    for (const references of doc.querySelectorAll('.reference-container, .references'))
      yield* readPaperLinks(references, { url, base, allowPlain: false });
  },
};

const ieeeList = tableReader({
  name: 'ieee-list',
  rows: [
    {
      row: 'xpl-results-item, xpl-issue-results-items .result-item, .List-results-items',
      title: 'h3 a, h2 a',
      authors: '.author a, xpl-authors-name-list a',
      year: '.publisher-info-container',
      venue: '.description > a',
    },
  ],
});

export const readers: readonly Reader[] = [ieeePaper, ieeeList];
