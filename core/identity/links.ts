import type { PaperBrief } from '../paper';

/** The address, if it is a well-formed http(s) one; everything from a page passes through here. */
export function httpUrl(_address: string | null): string | null {
  throw new Error('not built yet');
}

/** Where a reader goes to see the paper: its arXiv page, its DOI, or the page it was read on. */
export function pageLink(_paper: Pick<PaperBrief, 'arxiv' | 'doi' | 'url'>): string | null {
  throw new Error('not built yet');
}

export function pdfLink(_paper: Pick<PaperBrief, 'arxiv' | 'pdf'>): string | null {
  throw new Error('not built yet');
}
