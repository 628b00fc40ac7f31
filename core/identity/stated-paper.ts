import type { Paper } from '../paper';
import { plainLine } from '../text/plain-text';
import { TITLE_CHARS_MAX, titleKey } from '../text/title-key';
import { clip, wellFormed } from '../text/well-formed';
import { httpUrl } from './links';
import {
  ABSTRACT_CHARS_MAX,
  AUTHOR_CHARS_MAX,
  AUTHORS_MAX,
  identifiersOf,
  VENUE_CHARS_MAX,
} from './paper-id';

const OTHER_TITLES_MAX = 20;

/**
 * A paper as a file of ours states it, by the names of `Paper`: text is plain already and stays as it is, yet nothing is
 * taken on trust. Lengths, numbers and addresses are checked, fields that fail are left out, and the identity is made anew.
 * Null where there is no title. `stated` gives the value of a field, whatever it is.
 */
export function paperOfStatement(stated: (field: keyof Paper) => unknown): Paper | null {
  const title = lineOf(stated('title'), TITLE_CHARS_MAX);
  if (title === null) return null;
  const { arxiv, doi } = identifiersOf({ arxiv: textOf(stated('arxiv')), doi: textOf(stated('doi')) });
  const key = titleKey(title);
  if (arxiv === null && doi === null && key === '') return null;
  const year = numberOf(stated('year'), 1500, 2200);
  return {
    id: arxiv !== null ? `arxiv:${arxiv}` : doi !== null ? `doi:${doi}` : `title:${key}`,
    title,
    otherTitles: linesOf(stated('otherTitles'), OTHER_TITLES_MAX, TITLE_CHARS_MAX),
    abstract: abstractOf(stated('abstract')),
    authors: linesOf(stated('authors'), AUTHORS_MAX, AUTHOR_CHARS_MAX),
    year,
    month: year === null ? null : numberOf(stated('month'), 1, 12),
    venue: lineOf(stated('venue'), VENUE_CHARS_MAX),
    arxiv,
    doi,
    url: httpUrl(textOf(stated('url'))),
    pdf: httpUrl(textOf(stated('pdf'))),
    code: httpUrl(textOf(stated('code'))),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function lineOf(value: unknown, charsMax: number): string | null {
  if (typeof value !== 'string') return null;
  const line = clip(plainLine(clip(value, charsMax)), charsMax);
  return line === '' ? null : line;
}

function linesOf(value: unknown, countMax: number, charsMax: number): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, countMax)
    .map((each) => lineOf(each, charsMax))
    .filter((line) => line !== null);
}

function abstractOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = wellFormed(clip(value, ABSTRACT_CHARS_MAX))
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  return text === '' ? null : text;
}

function numberOf(value: unknown, least: number, most: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : null;
}
