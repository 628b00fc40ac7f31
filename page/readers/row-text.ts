import { isElement, isText, walkerOver } from './text';

/** Nothing that names one paper is longer; beyond it a row is an article, and its links stand for themselves. */
const RUNS_MAX = 400;

const NESTED = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
  'code',
  'blockquote',
  'script',
  'style',
  'svg',
  'details',
]);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const HOLDS_BLOCKS = new Set(['li', 'tr', 'dd']);

/** A text node of a row and how it is shown. */
export interface Run {
  readonly node: Text;
  readonly isBold: boolean;
  /** The link it is part of. */
  readonly anchor: Element | null;
  /** Table cell or paragraph it stands in, within the row. */
  readonly block: Element;
}

interface Style {
  readonly isBold: boolean;
  readonly anchor: Element | null;
  readonly block: Element;
}

function styleWithin(element: Element, outer: Style): Style {
  const name = element.localName;
  if (name === 'b' || name === 'strong') return { ...outer, isBold: true };
  if (name === 'a') return { ...outer, anchor: element };
  return BLOCKS.has(name) ? { ...outer, block: element } : outer;
}

/**
 * The visible texts of a row in page order, lists and tables inside it left out (their items are rows of their own).
 * Stops after 400.
 */
export function runsOf(row: Element): readonly Run[] {
  const isOwn = (element: Element): boolean =>
    !NESTED.has(element.localName) &&
    !element.hasAttribute('hidden') &&
    (!BLOCKS.has(element.localName) || HOLDS_BLOCKS.has(row.localName));
  const walker = walkerOver(row, isOwn);
  const styles = new Map<Node, Style>([[row, { isBold: false, anchor: null, block: row }]]);
  const runs: Run[] = [];
  for (let node = walker.nextNode(); node !== null && runs.length < RUNS_MAX; node = walker.nextNode()) {
    const outer = styles.get(node.parentNode ?? row) ?? { isBold: false, anchor: null, block: row };
    if (isElement(node)) styles.set(node, styleWithin(node, outer));
    else if (isText(node) && node.data.trim() !== '') runs.push({ node, ...outer });
  }
  return runs;
}
