import type { Mention } from '../match/mention';
import type { Paper, PaperId } from '../paper';
import { plainText, SHAPELESS } from '../text/plain-text';
import { plainTitle, titleKey } from '../text/title-key';
import { clip, wellFormed } from '../text/well-formed';
import { arxivIdOfDoi, findArxivId, postedIn } from './arxiv-id';
import { findDoi } from './doi';
import { httpUrl } from './links';

/** What is kept of a paper at most, in UTF-16 units and in number. */
export const ABSTRACT_CHARS_MAX = 20_000;
export const VENUE_CHARS_MAX = 300;
export const AUTHORS_MAX = 200;
export const AUTHOR_CHARS_MAX = 200;

interface Identifiers {
  readonly arxiv: string | null;
  /** Never one of arXiv's own DOIs: those say the arXiv id, and a paper has one identity. */
  readonly doi: string | null;
}

/** The identifiers that somebody states, checked; an arXiv DOI is read as the arXiv id it contains. */
export function identifiersOf(facts: {
  readonly arxiv: string | null;
  readonly doi: string | null;
}): Identifiers {
  const doi = facts.doi === null ? null : findDoi(facts.doi);
  const inDoi = arxivIdOfDoi(doi);
  const stated = facts.arxiv === null ? null : findArxivId(facts.arxiv);
  return { arxiv: stated ?? inDoi, doi: inDoi === null ? doi : null };
}

/** The identity of a paper: by arXiv id, else DOI, else title key; null when it has none of the three. */
export function paperIdOf(facts: Pick<Mention, 'arxiv' | 'doi' | 'title'>): PaperId | null {
  const { arxiv, doi } = identifiersOf(facts);
  if (arxiv !== null) return `arxiv:${arxiv}`;
  if (doi !== null) return `doi:${doi}`;
  const key = facts.title === null ? '' : titleKey(plainTitle(facts.title));
  return key === '' ? null : `title:${key}`;
}

function abstractOf(raw: string | null): string | null {
  if (raw === null) return null;
  const text = wellFormed(clip(raw, ABSTRACT_CHARS_MAX))
    // Single blanks are left alone: a corpus has 150 in each of millions of abstracts.
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .replace(SHAPELESS, '')
    .trim()
    // arXiv's search results: the descriptor before, and the buttons that fold the abstract after it.
    .replace(/^Abstract ?[:.—–-] ?/i, '')
    .replace(/ ?(?:▽ More|△ Less)$/, '');
  return text === '' ? null : text;
}

function lineOf(raw: string | null, charsMax: number): string | null {
  const line = raw === null ? '' : clip(plainText(raw), charsMax).trimEnd();
  return line === '' ? null : line;
}

/** A mention's year if it can be one; else the year in which arXiv says it was posted. */
function datesOf(mention: Mention, arxiv: string | null): Pick<Paper, 'year' | 'month'> {
  const posted = arxiv === null ? null : postedIn(arxiv);
  const isYear =
    Number.isInteger(mention.year) && mention.year !== null && mention.year >= 1500 && mention.year <= 2200;
  const year = isYear ? mention.year : (posted?.year ?? null);
  return { year, month: posted?.year === year ? (posted?.month ?? null) : null };
}

/**
 * What a page says of a paper, as a paper; null when the mention names none (no title and no identifier). Without a
 * title the identifier stands in for it.
 */
export function paperOfMention(mention: Mention): Paper | null {
  const id = paperIdOf(mention);
  if (id === null) return null;
  const { arxiv, doi } = identifiersOf(mention);
  const title = mention.title === null ? '' : plainTitle(mention.title);
  return {
    id,
    title: title === '' ? (arxiv === null ? (doi ?? '') : `arXiv:${arxiv}`) : title,
    otherTitles: [],
    abstract: abstractOf(mention.abstract),
    authors: mention.authors
      .slice(0, AUTHORS_MAX)
      .map((author) => lineOf(author, AUTHOR_CHARS_MAX))
      .filter((author) => author !== null),
    ...datesOf(mention, arxiv),
    venue: lineOf(mention.venue, VENUE_CHARS_MAX),
    arxiv,
    doi,
    url: httpUrl(mention.url),
    pdf: httpUrl(mention.pdf),
    code: null,
  };
}
