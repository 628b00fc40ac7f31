import type { ComparedPaper } from '../../core/titles/same-paper';

/** Two records, and whether they are one paper. */
export interface PairCase {
  /** In the file, from 0. */
  readonly line: number;
  readonly a: ComparedPaper;
  readonly b: ComparedPaper;
  readonly same: boolean;
}

interface Line {
  readonly a: Record<string, unknown>;
  readonly b: Record<string, unknown>;
  readonly same: boolean | null;
}

/** The pairs of a file of which it is known whether they are one paper. */
export function pairCases(lines: readonly string[]): PairCase[] {
  return lines.flatMap((text, line) => {
    const { a, b, same } = JSON.parse(text) as Line;
    return same === null ? [] : [{ line, a: paperOf(a), b: paperOf(b), same }];
  });
}

function paperOf(record: Record<string, unknown>): ComparedPaper {
  const subtitle = textOf(record['subtitle']);
  const title = textOf(record['title']) ?? '';
  const year = Number(record['year'] ?? Number.NaN);
  const authors = Array.isArray(record['contribs']) ? record['contribs'] : [];
  return {
    title: subtitle === null ? title : `${title}: ${subtitle}`,
    year: Number.isInteger(year) ? year : null,
    authors: authors.filter((author): author is string => typeof author === 'string'),
    arxiv: null,
    doi: textOf(record['doi']),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
