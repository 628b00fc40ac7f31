import type { Identifiers } from './identifiers';
import { IDENTIFIERS_FILE } from './identifiers';
import { SourceError } from './source-error';

export const SEED_FILE = 'assets/corpus/seed.txt';
/** The shortest abstract of the corpus has 1,379 characters: a line far below that is a title or page furniture. */
const ABSTRACT_LENGTH_MIN = 200;

export interface SeedPaper {
  readonly title: string;
  readonly abstract: string;
}

interface Line {
  readonly text: string;
  readonly number: number;
}

/**
 * The titles and abstracts of `seed.txt`, which must be those of `identifiers.json` in the same order. Whatever stands
 * before the first title is furniture of the page that the text was taken from.
 */
export function parseSeed(text: string, expected: readonly Identifiers[]): readonly SeedPaper[] {
  const all = text.split(/\r?\n/).map((line, index): Line => ({ text: line.trim(), number: index + 1 }));
  const lines = all.filter((line) => line.text !== '');
  const firstTitle = expected[0]?.title;
  const start = lines.findIndex((line) => line.text === firstTitle);
  if (start < 0) {
    throw new SourceError(
      SEED_FILE,
      1,
      `expected the title "${firstTitle}" of ${IDENTIFIERS_FILE}, found none`,
    );
  }
  const end: Line = { text: '', number: all.length };
  const papers = expected.map((paper, index) => {
    const title = lines[start + index * 2] ?? end;
    const abstract = lines[start + index * 2 + 1] ?? end;
    return readPaper(title, abstract, paper);
  });
  const extra = lines[start + expected.length * 2];
  if (extra) {
    throw complaint(extra, `the end of the file after ${expected.length} papers`);
  }
  return papers;
}

function readPaper(title: Line, abstract: Line, expected: Identifiers): SeedPaper {
  if (title.text !== expected.title) {
    throw complaint(title, `the title "${expected.title}" (${IDENTIFIERS_FILE}:${expected.line})`);
  }
  if (abstract.text.length < ABSTRACT_LENGTH_MIN) {
    throw complaint(abstract, `the abstract of "${expected.title}"`);
  }
  return { title: title.text, abstract: abstract.text };
}

function complaint(line: Line, expected: string): SourceError {
  const found = line.text === '' ? 'the end of the file' : `"${line.text.slice(0, 80)}"`;
  return new SourceError(SEED_FILE, line.number, `expected ${expected}, found ${found}`);
}
