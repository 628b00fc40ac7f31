import { identifiersOf } from '../identity/paper-id';
import { isTellingTitleKey } from '../match/generic-titles';
import type { Paper, PaperId } from '../paper';
import { titleKey } from '../text/title-key';
import { authorsInCommon, doiAgreement } from './in-common';
import { titleLikeness } from './title-likeness';

/** What of two records says whether they are one paper. */
export interface ComparedPaper extends Pick<Paper, 'title' | 'authors' | 'year' | 'arxiv' | 'doi'> {
  readonly id?: PaperId;
}

/** With an author in common, a preprint and its publication may be so many years apart. */
const YEARS_WITH_AUTHOR = 3;

/** A shorter title before a colon may head anything, even in one year. */
const HEAD_CHARS_MIN = 30;

/**
 * Whether two records are of one paper, such as a preprint and its publication. The same identity or identifier says yes,
 * different arXiv ids no. Otherwise the titles have to be alike. With an author in common years may differ a little, and with
 * all of several authors as they like; without known authors the years have to be equal, the title has to be telling,
 * and there must not be two DOIs.
 */
export function isSamePaper(a: ComparedPaper, b: ComparedPaper): boolean {
  if (a.id !== undefined && a.id === b.id) return true;
  const [one, other] = [identifiersOf(a), identifiersOf(b)];
  if (one.arxiv !== null && other.arxiv !== null) return one.arxiv === other.arxiv;
  const dois = doiAgreement(one.doi, other.doi);
  if (dois === 'same' || dois === 'parts') return dois === 'same';
  const likeness = titleLikeness(a.title, b.title);
  const authors = authorsInCommon(a.authors, b.authors);
  if (likeness === 'other' || authors === 'none') return false;
  const apart = a.year === null || b.year === null ? null : Math.abs(a.year - b.year);
  if (authors === 'all' && likeness === 'same') return true;
  if (authors !== 'unknown')
    return likeness === 'same' || likeness === 'near' ? (apart ?? 0) <= YEARS_WITH_AUTHOR : apart === 0;
  const shortest = Math.min(titleKey(a.title).length, titleKey(b.title).length);
  if (dois === 'different' || (likeness === 'head' && shortest < HEAD_CHARS_MIN)) return false;
  return apart === 0 && isTellingTitleKey(titleKey(a.title));
}
