import { httpUrl } from '../identity/links';
import { libraryPageOf } from '../identity/library-page';
import { paperOfMention } from '../identity/paper-id';
import type { Mention } from '../match/mention';
import type { Paper } from '../paper';
import { clip } from '../text/well-formed';

/** arXiv takes 1,920 characters, medical journals up to some 3,000; what a page says beyond is cut off. */
const ABSTRACT_CHARS_MAX = 4_000;
const AUTHORS_MAX = 60;
const AUTHOR_CHARS_MAX = 60;
const LINK_CHARS_MAX = 500;

/** A paper that a page showed with its abstract, and the day it did. */
export interface VisitedPaper {
  readonly id: Paper['id'];
  readonly paper: Paper;
  /** See `dayOf`. */
  readonly day: number;
}

export const DAY_MS = 86_400_000;

/** Days since the epoch: of a visit no more than that is kept. */
export const dayOf = (ms: number): number => Math.floor(ms / DAY_MS);

/** The paper as it is kept, or null for what is no paper with an abstract. At most some 10,000 characters, whatever the page says. */
export function visitedPaper(mention: Mention): Paper | null {
  const paper = paperOfMention(mention);
  if (paper === null || paper.abstract === null) return null;
  const isNamed = paper.arxiv !== null || paper.doi !== null;
  return {
    ...paper,
    abstract: clip(paper.abstract, ABSTRACT_CHARS_MAX),
    authors: paper.authors.slice(0, AUTHORS_MAX).map((author) => clip(author, AUTHOR_CHARS_MAX)),
    // An identifier leads there as well.
    url: isNamed ? null : ownLink(paper.url),
    pdf: paper.arxiv === null ? ownLink(paper.pdf) : null,
  };
}

/** A link of the paper's own: what follows "?" may be the reader's (a session, a search), but in libraries that name papers by it. */
function ownLink(address: string | null): string | null {
  const href = httpUrl(address);
  if (href === null || href.length > LINK_CHARS_MAX) return null;
  const url = new URL(href);
  if (libraryPageOf(url) !== null) return href;
  return url.search === '' && url.hash === '' && url.username === '' ? href : null;
}

const CUT_OFF = /\s*(?:…|\.\.\.)$/;

/**
 * What is kept of a paper that is seen again: what the page says now, but for an abstract that it cuts off. A title alone is a
 * weaker identity than an identifier, so it never takes the place of one.
 */
export function seenAgain(held: Paper, now: Paper): Paper {
  const isWeaker = now.id !== held.id && now.arxiv === null && now.doi === null;
  if (isWeaker) return held;
  const told = (now.abstract ?? '').replace(CUT_OFF, '');
  return held.abstract?.startsWith(told) ? { ...now, abstract: held.abstract } : now;
}
