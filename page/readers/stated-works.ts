import { findArxivId } from '../../core/identity/arxiv-id';
import { findDoi } from '../../core/identity/doi';
import { bareText } from './head-data';
import { pageMention, type PaperFacts, yearOf } from './page-mention';
import type { PageMention } from './reader';
import { isText, walkerOver } from './text';

/*
 * Where references state the work they name, as of 2026-11: COinS (`span.Z3988`, an OpenURL of Z39.88), links that ask a
 * library's resolver for it (`…atitle=`), links of publishers to Google Scholar (`scholar_lookup?title=`).
 */
const STATEMENTS = '.Z3988[title], a[href*="atitle="], a[href*="scholar_lookup?"]';
const STATEMENT_CHARS_MAX = 10_000;
const AUTHORS_MAX = 50;
const STATEMENTS_MAX = 5_000;
const ROW_CHARS_MAX = 5_000;

/** What a reference states of its work, or null; books and web pages that are stated so are left out. */
export function statedWork(statement: Element | null): PaperFacts | null {
  const text = statement?.getAttribute(statement.localName === 'a' ? 'href' : 'title') ?? '';
  if (text.length > STATEMENT_CHARS_MAX) return null;
  const work = new URLSearchParams(text.slice(text.indexOf('?') + 1));
  const stated = (name: string): string | null => work.get(`rft.${name}`) ?? work.get(name);
  const isArticle = stated('genre') === 'preprint' || text.includes('scholar_lookup');
  const title = stated('atitle') ?? (isArticle ? stated('title') : null);
  if (title === null || stated('genre') === 'unknown') return null;
  const ids = work.getAll('rft_id');
  return {
    title,
    doi: findDoi(stated('doi') ?? ids.find((id) => id.startsWith('info:doi/')) ?? ''),
    arxiv: findArxivId(ids.find((id) => /arxiv/i.test(id))?.replace(/^info:arxiv\//i, 'arXiv:') ?? ''),
    authors: [...work.getAll('rft.au'), ...work.getAll('author')].slice(0, AUTHORS_MAX),
    year: yearOf(stated('date') ?? stated('publication_year')),
    venue: stated('jtitle') ?? stated('btitle') ?? stated('journal'),
    url: ids.find((id) => /^https?:/.test(id)) ?? null,
  };
}

/** Where in a text the letter or digit of a number (from 0) stands. */
function offsetOf(text: string, letter: number): number {
  let at = 0;
  let seen = 0;
  for (const character of text) {
    seen += bareText(character).length;
    if (seen > letter) break;
    at += character.length;
  }
  return at;
}

/** The place of a title in the texts of an element, whatever its case, gaps and signs. */
function placeOf(title: string, element: Element): Pick<PageMention, 'target' | 'from' | 'to'> | null {
  const wanted = bareText(title);
  const pieces: { readonly node: Text; readonly start: number; readonly end: number }[] = [];
  let letters = '';
  const walker = walkerOver(element, ({ localName }) => localName !== 'script' && localName !== 'style');
  for (
    let node = walker.nextNode();
    node !== null && letters.length < ROW_CHARS_MAX;
    node = walker.nextNode()
  ) {
    if (!isText(node)) continue;
    const start = letters.length;
    letters += bareText(node.data.slice(0, ROW_CHARS_MAX));
    if (letters.length > start) pieces.push({ node, start, end: letters.length });
  }
  const start = wanted === '' ? -1 : letters.indexOf(wanted);
  if (start === -1) return null;
  const end = start + wanted.length;
  const shown = pieces.filter((piece) => piece.start < end && piece.end > start);
  const [first] = shown;
  const last = shown.at(-1);
  if (!first || !last) return null;
  return {
    target: shown.map(({ node }) => node),
    from: offsetOf(first.node.data, start - first.start),
    to: offsetOf(last.node.data, end - last.start - 1) + 1,
  };
}

/** A work whose title stands in an element, at its place; null where it does not. */
export function mentionIn(facts: PaperFacts | null, element: Element | null): PageMention | null {
  const place = facts?.title && element ? placeOf(facts.title, element) : null;
  const found = facts && place ? pageMention(facts, place.target) : null;
  return found && { ...found, ...place };
}

/** The works that references of a page state, each with the reference. */
export function* statedWorks(
  doc: Document,
): Generator<{ readonly facts: PaperFacts; readonly element: Element }> {
  for (const statement of [...doc.querySelectorAll(STATEMENTS)].slice(0, STATEMENTS_MAX)) {
    const facts = statedWork(statement);
    const element = statement.closest('li, tr, dd, p') ?? statement.parentElement;
    if (facts && element) yield { facts, element };
  }
}
