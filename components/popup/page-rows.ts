import type { PagePaper } from '../../core/match/resolution';
import type { PaperId } from '../../core/paper';
import type { ReadingStatus } from '../../core/reading-list/entry';
import { plainTitle } from '../../core/text/title-key';
import type { BylineFacts } from '../byline';
import type { PaperRef } from './ports';

/** A paper as a row of a list shows it. */
export interface PaperRowData {
  readonly key: string;
  readonly ref: PaperRef;
  readonly paperId: PaperId | null;
  readonly title: string | null;
  readonly facts: BylineFacts;
  readonly status: ReadingStatus | null;
  /** Neither known nor with an abstract on the page: little to show, so it stands back. */
  readonly faint: boolean;
}

/** The page's papers as rows, in page order. */
export function pageRows(papers: readonly PagePaper[]): readonly PaperRowData[] {
  return papers.map(({ mention, resolution }, index) => ({
    key: String(index),
    ref: { mention },
    paperId: resolution?.paperId ?? null,
    title: resolution?.title ?? nameOf(mention),
    facts: mention,
    status: resolution?.status ?? null,
    faint: resolution === null && mention.abstract === null,
  }));
}

function nameOf(mention: PagePaper['mention']): string | null {
  if (mention.title !== null) return plainTitle(mention.title);
  return mention.arxiv === null ? mention.doi : `arXiv:${mention.arxiv}`;
}
