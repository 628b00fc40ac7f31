import { bareText, paperOfHead } from './head-data';
import { withoutFragment } from './links';
import { mergeFacts, pageMention } from './page-mention';
import type { Reader } from './reader';
import { shownPaper } from './shown-paper';
import { isText, textOf, titleNodes, walkerOver } from './text';

/*
 * Where pages of publishers show their paper's title and abstract, as of 2026-11, most telling first.
 */
const HEADINGS = 'h1, h2, h3, h4';
const TITLED =
  '[class*="title" i], [id*="title" i], [itemprop="name"], [itemprop="headline"], [property="name"]';
const ABSTRACTS =
  '[role="doc-abstract"], [itemprop="abstract"], [property="abstract"], #abstract, #Abs1-content, section.abstract, div.abstract';
const CANDIDATES_MAX = 500;
const TEXTS_MAX = 20_000;
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'textarea']);
const ABSTRACT_MIN_CHARS = 150;
/** A heading that shares so much of the title shows it ("…: Supplement", a title cut in the head). */
const SHARED_MIN_CHARS = 30;

function sharesStart(one: string, other: string): boolean {
  return (
    Math.min(one.length, other.length) >= SHARED_MIN_CHARS && (one.startsWith(other) || other.startsWith(one))
  );
}

/** The element that shows the title: the same letters, else the first heading that starts alike. */
function shownTitle(doc: Document, title: string): Element | null {
  const wanted = bareText(title);
  if (wanted === '') return null;
  // An element with twice the title's letters does not show the title alone: no need to read it to its end.
  const enough = 2 * title.length + SHARED_MIN_CHARS;
  let alike: Element | null = null;
  for (const selector of [HEADINGS, TITLED]) {
    for (const element of [...doc.querySelectorAll(selector)].slice(0, CANDIDATES_MAX)) {
      const text = bareText(textOf(element, undefined, enough));
      if (text === wanted) return element;
      if (alike === null && sharesStart(text, wanted)) alike = element;
    }
  }
  return alike ?? textThatIs(doc, title, wanted);
}

/** The first text of the page that is the title and nothing else: for pages whose mark-up says nothing. */
function textThatIs(doc: Document, title: string, wanted: string): Element | null {
  const walker = walkerOver(doc.body, (element) => !SILENT.has(element.localName));
  const isNear = (length: number) =>
    length >= title.length / 2 && length <= 2 * title.length + SHARED_MIN_CHARS;
  for (let step = 0; step < TEXTS_MAX; step++) {
    const node = walker.nextNode();
    if (node === null) return null;
    if (isText(node) && isNear(node.data.length) && bareText(node.data) === wanted) return node.parentElement;
  }
  return null;
}

function shownAbstract(doc: Document): string | null {
  for (const element of [...doc.querySelectorAll(ABSTRACTS)].slice(0, 5)) {
    const text = textOf(element, (part) => /^h[1-6]$/.test(part.localName)).replace(/^abstract[:.\s]*/i, '');
    if (text.length >= ABSTRACT_MIN_CHARS) return text;
  }
  return null;
}

/**
 * The paper a page is about, by its `citation_*`, Dublin Core or JSON-LD data, marked where its title is shown; or, without
 * those, by what it shows.
 */
export const ownPaper: Reader = {
  name: 'own-paper',
  about: 'paper',
  fits: (_url, doc) => doc.body?.localName === 'body',
  *read(doc, url) {
    const facts = paperOfHead(doc);
    const element = facts?.title ? shownTitle(doc, facts.title) : null;
    if (facts === null) yield* shownPaper(doc, url);
    if (facts === null || element === null) return;
    const shown = { abstract: facts.abstract ?? shownAbstract(doc), url: withoutFragment(url) };
    const found = pageMention(mergeFacts(shown, facts), titleNodes(element));
    if (found !== null) yield found;
  },
};
