import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENTIONS_MAX } from '../../page/readers';
import { bundled } from '../browser/bundled';
import { ChromiumRun } from '../browser/chromium';
import { closeClean } from '../browser/close-clean';
import { countWork } from '../browser/main-thread-work';

let run: ChromiumRun;
let page: Page;
/** Milliseconds that the page has worked so far. */
let work: () => Promise<number>;

beforeAll(async () => {
  run = await ChromiumRun.start();
  page = await run.context.newPage();
  work = await countWork(page);
  await page.evaluate(await bundled('page/readers/index.ts', 'readers'));
});
afterAll(() => closeClean(run));

/** How many papers the readers find in a document of `count` times `unit` (an expression of `at`), and how often they pause on the way. */
const read = (count: number, unit: string) =>
  page.evaluate<{ found: number; breaths: number }>(`(() => {
    const markup = Array.from({ length: ${count} }, (_, at) => ${unit}).join(' ');
    const doc = new DOMParser().parseFromString('<!doctype html><body><p>' + markup, 'text/html');
    const all = [...readers.readPage(new URL('https://pages.example/'), doc, [])];
    const found = all.filter((each) => each !== null).length;
    return { found, breaths: all.length - found };
  })()`);

/** Here and not beside the readers: the documents of Node take half a minute of a processor for what takes a browser's half a second. */
describe('the readers, on a page', () => {
  it('with 50,000 links in one paragraph, yield 5,000 mentions, in linear time', async () => {
    const before = await work();
    const { found } = await read(
      50_000,
      `'<a href="https://arxiv.org/abs/2401.' + (10000 + at) + '">' + (at % 2 ? 'pdf' : 'A paper numbered ' + at) + '</a>'`,
    );
    expect(found).toBe(MENTIONS_MAX);
    // Takes half a second here; a quadratic walk takes minutes.
    expect((await work()) - before).toBeLessThan(15_000);
  });

  it('with 50,000 links that lead to no paper, offer a breath every few hundred', async () => {
    const { found, breaths } = await read(
      50_000,
      `'</p><p><a href="https://example.org/">elsewhere</a></p>'`,
    );
    expect(found).toBe(0);
    expect(breaths).toBeGreaterThan(100);
  });
});
