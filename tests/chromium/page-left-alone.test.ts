import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { ExtensionPage } from '../browser/extension-page';
import { cardStatus, firstMark, hostCount } from '../browser/page-parts';
import { endQuietly } from '../browser/quiet-end';
import { waitFor } from '../../tools/browsers/card-view';

/** One fixture for each reader, at an address where it is read; the generic ones where no reader of a site fits. */
const FIXTURES = [
  ['arxiv-abs.html', 'https://arxiv.org/abs/2006.10029'],
  ['arxiv-list-new.html', 'https://arxiv.org/list/cs.LG/new'],
  ['arxiv-list-old.html', 'http://xxx.lanl.gov/list/cs.CL/recent'],
  ['arxiv-search.html', 'https://arxiv.org/search/?query=editing&searchtype=all'],
  ['hugging-face-list.html', 'https://huggingface.co/papers/date/2024-12-20'],
  ['hugging-face-paper.html', 'https://huggingface.co/papers/2205.05131'],
  ['acl-volume.html', 'https://aclanthology.org/volumes/2023.acl-long/'],
  ['acl-paper.html', 'https://aclanthology.org/2022.acl-long.125/'],
  ['openreview-group.html', 'https://openreview.net/group?id=ICLR.cc/2024/Conference'],
  ['openreview-forum.html', 'https://openreview.net/forum?id=aBcD123456'],
  ['semantic-scholar-search.html', 'https://www.semanticscholar.org/search?q=skill%20localization'],
  ['semantic-scholar-paper.html', 'https://www.semanticscholar.org/paper/Crosslingual/0011'],
  ['github-readme.html', 'https://github.com/example/awesome-tuning'],
  ['publisher-article.html', 'https://info.arxiv.org/article/2023-7'],
  ['reading-notes.html', 'https://info.arxiv.org/notes/june.html'],
  ['running-text.html', 'https://info.arxiv.org/notes/tuning.html'],
] as const;
const PLAIN = 'https://plain.example/';
const IMAGE = {
  body: '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>',
  contentType: 'image/svg+xml',
};

let run: ChromiumRun;
let extension: ExtensionPage;

beforeAll(async () => {
  run = await ChromiumRun.start({ isOwn: true });
  extension = await ExtensionPage.open(run);
  // From the first frame on, before our content script or the page's own scripts.
  await run.context.addInitScript(`
    globalThis.shiftsSeen = [];
    new PerformanceObserver((list) => shiftsSeen.push(...list.getEntries().map(({ value }) => value)))
      .observe({ type: 'layout-shift', buffered: true });
  `);
});
afterAll(() => endQuietly(run));
afterEach(() => extension.emptyList());

/** The fixture's text; images get a fixed size, or their coming would shift the page by itself. */
function fixtureText(file: string): string {
  const text = readFileSync(join(import.meta.dirname, '../fixtures/pages', file), 'utf8');
  return text.replaceAll('<img ', '<img width="20" height="20" ');
}

async function openFixture(url: string, html: string): Promise<ChromiumPage> {
  for (const [, address = ''] of html.matchAll(/<img [^>]*src="([^"]*)"/g)) {
    run.serve(new URL(address, url).href, IMAGE);
  }
  return run.open(url, html);
}

const SIZE = `JSON.stringify([document.documentElement, document.body].map(
  ({ scrollWidth, scrollHeight, offsetWidth, offsetHeight }) =>
    ({ scrollWidth, scrollHeight, offsetWidth, offsetHeight })))`;

/** The layout shifts of the page's whole life, each as its score. */
function shifts(page: ChromiumPage): Promise<number[]> {
  // An entry is queued with the frame that it happened in, and delivered after the next.
  return page.page.evaluate<number[]>(`new Promise((resolve) => {
    const frames = (left) => (left ? requestAnimationFrame(() => frames(left - 1)) : setTimeout(() => resolve(shiftsSeen)));
    frames(3);
  })`);
}

/** All that a reader does with a title: point at it, open the card, save, change the status, pin, close. */
async function useCard(page: ChromiumPage): Promise<void> {
  const at = await firstMark(page);
  await page.page.mouse.move(at.x, at.y, { steps: 3 });
  await page.waitForCard('Save');
  await page.clickCardButton(/^Save/);
  await waitFor('a saved paper', async () => (await cardStatus(page)) === 'to-read');
  await page.page.keyboard.press('2');
  await waitFor('a changed status', async () => (await cardStatus(page)) === 'reading');
  await page.clickCardButton('Keep this card open');
  await page.page.mouse.wheel(0, 60);
  await page.page.keyboard.press('Escape');
  await page.waitForNoCard();
  await page.page.mouse.move(1, 1);
}

describe.each(FIXTURES)('%s', (file, url) => {
  it('is the same after everything that a reader does, and never moved', async () => {
    const html = fixtureText(file);
    const plain = await openFixture(PLAIN + file, html);
    expect(await hostCount(plain)).toBe(0);
    const [before, sizeBefore] = [await plain.snapshot(), await plain.page.evaluate<string>(SIZE)];
    await plain.page.close();

    const page = await openFixture(url, html);
    await useCard(page);
    expect(await hostCount(page)).toBe(2);
    expect(await page.snapshot()).toBe(before);
    expect(await page.page.evaluate<string>(SIZE)).toBe(sizeBefore);
    expect(await shifts(page)).toEqual([]);
    await page.page.close();
  });
});

it('would have seen a layout shift', async () => {
  const page = await run.open(`${PLAIN}shift`, '<!doctype html><p>A line that moves</p>');
  // What was never drawn cannot move.
  expect(await shifts(page)).toEqual([]);
  await page.page.evaluate(
    `document.body.prepend(Object.assign(document.createElement('div'), { innerHTML: '<p>New</p>' }))`,
  );
  await waitFor('a layout shift', async () => (await shifts(page)).length > 0);
});
