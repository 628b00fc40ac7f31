/** Part of the abstract, in UTF-16 code units: `abstract.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Words of the abstract. `text` is its spans joined by a space, each run of white space (an abstract wrapped at 80 columns) folded
 * into one, with a capital first and a full stop last.
 */
export interface Excerpt {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** What the paper does, in the abstract's own words. */
export interface Summary extends Excerpt {
  /** What a second sentence adds, for those who ask for it; null where none does. */
  readonly second: Excerpt | null;
  /** `sentence`: chosen, and whole; `parts`: chosen and shortened; `first`: the first sentence, of a text that is not English. */
  readonly kind: 'sentence' | 'parts' | 'first';
}

/** What `summarise` is: it never throws. */
export type Summarise = (title: string, abstract: string) => Summary | null;
