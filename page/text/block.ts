import type { BlockKind, SpanKind, TextBlock, TextRange, TextSpan } from '../../core/in-text/text-block';

/** Elements with less text say nothing of titles: "2nd", a footnote's number, a letter with protected case. */
const SPAN_CHARS_MIN = 6;
const SPANS_MAX = 2_000;

interface Piece {
  readonly node: Text;
  /** Where it begins in the block's text. */
  readonly at: number;
  /** Which part of the node it is. */
  readonly from: number;
  readonly to: number;
}

/** The text nodes that show a part of a block; it begins in the first and ends in the last. */
export interface TextPlace {
  readonly target: readonly Text[];
  /** Offset in the first node, in UTF-16 units. */
  readonly from: number;
  /** Offset in the last. */
  readonly to: number;
}

interface OpenSpan {
  readonly start: number;
  end: number;
  readonly kind: SpanKind;
}

/** A block of text while it is read, and the way from its text back to the page's nodes. */
export class Block {
  readonly #kind: BlockKind;
  readonly #pieces: Piece[] = [];
  readonly #spans = new Map<Element, OpenSpan>();
  #text = '';

  constructor(kind: BlockKind) {
    this.#kind = kind;
  }

  get length(): number {
    return this.#text.length;
  }

  get isBlank(): boolean {
    return this.#text.trim() === '';
  }

  /** Part of a node, within these inline elements. */
  add(node: Text, from: number, to: number, within: readonly (readonly [Element, SpanKind])[]): void {
    const at = this.#text.length;
    this.#text += node.data.slice(from, to);
    this.#pieces.push({ node, at, from, to });
    for (const [element, kind] of within) {
      const span = this.#spans.get(element);
      if (span) span.end = this.#text.length;
      else if (this.#spans.size < SPANS_MAX)
        this.#spans.set(element, { start: at, end: this.#text.length, kind });
    }
  }

  /** A character of no node: a line's end, a wall. */
  part(character: string): void {
    this.#text += character;
  }

  /** As it is sent. */
  asSent(): TextBlock {
    const spans: TextSpan[] = [];
    for (const { start, end, kind } of this.#spans.values())
      if (end - start >= SPAN_CHARS_MIN) spans.push({ start, end, kind });
    return { text: this.#text, kind: this.#kind, spans };
  }

  /** Null where nothing of the page stands there. */
  placeOf({ start, end }: TextRange): TextPlace | null {
    const pieces = this.#pieces.filter(({ at, from, to }) => at < end && at + to - from > start);
    const first = pieces[0];
    const last = pieces.at(-1);
    // Answers take a while, and no event tells of text that a page writes into a node it has.
    const isAsRead = ({ node, at, from, to }: Piece) =>
      node.data.slice(from, to) === this.#text.slice(at, at + to - from);
    if (!first || !last || !pieces.every(isAsRead)) return null;
    return {
      target: pieces.map(({ node }) => node),
      from: Math.max(first.from, first.from + start - first.at),
      to: Math.min(last.to, last.from + end - last.at),
    };
  }
}
