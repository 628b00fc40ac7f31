/**
 * The one identity of a paper inside Paperkin, made by `paperIdOf`: `arxiv:2110.06014`, `doi:10.1016/j.x`,
 * or, for a paper without identifiers, `title:` and its title key.
 */
export type PaperId = string;

/** A paper as a corpus or a page states it. Absent facts are `null` or empty; nothing is ever guessed. */
export interface Paper {
  readonly id: PaperId;
  /** As printed, without TeX: plain text, one line. */
  readonly title: string;
  /** Titles of other versions of the same paper (a preprint renamed at publication). */
  readonly otherTitles: readonly string[];
  readonly abstract: string | null;
  /** Full names in the paper's order. */
  readonly authors: readonly string[];
  readonly year: number | null;
  /** 1 to 12: month of the first posting. */
  readonly month: number | null;
  /** As a reader would cite it: "NeurIPS 2020". */
  readonly venue: string | null;
  /** Without version and prefix: `2110.06014` or `math/0211159`. */
  readonly arxiv: string | null;
  /** Lower case, without resolver: `10.1016/j.patter.2023.100729`. */
  readonly doi: string | null;
  /** http(s) address of the page that describes it, where neither identifier gives one. */
  readonly url: string | null;
  /** http(s) address of the PDF, where the arXiv id does not give it. */
  readonly pdf: string | null;
  /** http(s) address of its code. */
  readonly code: string | null;
}

/** A paper without its abstract: what lists, kin and search results carry over the wire. */
export type PaperBrief = Omit<Paper, 'abstract'>;
