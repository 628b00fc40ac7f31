import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../run-package';
import { readResults, resultsText, writeWhole, type Results } from './results';
import { benchmarksPage } from './tables';

const RESULTS_FILE = join(ROOT, 'docs/benchmarks.json');
const PAGE_FILE = join(ROOT, 'docs/benchmarks.md');
/** More work waits than half of the cores could do; asked before the benchmark itself makes work. */
const STARTED_BUSY = (loadavg()[0] ?? 0) > availableParallelism() / 2;

/** What all benchmarks have measured so far, in the project's documents. */
export const kept = (): Results => readResults(RESULTS_FILE);

/** Writes the results and the page that shows them. */
export function save(results: Results): void {
  writeWhole(RESULTS_FILE, resultsText(results));
  writeWhole(PAGE_FILE, benchmarksPage(results));
}

/** A busy machine is named: its figures compare with each other at best. */
export function on(what: string): string {
  const cores = availableParallelism();
  return `${what}, ${cores} cores${STARTED_BUSY ? ' busy with other work' : ''}`;
}
