import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take the longest, by far: what begins last is waited for alone. On a new machine nothing is known of earlier runs. */
const LONGEST: readonly string[] = [
  'screens.test.ts',
  'long-life.test.ts',
  'huge-pages.test.ts',
  'killed-import.test.ts',
  'list-import.test.ts',
  'chaos.test.ts',
];

/** Runs the files of a project in vitest's order, but the longest first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- vitest's, of files
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.indexOf(basename(moduleId));
      return place < 0 ? LONGEST.length : place;
    };
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
