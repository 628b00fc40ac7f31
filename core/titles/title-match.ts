/** Which rule found a title: the same key, a beginning that only one title has, or a few letters' difference. */
export type TitleRule = 'title' | 'truncated' | 'fuzzy';

/** A paper that a title names. */
export interface TitleMatch {
  /** Number of the paper in its corpus. */
  readonly ordinal: number;
  readonly rule: TitleRule;
  /** 0 to 1. */
  readonly confidence: number;
  /**
   * The title is short, a common phrase, near to several, or a beginning that no ellipsis marks as one: not enough by itself. A link, an author, a year or the
   * place on the page has to speak for it.
   */
  readonly needsSupport: boolean;
}

/** A title that stands in a text: `text.slice(start, end)`. */
export interface TitleSighting {
  /** Offsets in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Papers of that title. */
  readonly ordinals: readonly number[];
  /** Letters and digits of the title. */
  readonly letters: number;
  /** As in `TitleMatch`: short, or a common phrase. */
  readonly needsSupport: boolean;
}
