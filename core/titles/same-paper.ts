import { isTellingTitleKey } from '../match/generic-titles';
import type { Paper } from '../paper';
import { titleKey } from '../text/title-key';
import { errorsAllowed } from './signatures';
import { soughtTitle } from './sought-title';
import { nearness } from './near-title';

/** What of two records says whether they are one paper. */
export type ComparedPaper = Pick<Paper, 'title' | 'authors' | 'year' | 'venue' | 'arxiv' | 'doi'>;

/** With an author in common, a preprint and its publication may be so many years apart. */
const YEARS_WITH_AUTHOR = 3;

/** "(extended abstract)", "(panel)", "[demo]": what kind of thing it is, not what it is about. Digits tell volumes apart. */
const REMARK = /\s*[([][^()[\]\d]{2,40}[)\]]|\s+-+\s+book review\s*$/giu;

/** Whether two records are versions of one paper. Without an author in common titles and years have to say so. */
export function isSamePaper(a: ComparedPaper, b: ComparedPaper): boolean {
  if (a.arxiv !== null && b.arxiv !== null) return a.arxiv === b.arxiv;
  if (a.doi !== null && b.doi !== null && isVersionOf(a.doi, b.doi)) return true;
  const likeness = titleLikeness(a.title, b.title);
  if (likeness === 'other') return false;
  const authors = authorsInCommon(a.authors, b.authors);
  if (authors === 'none') return false;
  const apart = a.year === null || b.year === null ? null : Math.abs(a.year - b.year);
  if (authors === 'some') return (apart ?? 0) <= YEARS_WITH_AUTHOR;
  return apart === 0 && isTellingTitleKey(titleKey(a.title));
}

/** "10.1/x" and "10.1/x.v2", "10.1/x/v1", "10.1/x.s001". */
function isVersionOf(a: string, b: string): boolean {
  const bare = (doi: string) => doi.toLowerCase().replace(/[./](?:v\d{1,2}|s\d{3})$/, '');
  return bare(a) === bare(b) && (a === b || bare(a) !== a.toLowerCase() || bare(b) !== b.toLowerCase());
}

function titleLikeness(a: string, b: string): 'same' | 'near' | 'other' {
  const [one, other] = [titleKey(a), titleKey(b)];
  if (one === '' || other === '') return 'other';
  if (one === other) return 'same';
  const [bareOne, bareOther] = [titleKey(a.replace(REMARK, '')), titleKey(b.replace(REMARK, ''))];
  if (bareOne !== '' && (bareOne === bareOther || bareOne === other || one === bareOther)) return 'same';
  const [read] = soughtTitle(a.replace(REMARK, '')).readings;
  return read && errorsAllowed(read.key.length) > 0 && nearness(read, bareOther) !== null ? 'near' : 'other';
}

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
