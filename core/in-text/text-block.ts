/** Where in a page a block of text stands. */
export type BlockKind = 'text' | 'heading' | 'item' | 'cell';

/** What the page marks a stretch of text as; `other` is an element without a meaning, such as a span. */
export type SpanKind = 'other' | 'link' | 'emphasis' | 'quote';

/** A stretch of a block that is one element of the page. Offsets in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: SpanKind;
}

/** A paragraph, heading, list item or cell as a page shows it, inline elements crossed. Untrusted, like all from a page. */
export interface TextBlock {
  /** Line breaks of the page are U+2028; what may not be crossed (code) is `WALL`. */
  readonly text: string;
  readonly kind: BlockKind;
  readonly spans: readonly TextSpan[];
}

/** A place in a block. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
