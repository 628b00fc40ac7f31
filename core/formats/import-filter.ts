import type { ImportedRecord } from './format';

/** Which papers of a source the reader wants. */
export interface ImportFilter {
  /** `cs.CL`, or `cs` or `cs.` for all of an archive; a paper needs one of them. Empty: any. */
  readonly categories: readonly string[];
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
  readonly withAbstract: boolean;
}

/** Takes every paper. */
export const EVERY_PAPER: ImportFilter = {
  categories: [],
  yearFrom: null,
  yearTo: null,
  withAbstract: false,
};

/** "cs" stands for "cs.CL"; "math" does not stand for "math-ph". Names of fields ("Computer Science") in any case. */
function isIn(category: string, wanted: string): boolean {
  const [has, asked] = [category.toLowerCase(), wanted.toLowerCase().replace(/\.$/, '')];
  return has === asked || has.startsWith(`${asked}.`);
}

/**
 * Whether the filter lets a paper in. A paper that does not state its categories or year is not in any wanted ones.
 */
export function passes(filter: ImportFilter, record: ImportedRecord & { readonly ok: true }): boolean {
  const { paper, categories = [] } = record;
  if (filter.withAbstract && paper.abstract === null) return false;
  if (filter.yearFrom !== null && (paper.year ?? -Infinity) < filter.yearFrom) return false;
  if (filter.yearTo !== null && (paper.year ?? Infinity) > filter.yearTo) return false;
  return (
    filter.categories.length === 0 ||
    filter.categories.some((wanted) => categories.some((category) => isIn(category, wanted)))
  );
}
