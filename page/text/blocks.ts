import type { BlockKind, SpanKind } from '../../core/in-text/text-block';
import { isElement, isText, walkerOver } from '../readers/text';
import { Block } from './block';
import { skipOf, type Skip } from './skipped';

/** No page that people read is longer; what lies beyond is not looked at. */
const PAGE_CHARS_MAX = 10_000_000;
/** No paragraph is longer; a whole file in one element is cut at white space. */
const BLOCK_CHARS_MAX = 50_000;
/** Nodes between two breaths: half a millisecond's work. */
const NODES_PER_BREATH = 400;
const CLIMB_MAX = 40;
/** A list item's paragraph is an item, a cell's a cell. */
const KIND_CLIMB_MAX = 3;
const LINE_END = '\u2028';
/** As `WALL` of `core/titles`, whose rules of folding would travel along. */
const WALL = '\u2029';

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark math mi mn mo mrow ms mstyle msub msubsup msup mtext nobr q rb rp rt ruby s samp semantics small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  dt: 'item',
  dd: 'item',
  td: 'cell',
  th: 'cell',
};
const SPANS: ReadonlyMap<string, SpanKind> = new Map([
  ['a', 'link'],
  ['b', 'emphasis'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['strong', 'emphasis'],
  ['cite', 'quote'],
  ['q', 'quote'],
]);

function blockKindOf(container: Element): BlockKind {
  let element: Element | null = container;
  for (let step = 0; step < KIND_CLIMB_MAX && element; step++, element = element.parentElement) {
    const kind = Object.hasOwn(KINDS, element.localName) ? KINDS[element.localName] : undefined;
    if (kind) return kind;
  }
  return 'text';
}

/**
 * Reads the text of a page into blocks, in page order, looking only: inline elements are crossed, code is a wall, what is
 * hidden, edited or said twice is left out. Null is a breath.
 */
export function* textBlocks(doc: Document): Generator<Block | null> {
  if (doc.body && doc.designMode !== 'on') yield* new BlockReader(doc.body).read();
}

class BlockReader {
  readonly #root: Element;
  readonly #inlineTags = new Map<string, boolean>();
  #block: Block | null = null;
  #container: Element | null = null;
  readonly #done: Block[] = [];

  constructor(root: Element) {
    this.#root = root;
  }

  *read(): Generator<Block | null> {
    const walker = walkerOver(this.#root, (element) => this.#enters(element));
    let chars = 0;
    let nodes = 0;
    for (let node = walker.nextNode(); node !== null && chars < PAGE_CHARS_MAX; node = walker.nextNode()) {
      if (++nodes % NODES_PER_BREATH === 0) yield null;
      if (isText(node)) {
        chars += node.data.length;
        this.#addText(node);
      } else if (!isElement(node)) continue;
      else if (node.localName === 'br') this.#block?.part(LINE_END);
      else if (!this.#isInline(node)) this.#end();
      if (this.#done.length > 0) yield* this.#done.splice(0);
    }
    this.#end();
    yield* this.#done;
  }

  #enters(element: Element): boolean {
    const skip: Skip = skipOf(element);
    if (skip === 'as-wall') this.#block?.part(WALL);
    return skip === null;
  }

  #addText(node: Text): void {
    const within: [Element, SpanKind][] = [];
    let container: Element = this.#root;
    let element = node.parentElement;
    for (let step = 0; step < CLIMB_MAX && element; step++, element = element.parentElement) {
      container = element;
      if (element === this.#root || !this.#isInline(element)) break;
      within.push([element, SPANS.get(element.localName) ?? 'other']);
    }
    if (container !== this.#container) {
      if (node.data.trim() === '') return;
      this.#end();
    }
    const isPre = container.localName === 'pre' || container.parentElement?.localName === 'pre';
    for (const [from, to] of cuts(node.data, isPre)) {
      if (from > 0) this.#end();
      if ((this.#block?.length ?? 0) + to - from > BLOCK_CHARS_MAX) this.#end();
      this.#block ??= new Block(blockKindOf(container));
      this.#container = container;
      this.#block.add(node, from, to, within);
    }
  }

  #end(): void {
    const block = this.#block;
    this.#block = null;
    this.#container = null;
    if (block && !block.isBlank) this.#done.push(block);
  }

  /** By name; of elements that a page made up the first of each name says. */
  #isInline(element: Element): boolean {
    const name = element.localName;
    if (INLINE.has(name)) return true;
    if (!name.includes('-')) return false;
    const known = this.#inlineTags.get(name);
    if (known !== undefined) return known;
    const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? '';
    const isInline = /^(?:inline|contents|ruby)/.test(display);
    this.#inlineTags.set(name, isInline);
    return isInline;
  }
}

/** Where a node's text is cut into blocks: where it is too long and, if it is preformatted, at empty lines. */
function cuts(data: string, isPre: boolean): readonly (readonly [number, number])[] {
  if (!isPre && data.length <= BLOCK_CHARS_MAX) return [[0, data.length]];
  const found: (readonly [number, number])[] = [];
  for (let from = 0; from < data.length;) {
    const empty = isPre ? nextEmptyLine(data, from) : data.length;
    let to = Math.min(empty, from + BLOCK_CHARS_MAX);
    if (to < empty) to = data.lastIndexOf(' ', to) > from ? data.lastIndexOf(' ', to) : to;
    found.push([from, to]);
    from = to;
  }
  return found;
}

/** The end of the next empty line, or of the text. */
function nextEmptyLine(data: string, from: number): number {
  const empty = /\n[ \t\r]*\n/g;
  empty.lastIndex = from;
  return empty.exec(data) ? empty.lastIndex : data.length;
}
