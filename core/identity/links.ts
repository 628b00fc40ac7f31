import type { PaperBrief } from '../paper';

/** Browsers and servers agree up to about this length; longer ones are data in disguise. */
const URL_CHARS_MAX = 2_000;

/** The address, if it is a well-formed http(s) one; everything from a page passes through here. */
export function httpUrl(address: string | null): string | null {
  if (address === null || address.length > URL_CHARS_MAX) return null;
  const url = parsed(address);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  // "https://arxiv.org@example.com/" shows one host and goes to another.
  if (url.username !== '' || url.password !== '') return null;
  // Escaping makes a foreign character nine.
  return url.href.length <= URL_CHARS_MAX ? url.href : null;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** An identifier as the path of an address: only its slashes are not escaped. */
function asPath(identifier: string): string {
  return identifier.split('/').map(encodeURIComponent).join('/');
}

/** Where a reader goes to see the paper: its arXiv page, its DOI, or the page it was read on. */
export function pageLink(paper: Pick<PaperBrief, 'arxiv' | 'doi' | 'url'>): string | null {
  if (paper.arxiv !== null) return `https://arxiv.org/abs/${asPath(paper.arxiv)}`;
  if (paper.doi !== null) return `https://doi.org/${asPath(paper.doi)}`;
  return httpUrl(paper.url);
}

/** Its PDF on arXiv, else the one that was stated; null when none is known. */
export function pdfLink(paper: Pick<PaperBrief, 'arxiv' | 'pdf'>): string | null {
  return paper.arxiv === null ? httpUrl(paper.pdf) : `https://arxiv.org/pdf/${asPath(paper.arxiv)}`;
}
