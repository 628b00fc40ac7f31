import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { askedOf, noteAsked } from '../browser/asked-messages';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { knownPaper } from '../browser/known-papers';
import { waitForMarksUnder } from '../browser/marks';
import { madePages, titleRow } from '../browser/made-pages';

let run: ChromiumRun;

beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterAll(() => closeClean(run));

const openPage = madePages('floods');
const open = (body: string, head = '') => openPage(run, body, head);

/** The least time between two looks at a page that keeps changing (`SETTLE_MS`), with some for what each may ask. */
const asksAtMost = (ms: number) => (ms / 200 + 2) * 2;

describe('a flood', () => {
  const FLOOD_MS = 4_000;
  /** Changes the page for some seconds, a hundred changes every ten milliseconds; how many there were, and how long it took. */
  const flood = (page: ChromiumPage, change: string) =>
    page.page.evaluate<{ changes: number; ms: number }>(`new Promise((resolve) => {
      const started = performance.now();
      let changes = 0;
      const burst = () => {
        for (let at = 0; at < 100; at++, changes++) { ${change} }
        const ms = performance.now() - started;
        if (ms < ${FLOOD_MS}) setTimeout(burst, 10);
        else resolve({ changes, ms });
      };
      burst();
    })`);

  it.each([
    ['that names nothing', `document.querySelector('#noise').textContent = changes;`, 12],
    ['of attributes', `document.documentElement.setAttribute('data-noise', changes);`, 4],
    [
      'of new titles',
      `document.querySelector('#noise').innerHTML = '<a href="/abs/2401.' + (10000 + changes % 80000) + '">A Made Paper About ' + changes + ' Harbours</a>';`,
      Infinity,
    ],
    [
      'of dialogs',
      `document.querySelector('dialog').toggleAttribute('open'); document.querySelector('[popover]').togglePopover();`,
      4,
    ],
  ])('%s has the background asked no more often than the pace allows', async (_what, change, fewest) => {
    const page = await open(
      `${titleRow(6)}<p id="noise"></p><dialog>Said</dialog><div popover="manual" style="inset: auto 0 0 auto">Said</div>`,
    );
    await waitForMarksUnder(page, '#paper6', 1);
    await noteAsked(run);
    const { changes, ms } = await flood(page, change);
    const asked = (await askedOf(run)).filter((call) => call.startsWith('page/'));
    expect(changes).toBeGreaterThan(2_000);
    expect(asked.length).toBeLessThanOrEqual(Math.min(fewest, asksAtMost(ms)));
    await page.page.evaluate(
      `document.querySelector('[popover]').hidePopover(); document.querySelector('dialog').close()`,
    );
    await page.hover('#paper6');
    await page.waitForCard(knownPaper(6).title, 10_000);
    await page.page.close();
  });
});

describe('titles that nobody can see', () => {
  it('in and below 100,000 hidden nodes cost no mark and do not hide the one that is seen', async () => {
    const page = await open(
      `<div hidden>${'<i><b></b></i>'.repeat(50_000)}${titleRow(7)}</div><div style="display: none">${titleRow(8)}</div>
       <div style="visibility: hidden">${titleRow(9)}</div><div style="opacity: 0">${titleRow(10)}</div>${titleRow(11)}`,
    );
    await waitFor('a mark', async () => (await page.marks()).length > 0, 20_000);
    await waitForMarksUnder(page, '#paper11', 1);
    await page.hover('#paper11');
    await page.waitForCard(knownPaper(11).title);
  });

  it('in the shadow roots of the page have no mark, no card and do no harm', async () => {
    const page = await open(`<div id="root"></div><div style="height: 60px"></div>${titleRow(13)}`);
    await page.page.evaluate((markup) => {
      let host = document.querySelector('#root');
      for (let depth = 0; host && depth < 60; depth++) {
        const root: ShadowRoot = host.attachShadow({ mode: depth % 2 ? 'closed' : 'open' });
        root.innerHTML = depth === 59 ? markup : '<div></div>';
        host = root.firstElementChild;
      }
    }, titleRow(12));
    await waitForMarksUnder(page, '#paper13', 1);
    const { x, y } = (await page.page.locator('#root').boundingBox()) ?? { x: 0, y: 0 };
    await page.page.mouse.move(x + 60, y + 24, { steps: 3 });
    await page.page.waitForTimeout(1_000);
    expect(await page.cardText()).toBeNull();
    await page.hover('#paper13');
    await page.waitForCard(knownPaper(13).title);
  });
});
