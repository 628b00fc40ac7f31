import { isTellingTitleKey } from '../match/generic-titles';
import type { Paper } from '../paper';
import { titleKey } from '../text/title-key';
import { titleLikeness } from './title-likeness';

/** What of two records says whether they are one paper. */
export type ComparedPaper = Pick<Paper, 'title' | 'authors' | 'year' | 'arxiv' | 'doi'>;

/** With an author in common, a preprint and its publication may be so many years apart. */
const YEARS_WITH_AUTHOR = 3;

/** A shorter title before a colon may head anything, even in one year. */
const HEAD_CHARS_MIN = 30;

/**
 * Whether two records are versions of one paper, such as a preprint and its publication. Equal identifiers say yes,
 * different arXiv ids no. Otherwise the titles have to be alike; with an author in common years may differ a little,
 * without one the years have to be equal, the title has to be telling, and there must not be two DOIs.
 */
export function isSamePaper(a: ComparedPaper, b: ComparedPaper): boolean {
  if (a.arxiv !== null && b.arxiv !== null) return a.arxiv === b.arxiv;
  const dois = doiAgreement(a.doi, b.doi);
  if (dois === 'same' || dois === 'parts') return dois === 'same';
  const likeness = titleLikeness(a.title, b.title);
  const authors = authorsInCommon(a.authors, b.authors);
  if (likeness === 'other' || authors === 'none') return false;
  const apart = a.year === null || b.year === null ? null : Math.abs(a.year - b.year);
  if (authors === 'some')
    return likeness === 'same' || likeness === 'near' ? (apart ?? 0) <= YEARS_WITH_AUTHOR : apart === 0;
  const shortest = Math.min(titleKey(a.title).length, titleKey(b.title).length);
  if (dois === 'different' || (likeness === 'head' && shortest < HEAD_CHARS_MIN)) return false;
  return apart === 0 && isTellingTitleKey(titleKey(a.title));
}

/** "10.1/x", "10.1/x.v2" and "10.1/x/v1" are one work, as is a paper and its supplement "10.1/x.s001". */
function doiAgreement(a: string | null, b: string | null): 'same' | 'parts' | 'different' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one === other) return 'same';
  if (workOf(one) !== workOf(other)) return 'different';
  return SUPPLEMENT.test(one) && SUPPLEMENT.test(other) ? 'parts' : 'same';
}

const SUPPLEMENT = /\.s\d{3}$/;
const workOf = (doi: string): string => doi.replace(/(?:[./]v\d{1,2}|\.s\d{3})$/, '');

function authorsInCommon(a: readonly string[], b: readonly string[]): 'some' | 'none' | 'unknown' {
  const [ours, theirs] = [namesOf(a), namesOf(b)];
  if (ours.size === 0 || theirs.size === 0) return 'unknown';
  return [...ours].some((name) => theirs.has(name)) ? 'some' : 'none';
}

/** Every part of every name but initials: family names stand first in some records and last in others. */
function namesOf(authors: readonly string[]): ReadonlySet<string> {
  const parts = authors.flatMap((author) => author.split(/[\s,.&;]+/u).map(titleKey));
  return new Set(parts.filter((part) => part.length > 2));
}
