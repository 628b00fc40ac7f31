import {
  baseOf,
  findArxivId,
  findDoi,
  pageMention,
  type PaperFacts,
  type Reader,
  readPaperLinks,
  textOf,
  titleNodes,
  yearOf,
} from '../kit';

export const matches: readonly string[] = ['*://*.wikipedia.org/*'];

/*
 * Selectors as of 2026-11.
 * citation  cite.citation, then span.Z3988, whose title attribute states the work as an OpenURL (COinS, Z39.88)
 * title     an external link in the cite, in quotes; else text in quotes
 * Citations written by hand have neither; their links are read.
 */
const CITATION = 'cite.citation, .reference-text';
const STATEMENT_MAX_CHARS = 10_000;
const AUTHORS_MAX = 50;

function factsOf(statement: Element | null): PaperFacts | null {
  const text = statement?.getAttribute('title') ?? '';
  if (!statement?.classList.contains('Z3988') || text.length > STATEMENT_MAX_CHARS) return null;
  const work = new URLSearchParams(text);
  // Books and web pages have `rft.btitle` or name the site; an article or a paper of proceedings has a title of its own.
  const title =
    work.get('rft.atitle') ?? (work.get('rft.genre') === 'preprint' ? work.get('rft.title') : null);
  if (title === null || work.get('rft.genre') === 'unknown') return null;
  const ids = work.getAll('rft_id');
  return {
    title,
    doi: findDoi(ids.find((id) => id.startsWith('info:doi/')) ?? ''),
    arxiv: findArxivId(ids.find((id) => /arxiv/i.test(id))?.replace(/^info:arxiv\//i, 'arXiv:') ?? ''),
    authors: work.getAll('rft.au').slice(0, AUTHORS_MAX),
    year: yearOf(work.get('rft.date')),
    venue: work.get('rft.jtitle') ?? work.get('rft.btitle'),
    url: ids.find((id) => /^https?:/.test(id)) ?? null,
  };
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** What shows the title: the link that is it, else the texts it stands in. */
function shownIn(cite: Element, title: string): readonly Node[] {
  const wanted = letters(title);
  const link = [...cite.querySelectorAll('a.external')].find((each) => letters(textOf(each)) === wanted);
  if (link !== undefined) return titleNodes(link);
  const whole = [...cite.childNodes].filter((node) => letters(node.textContent ?? '').includes(wanted));
  return whole.slice(0, 1);
}

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
      const facts = factsOf(element.nextElementSibling);
      const target = facts?.title ? shownIn(element, facts.title) : [];
      if (facts && target.length > 0) yield pageMention(facts, target);
      else yield* readPaperLinks(element, { url, base, allowPlain: false });
    }
  },
};

export const readers: readonly Reader[] = [wikipedia];
