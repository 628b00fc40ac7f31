import { libraryPagesOf } from '../identity/library-page';
import { identifiersOf } from '../identity/paper-id';
import { isTellingTitleKey } from '../match/generic-titles';
import type { Paper } from '../paper';
import { titleKey } from '../text/title-key';
import { areAuthorsOf, authorsInCommon, doiAgreement } from '../titles/in-common';

/**
 * What identifiers, equal titles and authors say of two records. `sure`: they are of one paper and may be joined without a question.
 * `perhaps`: the reader is asked. `open`: nothing, but their texts may be alike. Every paper in a reader's list was chosen, and
 * joining two that are not one hides one of them, so that `sure` asks for more than matching does.
 */
type Evidence = 'sure' | 'perhaps' | 'no' | 'open';

/** What of a record says whether it is a version of another one. */
export type ComparedRecord = Pick<
  Paper,
  'title' | 'otherTitles' | 'authors' | 'year' | 'arxiv' | 'doi' | 'url' | 'pdf' | 'abstract'
>;

/** A preprint and its last version may be so many years apart. */
const YEARS_APART_MAX = 3;

/**
 * Whether two records are versions of one paper, as far as can be said without comparing their texts. Different arXiv ids say no
 * whatever else does, and so do known authors of whom none is in common. A title alone is never sure.
 */
export function evidenceOf(a: ComparedRecord, b: ComparedRecord): Evidence {
  const [one, other] = [identifiersOf(a), identifiersOf(b)];
  if (one.arxiv !== null && other.arxiv !== null) return one.arxiv === other.arxiv ? 'sure' : 'no';
  const dois = doiAgreement(one.doi, other.doi);
  if (dois === 'same') return 'sure';
  const authors = authorsOf(a, b);
  if (dois === 'parts' || authors === 'none') return 'no';
  const pages = new Set(libraryPagesOf(a));
  if (libraryPagesOf(b).some((page) => pages.has(page))) return 'sure';
  const apart = a.year === null || b.year === null ? null : Math.abs(a.year - b.year);
  const found = byTitle(a, b, authors, apart);
  return found === 'sure' && dois === 'different' ? 'perhaps' : found;
}

/**
 * Whether a record surely is of the paper that others are of: of one of them, and at odds with none. A preprint has one publication:
 * the second may be of a longer paper.
 */
export function isSurelyOf(records: readonly ComparedRecord[], record: ComparedRecord): boolean {
  const isAtOdds = records.some(
    (known) => doiAgreement(known.doi, record.doi) === 'different' || evidenceOf(known, record) === 'no',
  );
  return !isAtOdds && records.some((known) => evidenceOf(known, record) === 'sure');
}

/** Whether both say by whom they are, and no author is in common. */
export function areByOthers(a: Pick<Paper, 'authors'>, b: Pick<Paper, 'authors'>): boolean {
  return authorsOf(a, b) === 'none';
}

type InCommon = ReturnType<typeof authorsInCommon>;

/** Which authors both have, among those that are known. */
export function authorsOf(a: Pick<Paper, 'authors'>, b: Pick<Paper, 'authors'>): InCommon {
  return authorsInCommon(named(a), named(b));
}

/** Under review a paper is by "Anonymous" or by "Anonymous Authors", that is by nobody who is known. */
const named = ({ authors }: Pick<Paper, 'authors'>): readonly string[] =>
  authors.filter((author) => !/^anonymous\b/i.test(author.trim()));

function byTitle(
  a: ComparedRecord,
  b: ComparedRecord,
  authors: Exclude<InCommon, 'none'>,
  apart: number | null,
): Evidence {
  const areNear = (apart ?? 0) <= YEARS_APART_MAX;
  const [key, otherKey] = [titleKey(a.title), titleKey(b.title)];
  if (key === otherKey) {
    if (!isTellingTitleKey(key)) return 'no';
    return areNear && (sharesAuthors(a, b) || isOneAuthors(a, b, apart)) ? 'sure' : 'perhaps';
  }
  if (isOtherTitle(key, b) || isOtherTitle(otherKey, a))
    return authors !== 'unknown' && areNear ? 'sure' : 'perhaps';
  if (authors === 'unknown' || !areNear) return 'no';
  return 'open';
}

const isOtherTitle = (key: string, { otherTitles }: ComparedRecord): boolean =>
  isTellingTitleKey(key) && otherTitles.some((title) => titleKey(title) === key);

/** Pages often cut lists of authors: each of the shorter one has to be in the longer. */
function sharesAuthors(a: ComparedRecord, b: ComparedRecord): boolean {
  const [shorter, longer] = [named(a), named(b)].toSorted((x, y) => x.length - y.length);
  return shorter !== undefined && longer !== undefined && shorter.length > 1 && areAuthorsOf(shorter, longer);
}

/** Columns and yearly reports have one title and one author each time, but not in one year. */
function isOneAuthors(a: ComparedRecord, b: ComparedRecord, apart: number | null): boolean {
  const [one, other] = [named(a), named(b)];
  return apart === 0 && one.length === 1 && other.length === 1 && areAuthorsOf(one, other);
}
