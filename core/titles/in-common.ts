import { titleKey } from '../text/title-key';

/** "10.1001/x", "10.1001/x.v2" and "10.1001/x/v1" are one work, as is a paper and its supplement "10.1001/x.s001". */
export function doiAgreement(a: string | null, b: string | null): 'same' | 'parts' | 'different' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one === other) return 'same';
  if (workOf(one) !== workOf(other)) return 'different';
  return SUPPLEMENT.test(one) && SUPPLEMENT.test(other) ? 'parts' : 'same';
}

const SUPPLEMENT = /\.s\d{3}$/;
const workOf = (doi: string): string => doi.replace(/(?:[./]v\d{1,2}|\.s\d{3})$/, '');

/** `all`: there are several, and each of either list is in the other. */
export function authorsInCommon(
  a: readonly string[],
  b: readonly string[],
): 'all' | 'some' | 'none' | 'unknown' {
  const [ours, theirs] = [namesOf(a), namesOf(b)];
  if (ours.size === 0 || theirs.size === 0) return 'unknown';
  if (a.length > 1 && areAmong(a, theirs) && areAmong(b, ours)) return 'all';
  return [...ours].some((name) => theirs.has(name)) ? 'some' : 'none';
}

/** Whether each of these authors is among those of a list. */
export const areAuthorsOf = (authors: readonly string[], list: readonly string[]): boolean =>
  areAmong(authors, namesOf(list));

const areAmong = (authors: readonly string[], names: ReadonlySet<string>): boolean =>
  authors.every((author) => [...namesOf([author])].some((name) => names.has(name)));

/** Every part of every name but initials: family names stand first in some records and last in others. */
function namesOf(authors: readonly string[]): ReadonlySet<string> {
  const parts = authors.flatMap((author) => author.split(/[\s,.&;]+/u).map(titleKey));
  return new Set(parts.filter((part) => part.length > 2));
}
