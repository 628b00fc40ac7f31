import { arxivIdOfUrl, type PaperFacts, type Reader, resolveLink, textsOf } from '../kit';
import { tableReader } from '../table-reader';

export const matches: readonly string[] = ['*://openaccess.thecvf.com/*', '*://www.ecva.net/papers*'];

/*
 * Selectors as of 2026-11; the conferences of all years are made with one template.
 * row      dt.ptitle > a, then dd with a form for each author, then dd with the links
 * paper    citation_* in the head, #papertitle, #abstract
 */
function besides(row: Element, address: URL | null): PaperFacts {
  const authors = row.nextElementSibling;
  const links = authors?.nextElementSibling;
  const to = (selector: string): URL | null => {
    const href = links?.querySelector(selector)?.getAttribute('href') ?? null;
    return address && resolveLink(href, address);
  };
  const arxiv = to('a[href*="arxiv.org/"]');
  return {
    authors: textsOf(authors?.querySelectorAll('form a') ?? []),
    arxiv: arxiv && arxivIdOfUrl(arxiv),
    pdf: to('a[href$=".pdf"]')?.href ?? null,
    year: Number(/\d{4}/.exec(address?.pathname ?? '')?.[0]),
  };
}

const cvf = tableReader({
  name: 'cvf',
  own: () => ({}),
  rows: [{ row: 'dt.ptitle', title: 'a', more: besides }],
});

export const readers: readonly Reader[] = [cvf];
