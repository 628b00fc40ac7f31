import { type PaperFacts, type Reader, resolveLink, textsOf } from '../kit';
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
  const pdf = links?.querySelector('a[href$=".pdf"]')?.getAttribute('href') ?? null;
  return {
    authors: textsOf(authors?.querySelectorAll('form a') ?? []),
    pdf: address && (resolveLink(pdf, address)?.href ?? null),
    year: Number(/\d{4}/.exec(address?.pathname ?? '')?.[0]),
  };
}

const cvf = tableReader({
  name: 'cvf',
  own: () => ({}),
  rows: [{ row: 'dt.ptitle', title: 'a', more: besides }],
});

export const readers: readonly Reader[] = [cvf];
