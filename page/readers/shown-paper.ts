import { arxivIdOfUrl } from '../../core/identity/arxiv-id';
import { doiOfUrl } from '../../core/identity/doi';
import { bareText } from './head-data';
import { withoutFragment } from './links';
import { pageMention } from './page-mention';
import { printedTitle } from './printed-title';
import type { PageMention } from './reader';
import { isText, textOf, titleNodes, walkerOver } from './text';
import { looksLikeTitle } from './title-like';

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'nav']);
const TEXTS_MAX = 20_000;
const TEXTS_PER_BREATH = 500;
const TITLE_CHARS_MIN = 15;
/** White space around a text, by which it may be longer than the page's title. */
const SPACE_CHARS_MAX = 200;
const TRIES_MAX = 500;
const ABSTRACT = /^\W*abstract\W*$/i;

/**
 * The paper of a page whose head says nothing of it: the page's title holds, beside the site's name, a text that the page
 * shows, the longest such; and the page has an abstract, or an address that names a paper. A PDF that was made HTML of has
 * no such title and is read by its print.
 */
export function* shownPaper(doc: Document, url: URL): Generator<PageMention | null> {
  const [arxiv, doi] = [arxivIdOfUrl(url), doiOfUrl(url)];
  let isPaper = arxiv !== null || doi !== null;
  const { title: pageTitle } = doc;
  const texts: Text[] = [];
  const walker = walkerOver(doc.body, ({ localName }) => !SILENT.has(localName));
  for (let step = 1; step < TEXTS_MAX; step++) {
    const node = walker.nextNode();
    if (node === null) break;
    if (step % TEXTS_PER_BREATH === 0) yield null;
    if (!isText(node)) continue;
    const { length } = node.data;
    if (length >= TITLE_CHARS_MIN && length <= pageTitle.length + SPACE_CHARS_MAX) texts.push(node);
    else if (length < SPACE_CHARS_MAX && ABSTRACT.test(node.data)) isPaper = true;
  }
  if (!isPaper) return;
  const page = bareText(pageTitle);
  for (const { parentElement } of texts
    .toSorted((a, b) => b.data.trim().length - a.data.trim().length)
    .slice(0, TRIES_MAX)) {
    const title = textOf(parentElement);
    if (!parentElement || !looksLikeTitle(title) || !page.includes(bareText(title))) continue;
    yield pageMention({ title, arxiv, doi, url: withoutFragment(url) }, titleNodes(parentElement));
    return;
  }
  const printed = arxiv === null && doi === null ? null : printedTitle(doc);
  if (printed)
    yield pageMention({ title: printed.title, arxiv, doi, url: withoutFragment(url) }, printed.nodes);
}
