import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { knownPaper, linkTo } from '../browser/known-papers';
import { countWork } from '../browser/main-thread-work';
import { arxivListing } from '../fixtures/listing';

let run: ChromiumRun;
let pageCount = 0;

const PAPER = knownPaper(0);
const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('\n');

beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterAll(() => closeClean(run));

/** What reading may add to the work of a page's main thread, in milliseconds. */
const READING_MS = 2_000;
/** Chromium lays out what has come whenever parsing pauses, now once, now three times, 2 s each. So it waits for the end; what reading asks before is laid out all the same. */
const DRAWN_AT_ONCE = '<link rel="expect" href="#end" blocking="render">';

/** An arXiv id that the corpus does not have. */
const made = (index: number) => `2401.${String(10_000 + index)}`;

/** What the main thread of a page works while it is opened, scrolled to its end and looked at. */
async function workOn(
  body: string,
  site = 'https://arxiv.org',
  look: (page: ChromiumPage) => Promise<unknown> = async () => undefined,
): Promise<number> {
  const page = await run.context.newPage();
  const work = await countWork(page);
  const url = `${site}/huge/${pageCount++}`;
  run.serve(url, body);
  await page.goto(url);
  await page.locator('#title, .list-title').last().scrollIntoViewIfNeeded();
  await look(await ChromiumPage.of(page));
  const worked = await work();
  await page.close();
  return worked;
}

const firstMark = (page: ChromiumPage) =>
  waitFor('a mark', async () => (await page.marks()).length > 0, 20_000);

describe('a huge page stays responsive while it is read', () => {
  const last = `<p>${linkTo(PAPER)}</p>`;
  const listed = Array.from({ length: 2_000 }, (_, index) => ({
    title: `A Made Paper About the Tides of Harbour ${index}`,
    arxiv: made(index),
    authors: ['Ada Quay', 'Ben Mole', 'Cy Jetty'],
  }));

  const dailyPapers = listed.map(({ title, arxiv }) => ({
    paper: {
      id: arxiv,
      title,
      summary: 'We measure the tides. '.repeat(80),
      authors: [{ name: 'Ada Quay' }],
    },
  }));

  it.each<[string, () => string, string?]>([
    ['10 MB of text', () => repeat(2_000, (index) => `<p>${`word${index} `.repeat(650)}</p>`) + last],
    [
      '10 MB of text in one node, at the head of a paper',
      () =>
        `<meta name="citation_title" content="On Long Pages"><div class="title">${'word '.repeat(2_000_000)}</div>${last}`,
    ],
    [
      '50,000 links that lead to no paper',
      () =>
        repeat(50_000, (index) => `<p><a href="https://example.org/${index}">Link ${index}</a></p>`) + last,
    ],
    [
      '50,000 links to where papers are, but to none',
      () => repeat(50_000, (index) => `<a href="https://arxiv.org/list/cs.LG/${index}">${index}</a>`) + last,
    ],
    [
      '50,000 links to papers',
      () =>
        last +
        repeat(50_000, (index) => {
          return `<p><a href="https://arxiv.org/abs/${made(index)}">A Made Paper About ${index} Harbours</a></p>`;
        }),
    ],
    ['2,000 entries of a listing', () => arxivListing([...listed, PAPER])],
    [
      '3.8 MB of data about its papers',
      () =>
        `<div data-target="DailyPapers" data-props='${JSON.stringify({ dailyPapers })}'></div>
        ${repeat(500, (index) => `<article><h3><a href="/papers/${made(index)}">${listed[index]?.title}</a></h3></article>`)}
        <article><h3><a id="title" href="/papers/${PAPER.arxiv}">${PAPER.title}</a></h3></article>`,
      'https://huggingface.co/papers',
    ],
  ])('of %s', async (what, make, site) => {
    const body = `<!doctype html>${DRAWN_AT_ONCE}${make()}<i id="end"></i>`;
    // Far from any figure that would be good enough: it tells a freeze. A slow machine is slow without us, too.
    const withUs = await workOn(body, site, firstMark);
    if (withUs < READING_MS) return;
    const without = await workOn(body, 'https://pages.example');
    console.log(`${what}: ${Math.round(without)} ms of work without us, ${Math.round(withUs)} with us`);
    expect(withUs).toBeLessThan(without + READING_MS);
  });
});
