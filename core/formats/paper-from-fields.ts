import { arxivIdOfUrl, findArxivId } from '../identity/arxiv-id';
import { doiOfUrl, findDoi } from '../identity/doi';
import { httpUrl } from '../identity/links';
import { identifiersOf, paperOfMention } from '../identity/paper-id';
import type { Paper } from '../paper';
import { decodeEntities } from '../text/entities';
import { plainTitle } from '../text/title-key';
import { clip } from '../text/well-formed';
import { nameInReadingOrder } from './author-names';

/** What a record of any format says, as it says it. */
export interface RecordFields {
  readonly title: string | null;
  readonly abstract: string | null;
  /** "Jan Berg" or "Berg, Jan". */
  readonly authors: readonly string[];
  /** In any form that has the year in four digits. */
  readonly date: string | null;
  readonly venue: string | null;
  /** Fields that are made for an arXiv id (`eprint`). */
  readonly arxiv: string | null;
  /** Fields that are made for a DOI, with or without resolver. */
  readonly doi: string | null;
  /** Addresses; the first that is one of no PDF becomes the paper's. They may hold identifiers. */
  readonly urls: readonly string[];
  /** Fields that are made for the address of the PDF, whatever it ends in. */
  readonly pdf: string | null;
  readonly code: string | null;
}

/** A record that states nothing; formats add what theirs says. */
export const NO_FIELDS: RecordFields = {
  title: null,
  abstract: null,
  authors: [],
  date: null,
  venue: null,
  arxiv: null,
  doi: null,
  urls: [],
  pdf: null,
  code: null,
};

/** Cut before anything is searched in it; what a paper keeps is shorter. */
const FIELD_CHARS_MAX = 30_000;
const LINE_CHARS_MAX = 2_000;
const URLS_MAX = 10;
const AUTHORS_MAX = 200;

/** Mark-up that publishers leave in abstracts. Anything else between angle brackets is text. */
const ABSTRACT_TAG =
  /<\/?(?:jats:[a-z-]{1,20}|p|div|span|br|b|i|u|em|strong|sub|sup|sec|title|h\d|scp?|inf|italic|bold)(?:\s[^<>]{0,200})?\/?>/gi;

/** Why a record is no paper. */
export type NoPaper = 'no-title';

/**
 * One record as a paper: plain text of bounded length, checked identifiers and addresses, names in reading order.
 * Every import format makes its papers here. A record without a title is none.
 */
export function paperFromFields(fields: RecordFields): Paper | NoPaper {
  const title = fields.title === null ? '' : plainTitle(fields.title);
  if (title === '') return 'no-title';
  const urls = fields.urls.slice(0, URLS_MAX).flatMap((text) => addressesIn(text));
  const [pdf = null] = fields.pdf === null ? [] : addressesIn(fields.pdf);
  const paper = paperOfMention({
    title,
    abstract: fields.abstract === null ? null : withoutTags(clip(fields.abstract, FIELD_CHARS_MAX)),
    authors: fields.authors
      .slice(0, AUTHORS_MAX)
      .map((name) => nameInReadingOrder(clip(name, LINE_CHARS_MAX))),
    year: yearOf(fields.date),
    venue: fields.venue === null ? null : clip(fields.venue, LINE_CHARS_MAX),
    ...identifiers(fields, pdf === null ? urls : [...urls, pdf]),
    url: urls.find((url) => !isPdf(url))?.href ?? null,
    pdf: (pdf ?? urls.find(isPdf))?.href ?? null,
  });
  // A title of signs alone has no key, so without identifiers the paper could never be found again.
  if (paper === null) return 'no-title';
  return { ...paper, code: httpUrl(fields.code) };
}

/** Fields made for identifiers go before addresses, and those before a journal such as "arXiv preprint arXiv:2110.06014". */
function identifiers(
  fields: RecordFields,
  urls: readonly URL[],
): { readonly arxiv: string | null; readonly doi: string | null } {
  const venue = clip(fields.venue ?? '', LINE_CHARS_MAX);
  const stated = identifiersOf({
    arxiv: fields.arxiv === null ? null : clip(fields.arxiv, LINE_CHARS_MAX),
    doi: fields.doi === null ? null : clip(fields.doi, LINE_CHARS_MAX),
  });
  return {
    arxiv: stated.arxiv ?? firstOf(urls, arxivIdOfUrl) ?? findArxivId(venue),
    doi: stated.doi ?? firstOf(urls, doiOfUrl) ?? findDoi(venue),
  };
}

function firstOf(urls: readonly URL[], idOf: (url: URL) => string | null): string | null {
  for (const url of urls) {
    const id = idOf(url);
    if (id !== null) return id;
  }
  return null;
}

/** The web addresses of a field: one, or several with gaps or semicolons between. */
function addressesIn(text: string): readonly URL[] {
  return decodeEntities(clip(text, LINE_CHARS_MAX * 2))
    .split(/[\s;|]+/, URLS_MAX)
    .map(httpUrl)
    .filter((href) => href !== null)
    .map((href) => new URL(href));
}

const isPdf = (url: URL): boolean => /\.pdf$/i.test(url.pathname) || /^\/(?:doi\/)?pdf\//i.test(url.pathname);

/** The first number of a date that can be a year: "2020-05", "05/2020", "May 4, 2020", "c2020". */
function yearOf(date: string | null): number | null {
  const digits = date === null ? null : /(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)/.exec(date.slice(0, 100));
  return digits === null ? null : Number(digits[0]);
}

function withoutTags(abstract: string): string {
  const decoded = decodeEntities(abstract);
  return decoded.includes('<') ? decoded.replace(ABSTRACT_TAG, ' ') : decoded;
}
