import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Figures } from './figures';
import { NO_PAGE_RESULTS, type PageResults } from './page-results';

/** What was measured of one number of papers in one browser. */
export interface BrowserRow {
  readonly browser: 'Chromium' | 'Firefox';
  readonly papers: number;
  /** Of the browser, and what it ran on. */
  readonly where: string;
  readonly figures: Figures;
}

/** What was measured of one library with one number of titles. */
export interface LibraryRow {
  readonly library: string;
  readonly titles: number;
  /** Of Node, and what it ran on. */
  readonly where: string;
  readonly buildS: number | null;
  /** Of the index, garbage collected; and the most that the process had resident. */
  readonly heldMB: number | null;
  readonly peakMB: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  /** Share of the titles that came first, 0 to 1. */
  readonly right: number | null;
  /** How many titles were asked before the time was up. */
  readonly asked: number;
  /** Why it did not finish; null when it did. */
  readonly trouble: string | null;
}

/** Everything that was ever measured, the last of each kind. */
export interface Results {
  readonly browsers: readonly BrowserRow[];
  readonly libraries: readonly LibraryRow[];
  /** Of `npm run bench -- page`; the others are of `-- corpus`. */
  readonly pages: PageResults;
}

const DIGITS = 4;

/** Before anything was measured. */
export const NO_RESULTS: Results = { browsers: [], libraries: [], pages: NO_PAGE_RESULTS };

/** Puts a browser's figures in place of those of the same name, browser and size; all others stay. */
export function withBrowserRow(results: Results, row: BrowserRow): Results {
  const isSame = (one: BrowserRow) => one.browser === row.browser && one.papers === row.papers;
  const before = results.browsers.find(isSame);
  const joined = { ...row, figures: { ...before?.figures, ...row.figures } };
  const browsers = [...results.browsers.filter((one) => !isSame(one)), joined];
  return {
    ...results,
    browsers: browsers.toSorted((a, b) => a.browser.localeCompare(b.browser) || a.papers - b.papers),
  };
}

/** Puts a library's row in place of the one of the same library and size; all others stay. */
export function withLibraryRow(results: Results, row: LibraryRow): Results {
  const isSame = (one: LibraryRow) => one.library === row.library && one.titles === row.titles;
  const libraries = [...results.libraries.filter((one) => !isSame(one)), row];
  return {
    ...results,
    libraries: libraries.toSorted((a, b) => a.titles - b.titles || a.library.localeCompare(b.library)),
  };
}

/** What a file keeps; nothing where there is none yet. */
export function readResults(path: string): Results {
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Results>) : {};
  return { ...NO_RESULTS, ...kept };
}

/** What the file keeps of them: four digits of each number, more is chance. */
export function resultsText(results: Results): string {
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;
  return `${JSON.stringify(results, rounded, 2)}\n`;
}

/** Writes the file whole or not at all. */
export function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
