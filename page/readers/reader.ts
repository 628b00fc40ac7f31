import type { Mention } from '../../core/match/mention';

/** A mention together with where it stands on the page. */
export interface PageMention {
  readonly mention: Mention;
  /**
   * The nodes whose text is the title as shown (or the link's text): the underline runs below them and the pointer over
   * them opens the card. More than one where a descriptor such as "Title:" shares the element. Never empty.
   */
  readonly target: readonly Node[];
  /** Where the title is a part of running text: its offset in the first node of `target`, which are text nodes then. */
  readonly from?: number;
  /** And where it ends in the last one. */
  readonly to?: number;
  /** A link to the paper apart from its title, for titles that are no links: focus there opens the card as well. */
  readonly handle?: Element | null;
}

/**
 * Reads one kind of page. It looks and never touches: no attribute, style or event of the page is changed. What it finds
 * is in page order. A reader never throws on odd mark-up: it finds less.
 */
export interface Reader {
  /** For people and tests: `arxiv-listing`. */
  readonly name: string;
  /**
   * A page about one `paper` shows other papers as links only, so the page's links are read as well. On a `list` what
   * the reader finds is all there is.
   */
  readonly about: 'paper' | 'list';
  /** Whether its rows are all that the page names papers in: then its text is not looked through. */
  readonly isComplete?: true;
  /** Whether this reader is for the page, by its template or path; the addresses of the site are `matches` of its file. */
  readonly fits: (url: URL, doc: Document) => boolean;
  /**
   * Lazily, so that the scan can stop for breath between two mentions. Null is a breath where there is no mention: a
   * reader that looks at much and finds nothing yields one every few hundred steps.
   */
  readonly read: (doc: Document, url: URL) => Iterable<PageMention | null>;
}

/** What a file of `sites/` exports. */
export interface Site {
  /**
   * Its addresses, as match patterns of the manifest. No two sites share an address. Sites that change pages without
   * loading are matched whole, since a navigation within the document brings no script.
   */
  readonly matches: readonly string[];
  /** The first that fits is taken; none for a site that the generic readers read well. */
  readonly readers: readonly Reader[];
}
