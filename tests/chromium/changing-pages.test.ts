import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { KNOWN_PAPERS, knownPaper, linkTo } from '../browser/known-papers';
import { waitForMarksUnder } from '../browser/marks';

let run: ChromiumRun;
let pageCount = 0;

beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterAll(() => closeClean(run));

const row = (index: number) => `<p>${linkTo(knownPaper(index), `paper${index}`)}</p>`;

function open(body: string, head = ''): Promise<ChromiumPage> {
  const url = `https://arxiv.org/changing/${pageCount++}`;
  return run.open(url, `<!doctype html><head>${head}</head><body>${body}</body>`);
}

describe('a page whose papers change', () => {
  it('has marks for rows that come and none for rows that go', async () => {
    const page = await open(`<main>${row(0)}${row(1)}</main>`);
    await waitForMarksUnder(page, 'a', 2);
    await page.page.evaluate(
      (markup) => document.querySelector('main')?.insertAdjacentHTML('afterbegin', markup),
      row(2) + row(3),
    );
    await waitForMarksUnder(page, 'a', 4);
    await page.page.evaluate(() => document.querySelector('main p')?.remove());
    await waitForMarksUnder(page, 'a', 3);
    await page.page.evaluate(() => document.querySelector('main')?.replaceChildren());
    await waitFor('no marks', async () => (await page.marks()).length === 0);
  });

  it('that moves on without loading keeps no mark and no card of the page before', async () => {
    const page = await open(`<main>${row(0)}${row(1)}</main>`);
    await page.hover('#paper0');
    await page.waitForCard(knownPaper(0).title);
    await page.page.evaluate(
      (markup) => {
        history.pushState(null, '', '/changing/next');
        document.querySelector('main')?.replaceChildren();
        document.querySelector('main')?.insertAdjacentHTML('beforeend', markup);
      },
      `<p style="margin-top: 200px">Elsewhere</p>${row(4)}`,
    );
    await page.waitForNoCard();
    await waitForMarksUnder(page, 'a', 1);
    await page.hover('#paper4');
    await page.waitForCard(knownPaper(4).title);
    await page.page.evaluate(() => history.back());
    await page.page.evaluate((markup) => {
      const main = document.querySelector('main');
      if (main) main.innerHTML = markup;
    }, row(5));
    await waitForMarksUnder(page, 'a', 1);
  });

  it('without end is asked about seldom, and each paper once', async () => {
    const worker = run.context.serviceWorkers()[0];
    if (!worker) throw new Error('there is no worker');
    await worker.evaluate(`
      globalThis.asked = [];
      chrome.runtime.onMessage.addListener((message) => {
        if (message?.call === 'page/resolve') globalThis.asked.push(message.params.mentions.map(({ arxiv }) => arxiv));
      });`);
    const page = await open('<main></main>');
    const rows = KNOWN_PAPERS.map((_, index) => row(index));
    await page.page.evaluate(async (markups) => {
      const main = document.querySelector('main') ?? document.body;
      for (const [index, markup] of markups.entries()) {
        main.insertAdjacentHTML('beforeend', markup);
        // Noise that names nothing: ten changes for each row.
        for (let noise = 0; noise < 10; noise++) main.append(document.createComment(`${index}`));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      document.querySelectorAll('p')[0]?.scrollIntoView();
    }, rows);
    const asked = () => worker.evaluate<string[][]>('globalThis.asked');
    await waitFor('all papers', async () => new Set((await asked()).flat()).size === KNOWN_PAPERS.length);
    const messages = await asked();
    expect(messages.flat()).toHaveLength(KNOWN_PAPERS.length);
    // 71 rows over some 71 frames: at 200 ms between two looks that is about six.
    expect(messages.length).toBeLessThan(KNOWN_PAPERS.length / 3);
  });
});

describe('marks', () => {
  it('end where a scroller inside the page ends, and move with it', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => row(index)).join('');
    const page = await open(
      `<div id="scroller" style="height: 150px; overflow: auto; margin: 50px">${rows}</div><p>After</p>`,
    );
    const scroller = await page.page.locator('#scroller').boundingBox();
    if (!scroller) throw new Error('the scroller has no box');
    const areInside = async () => {
      const marks = await page.marks();
      const bottom = scroller.y + scroller.height;
      return marks.length > 0 && marks.every(({ y }) => y >= scroller.y - 2 && y <= bottom) ? marks : false;
    };
    const before = await waitFor('marks inside the scroller', areInside);
    await page.page.evaluate(() => document.querySelector('#scroller')?.scrollBy(0, 17));
    await waitFor('marks that moved', async () => {
      const after = await areInside();
      return after && after.some(({ y }) => before.every((mark) => Math.abs(mark.y - y) > 2));
    });
  });

  // What neither resizes the root nor the body is noticed with the next change of nodes (decision 0001).
  it.each([
    ['zoomed', 'document.body.style.zoom = 1.5'],
    ['zoomed at the root', 'document.documentElement.style.zoom = 0.8'],
    ['moved', `document.body.style.transform = 'translate(40px, 30px)'; document.body.append('')`],
    ['set in columns', `document.body.style.columns = '3'`],
    ['read from the right', `document.documentElement.dir = 'rtl'; document.body.append('')`],
    ['set narrow and large', `document.body.style.cssText = 'width: 220px; font: 23px/1.7 serif'`],
    ['set in from its edges', `document.body.style.margin = '0 200px'`],
    ['scrolled', `document.body.style.paddingBottom = '3000px'; scrollTo(0, 60)`],
  ])('stand below their titles on a page that is %s', async (_what, change) => {
    const page = await open(row(0) + row(1) + row(2));
    await waitForMarksUnder(page, 'a', 3);
    await page.page.evaluate(change);
    await waitForMarksUnder(page);
  });

  it('stand below their titles when the whole page is scaled', async () => {
    const page = await open(row(0) + row(1));
    await waitForMarksUnder(page, 'a', 2);
    await page.cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    // Boxes of the protocol count in pixels of the layout; the page's own measure does as well.
    await waitForMarksUnder(page, 'a', 2);
    await page.cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    await page.cdp.send('Emulation.setDeviceMetricsOverride', {
      width: 500,
      height: 800,
      deviceScaleFactor: 2.5,
      mobile: false,
    });
    await waitForMarksUnder(page);
  });

  it('are not drawn over a sticky header that covers their title', async () => {
    const page = await open(
      `<header style="position: sticky; top: 0; height: 100px; background: navy">Above</header>${row(0)}
       <div style="height: 200px"></div>${row(1)}
       <div style="height: 3000px"></div>`,
    );
    await waitForMarksUnder(page, 'a', 2);
    await page.page.evaluate(() => {
      const title = document.querySelector('#paper0')?.getBoundingClientRect();
      scrollTo(0, (title?.top ?? 0) - 40);
    });
    await waitForMarksUnder(page, '#paper1');
  });

  it('are drawn in a folded part only once it is opened', async () => {
    const page = await open(`${row(0)}<details><summary>More</summary>${row(1)}</details>`);
    await waitForMarksUnder(page, '#paper0');
    await page.page.locator('summary').click();
    await waitForMarksUnder(page, 'a', 2);
    await page.page.locator('summary').click();
    await waitForMarksUnder(page, '#paper0');
  });

  it('have the colour of their title on a dark page', async () => {
    const page = await open(
      row(0),
      '<style>:root { color-scheme: dark; background: #111 } a { color: rgb(200, 220, 255) }</style>',
    );
    await waitForMarksUnder(page, 'a', 1);
    const host = (await page.shadow.roots()).find(({ hostName }) => hostName === 'paperkin-marks');
    const mark = host?.children.flatMap(({ children }) => children).find(({ name }) => name === 'div');
    expect(mark?.attributes['style']).toContain('color: rgb(200, 220, 255)');
  });
});
