import { arxivIdOfDoi, arxivIdOfUrl, findArxivId } from '../identity/arxiv-id';
import { doiOfUrl, findDoi } from '../identity/doi';
import type { TextRange } from './text-block';

/** An identifier written out in a text; one of the two is there. */
export interface WrittenIdentifier extends TextRange {
  readonly arxiv: string | null;
  readonly doi: string | null;
}

/** What may be one, to be read by the rules of `core/identity`: an address, "arXiv:…", "doi:…" or a bare DOI. */
const MAY_BE = new RegExp(
  [
    'https?:\\/\\/[^\\s<>"\\u2028\\u2029]{8,400}',
    '(?<![\\p{L}\\p{N}/.])(?:www\\.)?(?:arxiv|doi|aclanthology)\\.org\\/[^\\s<>"\\u2028\\u2029]{4,300}',
    '(?<![\\p{L}\\p{N}])arxiv\\s?(?:preprint\\s?)?(?:id)?\\s?[:.]?\\s?[\\w.-]{2,20}(?:\\/\\d{7}|\\.\\d{4,5}|\\d)(?:v\\d{1,2})?',
    '(?<![\\p{L}\\p{N}/.:-])[a-z-]{2,8}(?:\\.[a-z]{2})?\\/\\d{7}(?:v\\d{1,2})?(?!\\d)',
    '(?<![\\p{L}\\p{N}/.])10\\.\\d{4,9}\\/[^\\s\\u2028\\u2029]{1,300}',
  ].join('|'),
  'giu',
);
const FOUND_MAX = 2_000;
/** The Anthology's papers since 2020, and those with older ids, have their id for a DOI. */
const ACL_PAGE = /^\/(?:anthology\/)?([A-Z]\d\d-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)(?:\.pdf|\/)?$/;

/** The arXiv ids and DOIs of a text that stand there written out, in its order, also as addresses that are no links. */
export function identifiersInText(text: string): WrittenIdentifier[] {
  const found: WrittenIdentifier[] = [];
  for (const { 0: piece, index } of text.matchAll(MAY_BE)) {
    const identifier = read(piece);
    if (!identifier) continue;
    const end = index + lengthShown(piece, identifier);
    found.push({ start: index, end, ...identifier });
    if (found.length === FOUND_MAX) break;
  }
  return found;
}

type Identifier = Pick<WrittenIdentifier, 'arxiv' | 'doi'>;

function read(piece: string): Identifier | null {
  if (/^(?:https?:|www\.|(?:arxiv|doi|aclanthology)\.org\/)/i.test(piece)) return ofAddress(piece);
  if (piece.startsWith('10.')) return ofDoi(findDoi(piece));
  const arxiv = findArxivId(piece.replace(/^arxiv\s?(?:preprint\s?)?(?:id)?\s?[:.]?\s?/i, 'arXiv:'));
  return arxiv === null ? null : { arxiv, doi: null };
}

function ofAddress(piece: string): Identifier | null {
  const address = piece.replace(piece.includes('(') ? /[.,;:!?'"]+$/ : /[.,;:!?'")\]}]+$/, '');
  let url: URL;
  try {
    url = new URL(/^https?:/i.test(address) ? address : `https://${address}`);
  } catch {
    return null;
  }
  const arxiv = arxivIdOfUrl(url);
  if (arxiv !== null) return { arxiv, doi: null };
  const acl = /(?:^|\.)acl(?:anthology|web)\.org$/.test(url.hostname)
    ? ACL_PAGE.exec(url.pathname)?.[1]
    : null;
  return ofDoi(acl ? `10.18653/v1/${acl.toLowerCase()}` : doiOfUrl(url));
}

function ofDoi(doi: string | null): Identifier | null {
  if (doi === null) return null;
  const arxiv = arxivIdOfDoi(doi);
  return { arxiv, doi: arxiv === null ? doi : null };
}

/** Without the stop, the bracket or the quotation mark that the sentence puts after it. */
function lengthShown(piece: string, { arxiv, doi }: Identifier): number {
  const known = arxiv === null ? doi : arxiv.replace(/^.*\//, '');
  const at = known === null ? -1 : piece.toLowerCase().lastIndexOf(known.replace(/^10\.18653\/v1\//, ''));
  const shown = at < 0 ? piece.length : at + (known ?? '').replace(/^10\.18653\/v1\//, '').length;
  const version = arxiv === null ? null : /^v\d{1,2}(?!\d)/i.exec(piece.slice(shown));
  return shown + (version?.[0].length ?? 0);
}
