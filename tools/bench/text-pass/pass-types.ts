/** Who looks for titles in a page's text. */
export const PASSES = ['paperkin', 'regular expression', 'mark.js'] as const;

/** One of them, by its name in the tables. */
export type PassName = (typeof PASSES)[number];

/** What one look came to. */
export interface Passed {
  readonly ms: number;
  /** Places found. */
  readonly found: number;
}

/** What the page of the benchmark can be told. Each call answers by a promise. */
export interface TextPassPage {
  /** Shows the text and makes ready what each needs; milliseconds of that. */
  readonly prepare: (name: PassName, html: string, titles: readonly string[]) => Promise<number>;
  readonly pass: () => Promise<Passed>;
}
