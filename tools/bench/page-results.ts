import type { Look } from './measure-page';
import type { PassResult } from './measure-text-pass';
import { quantile } from './quantiles';

/** Medians of several looks at a page, without the extension, and with it: its background awake or asleep. */
export interface PageRow {
  readonly page: string;
  readonly bytes: number;
  readonly rounds: number;
  /** Of the browser, and what it ran on. */
  readonly where: string;
  readonly without: Look;
  readonly awake: Look;
  readonly asleep: Look;
}

/** What one way of looking for titles in a page's text came to. */
export interface PassRow extends PassResult {
  readonly where: string;
}

/** What `npm run bench -- page` has measured. */
export interface PageResults {
  readonly looks: readonly PageRow[];
  readonly passes: readonly PassRow[];
}

/** Before anything was measured. */
export const NO_PAGE_RESULTS: PageResults = { looks: [], passes: [] };

/** The median of each figure. */
export function medianLook(looks: readonly Look[]): Look {
  const median = (of: (look: Look) => number | null) =>
    quantile(
      looks.map(of).filter((each) => each !== null),
      0.5,
    );
  const number = (of: (look: Look) => number) => median(of) ?? 0;
  return {
    taskMs: number(({ taskMs }) => taskMs),
    scriptMs: number(({ scriptMs }) => scriptMs),
    heapBytes: number(({ heapBytes }) => heapBytes),
    layoutShift: number(({ layoutShift }) => layoutShift),
    longestMs: number(({ longestMs }) => longestMs),
    longestOursMs: number(({ longestOursMs }) => longestOursMs),
    oursMs: number(({ oursMs }) => oursMs),
    firstFrameMs: median(({ firstFrameMs }) => firstFrameMs),
    firstMarkMs: median(({ firstMarkMs }) => firstMarkMs),
    papers: number(({ papers }) => papers),
  };
}

/** Puts a page's row in place of an earlier one. */
export function withPageRow(results: PageResults, row: PageRow): PageResults {
  return { ...results, looks: [...results.looks.filter(({ page }) => page !== row.page), row] };
}

/** Puts a row in place of an earlier one of the same name and number of titles. */
export function withPassRow(results: PageResults, row: PassRow): PageResults {
  const others = results.passes.filter(({ name, titles }) => name !== row.name || titles !== row.titles);
  return { ...results, passes: [...others, row].toSorted((a, b) => a.titles - b.titles) };
}
