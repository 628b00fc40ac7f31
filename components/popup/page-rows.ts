import type { Mention } from '../../core/match/mention';
import type { PagePaper } from '../../core/match/resolution';
import type { ReadingStatus } from '../../core/reading-list/entry';
import type { Recognisable } from '../../core/reading-list/findable-list';
import { plainTitle } from '../../core/text/title-key';
import type { BylineFacts } from '../byline';
import type { PaperRef } from './ports';

/** A paper as a row of a list shows it. */
export interface PaperRowData {
  readonly key: string;
  readonly ref: PaperRef;
  readonly title: string | null;
  readonly facts: BylineFacts;
  readonly status: ReadingStatus | null;
  /** Neither known nor with an abstract on the page: little to show, so it stands back. */
  readonly faint: boolean;
}

/** A paper of the page: what it was named by, and what it is recognised by. */
export interface PageRowData extends PaperRowData {
  readonly mention: Mention;
  readonly paper: Recognisable;
}

/** The page's papers as rows, in page order. */
export function pageRows(papers: readonly PagePaper[]): readonly PageRowData[] {
  return papers.map(({ mention, resolution }, index) => ({
    key: String(index),
    ref: { mention },
    mention,
    paper: {
      id: resolution?.paperId ?? null,
      title: resolution?.title ?? mention.title ?? '',
      otherTitles: [],
      arxiv: mention.arxiv,
      authors: mention.authors,
      doi: mention.doi,
      url: mention.url,
      pdf: mention.pdf,
    },
    title: resolution?.title ?? nameOf(mention),
    facts: mention,
    status: resolution?.status ?? null,
    faint: resolution === null && mention.abstract === null,
  }));
}

function nameOf(mention: Mention): string | null {
  if (mention.title !== null) return plainTitle(mention.title);
  return mention.arxiv === null ? mention.doi : `arXiv:${mention.arxiv}`;
}
