import { type PaperLink, paperOfHref, withoutFragment } from './links';
import { isElement } from './text';

/** A longer row is handed over in parts, so that the scan can stop for breath in a paragraph of 50,000 links. */
const LINKS_MAX = 1_000;
/** Links that lead to no paper, between two breaths: a tenth of a millisecond's work. */
const LINKS_PER_BREATH = 250;
const XHTML = 'http://www.w3.org/1999/xhtml';
/** Steps up from a link to its row; rows are near, and a hostile page may nest ten thousand deep. */
const CLIMB_MAX = 24;

const INLINE = new Set(
  'a abbr b bdi bdo big br center cite em font g-emoji i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** What may stand between a link and the list item, table row or definition that is its row. */
const CELLS = new Set(['p', 'td', 'th', 'div']);
const ROWS = new Set(['li', 'tr', 'dd']);
/** Where people write or quote: nothing there names a paper to the reader. */
const NOT_READ =
  'pre, code, textarea, input, select, button, [contenteditable]:not([contenteditable="false"])';

/** A link to a paper. */
export interface FoundLink {
  readonly anchor: Element;
  readonly paper: PaperLink;
}

/** The papers' links of one list item, table row or paragraph, in page order. */
export interface LinkRow {
  readonly element: Element;
  readonly links: readonly FoundLink[];
}

function rowAbove(cell: Element): Element {
  let element: Element | null = cell;
  for (let step = 0; step < CLIMB_MAX && element !== null; step++) {
    if (ROWS.has(element.localName)) return element;
    if (!CELLS.has(element.localName)) break;
    element = element.parentElement;
  }
  return cell;
}

/** The list item, table row, definition or, outside of these, the paragraph that a link stands in. */
function rowOf(anchor: Element): Element {
  let element: Element = anchor;
  for (let step = 0; step < CLIMB_MAX && INLINE.has(element.localName); step++) {
    const parent: unknown = element.parentElement;
    if (!isElement(parent as Node | null)) break;
    element = parent as Element;
  }
  return rowAbove(element);
}

/**
 * Every link to a paper below `root`, grouped by row. One query, one pass, however many links there are; null is a breath
 * among links that lead elsewhere. `base` is `baseOf` the page: looked up here, it would be again for each of 1,000 comments.
 */
export function* linkRows(root: ParentNode, url: URL, base: URL): Generator<LinkRow | null> {
  const here = withoutFragment(url);
  let element: Element | null = null;
  let links: FoundLink[] = [];
  let seen = 0;
  for (const anchor of root.querySelectorAll('a[href]')) {
    if (++seen % LINKS_PER_BREATH === 0) yield null;
    const paper = anchor.namespaceURI === XHTML ? paperOfHref(anchor.getAttribute('href'), base) : null;
    // A link to a place on the same page ("Skip to content") names no paper.
    if (paper === null || paper.url === here || anchor.closest(NOT_READ) !== null) continue;
    const row = rowOf(anchor);
    if (element !== null && (row !== element || links.length >= LINKS_MAX)) {
      yield { element, links };
      links = [];
    }
    element = row;
    links.push({ anchor, paper });
  }
  if (element !== null) yield { element, links };
}
