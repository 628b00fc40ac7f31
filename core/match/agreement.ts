import type { Paper, PaperBrief } from '../paper';

type Facts = Pick<Paper, 'arxiv' | 'authors' | 'year'>;

/** A paper is published up to this long after its preprint, so years that far apart may still be one paper's. */
const YEARS_TO_PUBLICATION = 2;

/**
 * Whether two papers under one title are certainly two: their arXiv ids differ. DOIs prove nothing, since a preprint
 * and its publication each have one.
 */
export function contradicts(a: Pick<Paper, 'arxiv'>, b: Pick<Paper, 'arxiv'>): boolean {
  return a.arxiv !== null && b.arxiv !== null && a.arxiv !== b.arxiv;
}

/** The paper that agrees best with what a page says of authors and year; the first where several agree equally well. */
export function bestAgreeing<T extends { readonly paper: PaperBrief }>(
  candidates: readonly T[],
  said: Facts,
): T | null {
  let best: T | null = null;
  let bestScore = -1;
  for (const candidate of candidates) {
    const score = agreement(candidate.paper, said);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** Authors weigh more than the year: preprint and publication differ in year, seldom in authors. */
function agreement(paper: Facts, said: Facts): number {
  return (sharesAuthor(paper, said) ? 2 : 0) + yearAgreement(paper.year, said.year);
}

/** Whether a family name stands in both lists of authors. */
export function sharesAuthor(a: Pick<Paper, 'authors'>, b: Pick<Paper, 'authors'>): boolean {
  const names = new Set(a.authors.map(familyName));
  return b.authors.some((author) => names.has(familyName(author)));
}

function yearAgreement(a: number | null, b: number | null): number {
  if (a === null || b === null) return 0;
  const apart = Math.abs(a - b);
  return apart === 0 ? 1 : apart <= YEARS_TO_PUBLICATION ? 0.5 : 0;
}

/** "Yutong Feng", "Feng, Yutong" and "Y. Feng" have one family name. */
export function familyName(author: string): string {
  const name = author.normalize('NFKC').toLowerCase().trim();
  const comma = name.indexOf(',');
  return comma > 0 ? name.slice(0, comma) : name.slice(name.lastIndexOf(' ') + 1);
}
