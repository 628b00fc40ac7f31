import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Figures } from './figures';
import { quantile, shareOf } from './quantiles';
import {
  NO_RESULTS,
  readResults,
  resultsText,
  withBrowserRow,
  withLibraryRow,
  writeWhole,
  type LibraryRow,
} from './results';
import { benchmarksPage } from './tables';

const chromium = (papers: number, figures: Figures) => ({
  browser: 'Chromium' as const,
  papers,
  where: 'Chromium 1, 2 cores',
  figures,
});
const library = (
  name: string,
  titles: number,
  p50: number | null,
  trouble: string | null = null,
): LibraryRow => ({
  library: name,
  titles,
  where: 'Node 1, 2 cores',
  buildS: 2,
  heldMB: 10,
  peakMB: 100,
  p50,
  p95: null,
  right: 0.5,
  asked: 7,
  trouble,
});

describe('results', () => {
  it('keep the sizes and the figures that a run did not measure', () => {
    let results = withBrowserRow(NO_RESULTS, chromium(10_000, { importS: 5, scanWarmMs: 1 }));
    results = withBrowserRow(results, chromium(71, { importS: 1 }));
    results = withBrowserRow(results, { ...chromium(10_000, { importS: 4 }), where: 'Chromium 2, 2 cores' });
    expect(results.browsers).toEqual([
      chromium(71, { importS: 1 }),
      { ...chromium(10_000, { importS: 4, scanWarmMs: 1 }), where: 'Chromium 2, 2 cores' },
    ]);
  });

  it('have one row for each browser, library and size', () => {
    let results = withBrowserRow(NO_RESULTS, chromium(71, {}));
    results = withBrowserRow(results, { ...chromium(71, {}), browser: 'Firefox' });
    results = withLibraryRow(results, library('b', 71, 1));
    results = withLibraryRow(results, library('a', 71, 1));
    results = withLibraryRow(results, library('b', 71, 2));
    expect(results.browsers.map(({ browser }) => browser)).toEqual(['Chromium', 'Firefox']);
    expect(results.libraries.map(({ library: name, p50 }) => [name, p50])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('come back from their file, which need not be there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'paperkin-results-'));
    const path = join(folder, 'results.json');
    expect(readResults(path)).toEqual(NO_RESULTS);
    const results = withBrowserRow(NO_RESULTS, chromium(71, { heapMB: null }));
    writeWhole(path, resultsText(withBrowserRow(results, chromium(9, { importS: 1234.5678 }))));
    const [kept] = readResults(path).browsers;
    expect(kept).toEqual(chromium(9, { importS: 1235 }));
    expect(readResults(path).browsers).toContainEqual(chromium(71, { heapMB: null }));
    rmSync(folder, { recursive: true });
  });
});

describe('the page', () => {
  const small = withBrowserRow(
    NO_RESULTS,
    chromium(10_000, { importS: 5, importTimes: 33.333, indexRight: 1 }),
  );
  const both = withBrowserRow(small, chromium(254_000, { importS: 100, heapMB: null }));

  it('has a column for each size, and how it grows', () => {
    const page = benchmarksPage(both);
    expect(page).toContain('| papers | Chromium, 10,000 | Chromium, 254,000 | 254,000 ÷ 10,000 |');
    expect(page).toContain('| import, s | 5.00 | 100 | 20.0× |');
    expect(page).toContain('| import ÷ reading alone | 33.3× | - |  |');
    expect(page).toContain('| index, right at rank 1 | 1.000 | - |  |');
    expect(page).toContain('Measured with: Chromium 1, 2 cores.');
  });

  it('says nothing of growth from one size', () => {
    expect(benchmarksPage(small)).toContain('| papers | Chromium, 10,000 |\n');
  });

  it('has a table of libraries for each size, ours first, the others in how many times ours', () => {
    let results = withLibraryRow(NO_RESULTS, library('fuse.js 7', 71, null, 'did not finish within 300 s'));
    results = withLibraryRow(results, library('minisearch 7', 71, 30));
    results = withLibraryRow(results, library('paperkin', 71, 0.5));
    const rows = benchmarksPage(results)
      .split('\n')
      .filter((line) => /^\| (paperkin|minisearch|fuse)/.test(line));
    expect(rows).toEqual([
      '| paperkin | 2.00 | 1.00× | 10.0 | 1.00× | 100 | 0.500 | 1.00× | - | 0.500 | 7 |  |',
      '| fuse.js 7 | 2.00 | 1.00× | 10.0 | 1.00× | 100 | - | - | - | 0.500 | 7 | did not finish within 300 s |',
      '| minisearch 7 | 2.00 | 1.00× | 10.0 | 1.00× | 100 | 30.0 | 60.0× | - | 0.500 | 7 |  |',
    ]);
  });
});

it('quantiles and shares are of what is there', () => {
  expect([0, 0.5, 0.95, 1].map((share) => quantile([4, 1, 3, 2], share))).toEqual([1, 3, 4, 4]);
  expect(quantile([], 0.5)).toBe(null);
  expect(shareOf([1, 2, 3, 4], (one) => one > 3)).toBe(0.25);
  expect(shareOf([], () => true)).toBe(null);
});
