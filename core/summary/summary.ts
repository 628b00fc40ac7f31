/** Part of the abstract, in UTF-16 code units: `abstract.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What the paper does, in the abstract's own words. `text` is the spans of the abstract joined by a space, each run of
 * white space (an abstract wrapped at 80 columns) folded into one, with a capital first and a full stop last.
 */
export interface Summary {
  readonly text: string;
  readonly spans: readonly Span[];
  /** `sentence`: chosen, and whole; `parts`: chosen and shortened; `first`: the first sentence, of a text that is not English. */
  readonly kind: 'sentence' | 'parts' | 'first';
}

/** What `summarise` is: it never throws. */
export type Summarise = (title: string, abstract: string) => Summary | null;
