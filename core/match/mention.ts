/**
 * A place on a page that names a paper, as text only: what a reader of a site found there. It crosses from the page
 * to the background, so everything in it is untrusted. At least one of title, arxiv, doi and url is present.
 */
export interface Mention {
  /** As it stands on the page, with whatever prefixes, TeX and numbering it has there. */
  readonly title: string | null;
  /** arXiv id without version. */
  readonly arxiv: string | null;
  readonly doi: string | null;
  /** Where the page itself shows the abstract. */
  readonly abstract: string | null;
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly venue: string | null;
  /** http(s) address of the paper's own page, if the mention is or has a link to it. */
  readonly url: string | null;
  readonly pdf: string | null;
}

/** Which rule made a match, in the order they are tried; shown in the card. */
export type MatchRule = 'arxiv' | 'doi' | 'page' | 'title' | 'other-title' | 'truncated' | 'fuzzy';
