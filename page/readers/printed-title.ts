import { fold, isText, walkerOver } from './text';
import { looksLikeTitle } from './title-like';

/** The title stands at the top of the first page. */
const TEXTS_MAX = 150;
/** Elements and blanks between them, too: the walk is not interrupted. */
const NODES_MAX = 5_000;
const SIZE_CLIMB_MAX = 4;
const SIZE = /font-size:\s*([\d.]{1,8})(?:pt|px|em|rem)/i;
/** Authors may be printed little smaller than the title; small capitals are capitals of some four fifths of its size. */
const SAME_SIZE = 0.97;
const SMALL_CAPITALS = 0.75;
/** Stands in the margin of arXiv's first pages, larger than the title. */
const STAMP = /^\s*arXiv:\S/;
const TITLE_CHARS_MAX = 400;
const TITLE_CHARS_MIN = 15;

/** A title as a page printed it, and the texts that show it, of which it may be one of several lines. */
export interface PrintedTitle {
  readonly title: string;
  readonly nodes: readonly Text[];
}

interface Piece {
  readonly node: Text;
  readonly size: number;
}

/**
 * The title of a paper in a page without headings, as what makes HTML of PDF writes it: texts with their font sizes in their
 * styles, of which the title has the largest at the top. Null where that says nothing.
 */
export function printedTitle(doc: Document): PrintedTitle | null {
  if (doc.querySelector('h1, h2, h3') !== null) return null;
  const pieces = firstPieces(doc);
  const largest = Math.max(0, ...pieces.map(({ size }) => size));
  const start = pieces.findIndex(({ size }) => size === largest);
  const rest = pieces.slice(Math.max(0, start));
  const end = rest.findIndex((piece) => !isAsLarge(piece, largest));
  const nodes = rest.slice(0, end === -1 ? rest.length : end).map(({ node }) => node);
  const title = fold(nodes.map(({ data }) => data).join(' '));
  const isTitle =
    end > 0 && title.length >= TITLE_CHARS_MIN && title.length <= TITLE_CHARS_MAX && looksLikeTitle(title);
  return isTitle ? { title, nodes } : null;
}

function isAsLarge({ node, size }: Piece, largest: number): boolean {
  return size >= SAME_SIZE * largest || (size >= SMALL_CAPITALS * largest && !/\p{Ll}/u.test(node.data));
}

function firstPieces(doc: Document): readonly Piece[] {
  const walker = walkerOver(
    doc.body,
    ({ localName }) => !/^(?:script|style|noscript|nav|svg)$/.test(localName),
  );
  const pieces: Piece[] = [];
  for (let step = 0; step < NODES_MAX && pieces.length < TEXTS_MAX; step++) {
    const node = walker.nextNode();
    if (node === null) break;
    if (isText(node) && node.data.trim() !== '' && !STAMP.test(node.data))
      pieces.push({ node, size: sizeOf(node) });
  }
  return pieces;
}

/** By the nearest style that says one; 0 where none does. No layout is asked. */
function sizeOf(text: Text): number {
  let element = text.parentElement;
  for (let step = 0; step < SIZE_CLIMB_MAX && element; step++, element = element.parentElement) {
    const size = SIZE.exec(element.getAttribute('style') ?? '')?.[1];
    if (size !== undefined) return Number(size) || 0;
  }
  return 0;
}
