/** Part of the abstract, in UTF-16 code units: `abstract.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What the paper does, in the abstract's own words. `text` is the spans of the abstract joined by a space, each run of
 * white space (an abstract wrapped at 80 columns) folded into one space.
 */
export interface Summary {
  readonly text: string;
  readonly spans: readonly Span[];
}
