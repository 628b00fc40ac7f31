import { arxivIdOfDoi, arxivIdOfUrl, findArxivId } from '../identity/arxiv-id';
import { doiOfUrl, findDoi } from '../identity/doi';
import { libraryPageOf, likelyDoiOf } from '../identity/library-page';
import type { TextRange } from './text-block';

/** An identifier written out in a text; one of the three is there. */
export interface WrittenIdentifier extends TextRange {
  readonly arxiv: string | null;
  readonly doi: string | null;
  /** The paper's page in a library, which its id there names (OpenReview, ACL Anthology, PubMed, PMC). */
  readonly page: string | null;
}

/**
 * What may be one, to be read by the rules of `core/identity`: an address, "arXiv:…", "doi:…", a bare DOI, "PMID: 1234567",
 * "PMC1234567", "2022.acl-long.125".
 */
const MAY_BE = new RegExp(
  [
    'https?:\\/\\/[^\\s<>"\\u2028\\u2029]{8,400}',
    '(?<![\\p{L}\\p{N}/.])(?:www\\.)?(?:(?:arxiv|doi|aclanthology|europepmc)\\.org|openreview\\.net|(?:pubmed|pmc)\\.ncbi\\.nlm\\.nih\\.gov)\\/[^\\s<>"\\u2028\\u2029]{4,300}',
    '(?<![\\p{L}\\p{N}])arxiv\\s?(?:preprint\\s?)?(?:id)?\\s?[:.]?\\s?[\\w.-]{2,20}(?:\\/\\d{7}|\\.\\d{4,5}|\\d)(?:v\\d{1,2})?',
    '(?<![\\p{L}\\p{N}/.:-])[a-z-]{2,8}(?:\\.[a-z]{2})?\\/\\d{7}(?:v\\d{1,2})?(?!\\d)',
    '(?<![\\p{L}\\p{N}])(?:(?:pmid|pubmed\\s?id)\\s?[:#]?\\s?\\d{4,8}|pubmed:?\\s?\\d{7,8})(?![\\d.]?\\d)',
    '(?<![\\p{L}\\p{N}])(?:pmcid\\s?[:#]?\\s?)?pmc\\d{4,9}(?!\\d)',
    '(?<![\\p{L}\\p{N}/.-])(?:(?:19|20)\\d\\d\\.[a-z][a-z0-9_]*-[a-z0-9_]+\\.\\d{1,4}|acl\\s(?:anthology)?\\s?(?:id)?\\s?:?\\s?[a-z]\\d\\d-\\d{4})(?![\\p{L}\\p{N}]|[.-]\\p{N})',
    '(?<![\\p{L}\\p{N}/.])10\\.\\d{4,9}\\/[^\\s\\u2028\\u2029]{1,300}',
  ].join('|'),
  'giu',
);
const FOUND_MAX = 2_000;

/** The identifiers of papers that stand in a text written out, in its order, also as addresses that are no links. */
export function identifiersInText(text: string): WrittenIdentifier[] {
  const found: WrittenIdentifier[] = [];
  for (const { 0: piece, index } of text.matchAll(MAY_BE)) {
    const identifier = read(piece);
    if (!identifier) continue;
    const { arxiv, doi, page } = identifier;
    found.push({ start: index, end: index + lengthShown(piece, identifier), arxiv, doi, page });
    if (found.length === FOUND_MAX) break;
  }
  return found;
}

type Identifier = Pick<WrittenIdentifier, 'arxiv' | 'doi' | 'page'> & {
  /** What of the piece ends it, in small letters. */
  readonly shown: string;
};

/** Ids that are no addresses, as the address of their page. */
const SPELLINGS: readonly { readonly written: RegExp; readonly page: string }[] = [
  { written: /^(?:pmid|pubmed)[^./]{0,8}?(\d+)$/i, page: 'https://pubmed.ncbi.nlm.nih.gov/$1/' },
  { written: /^(?:pmcid.*?)?pmc(\d+)$/i, page: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC$1/' },
  { written: /^(\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)$/, page: 'https://aclanthology.org/$1/' },
  { written: /^acl\s.*?([a-z]\d\d-\d{4})$/i, page: 'https://aclanthology.org/$1/' },
];

const ADDRESS = /^(?:https?:|(?:[a-z-]+\.)+(?:org|net|gov)\/)/i;

function read(piece: string): Identifier | null {
  const spelling = SPELLINGS.find(({ written }) => written.test(piece));
  if (spelling) return ofPage(piece.replace(spelling.written, spelling.page), piece);
  if (piece.startsWith('10.')) return ofDoi(findDoi(piece));
  if (ADDRESS.test(piece)) return ofAddress(piece);
  return ofArxiv(findArxivId(piece.replace(/^arxiv\s?(?:preprint\s?)?(?:id)?\s?[:.]?\s?/i, 'arXiv:')));
}

function ofAddress(piece: string): Identifier | null {
  const address = piece.replace(piece.includes('(') ? /[.,;:!?'"]+$/ : /[.,;:!?'")\]}]+$/, '');
  let url: URL;
  try {
    url = new URL(/^https?:/i.test(address) ? address : `https://${address}`);
  } catch {
    return null;
  }
  const page = libraryPageOf(url);
  return ofArxiv(arxivIdOfUrl(url)) ?? ofDoi(doiOfUrl(url)) ?? (page === null ? null : ofPage(page, address));
}

function ofArxiv(arxiv: string | null): Identifier | null {
  return arxiv === null ? null : { arxiv, doi: null, page: null, shown: arxiv.replace(/^.*\//, '') };
}

function ofDoi(doi: string | null): Identifier | null {
  return ofArxiv(arxivIdOfDoi(doi)) ?? (doi === null ? null : { arxiv: null, doi, page: null, shown: doi });
}

/** The Anthology's papers since 2020, and some before, have their id for a DOI. */
function ofPage(page: string, written: string): Identifier {
  const id = /([^/=]+)\/?$/.exec(page)?.[1]?.toLowerCase() ?? '';
  const isShown = written.toLowerCase().includes(id);
  return { arxiv: null, doi: likelyDoiOf(page), page, shown: isShown ? id : written.toLowerCase() };
}

/** Without the stop, the bracket or the quotation mark that the sentence puts after it. */
function lengthShown(piece: string, { arxiv, shown }: Identifier): number {
  const at = piece.toLowerCase().lastIndexOf(shown);
  const length = at < 0 ? piece.length : at + shown.length;
  const version = arxiv === null ? null : /^v\d{1,2}(?!\d)/i.exec(piece.slice(length));
  return length + (version?.[0].length ?? 0);
}
