import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import type { Box } from '../../tools/browsers/shadow';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { knownPaper, linkTo, savedTitles } from '../browser/known-papers';
import { waitForMarksUnder } from '../browser/marks';
import { madePages } from '../browser/made-pages';

let run: ChromiumRun;

beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterAll(() => closeClean(run));

const openPage = madePages('covers');
const open = (body: string, head = '') => openPage(run, body, head);

const row = (index: number) => `<p>${linkTo(knownPaper(index), 'title')}</p>`;

const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

function frontAt(page: ChromiumPage, at: { x: number; y: number }): Promise<string> {
  return page.page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName ?? '', at);
}

/** How the card looks, as far as a style sheet of the page could change it. */
async function look(page: ChromiumPage): Promise<unknown> {
  await page.hover('#title');
  const { box, node } = await page.waitForCard('Kin');
  const style = await page.shadow.callOn(
    `(card) => {
      const styles = [card, card.querySelector('h2'), card.querySelector('button'), card.parentElement].map((each) => getComputedStyle(each));
      const names = ['color', 'background-color', 'font-size', 'opacity', 'visibility', 'filter', 'clip-path', 'display', 'pointer-events', 'zoom', 'padding'];
      return styles.map((style) => names.map((name) => name + ' ' + style.getPropertyValue(name)).join('; ')).join('\\n');
    }`,
    [node.ref],
  );
  const { width, height } = box;
  return { style, width, height, front: await frontAt(page, middleOf(box)) };
}

const STYLES = ['components/card.css', 'assets/tokens.css', 'page/card/card-host.css'].map((file) =>
  readFileSync(join(import.meta.dirname, '../..', file), 'utf8'),
);
/** Custom properties come into a closed root by inheritance. */
const OUR_VARIABLES = new Set(STYLES.join().match(/--[a-z][a-z0-9-]*/g));
const poisoned = [...OUR_VARIABLES].map((name) => `${name}: 0 !important`).join('; ');
/** Registered for a whole document, its shadow trees among it. */
const registered = [...OUR_VARIABLES]
  .map((name) => `@property ${name} { syntax: '<color>'; inherits: false; initial-value: transparent }`)
  .join(' ');

describe('a style sheet of the page', () => {
  const paper = row(0);
  let expected: unknown;
  beforeAll(async () => {
    expected = await look(await open(paper));
  });

  it.each([
    [
      'that hides, moves, shrinks and animates our elements',
      `paperkin-card { clip-path: inset(50%) !important; filter: opacity(0) !important; content-visibility: hidden !important; zoom: 3 !important;
        translate: 900px !important; scale: 0 !important; mask: linear-gradient(transparent, transparent) !important; contain: strict !important;
        overflow: clip !important; animation: away 1s infinite !important; mix-blend-mode: difference !important; writing-mode: vertical-rl !important }
       @keyframes away { from, to { opacity: 0; transform: scale(0) } }`,
    ],
    [
      'in a layer, by what the page holds',
      `@layer last, first; @layer last { :root:has(paperkin-card) > paperkin-card { all: revert !important; display: none !important; inset: -9999px !important } }
       @layer first { :is(paperkin-card, #none#none#none) { visibility: hidden !important; user-select: none !important; font: 1px serif !important } }`,
    ],
    [
      'about everything in the top layer',
      `[popover], :popover-open, dialog, ::backdrop { display: none !important; opacity: 0 !important; transform: scale(0) !important }`,
    ],
    ['that registers our own variables', registered],
    ['that sets our own variables', `*, paperkin-card { ${poisoned} }`],
    [
      'about the root',
      `html { filter: opacity(0.2) !important; mask: linear-gradient(#000, #0008); overflow: clip; contain: paint; perspective: 10px; isolation: isolate }`,
    ],
  ])('%s changes nothing of the card', async (_what, css) => {
    const page = await open(paper, `<style>${css}</style>`);
    expect(await look(page)).toEqual(expected);
    await page.page.close();
  });

  it('that lets no pointer through opens no card; without it all is as before', async () => {
    const page = await open(paper);
    await waitForMarksUnder(page, 'a', 1);
    await page.page.evaluate('document.documentElement.inert = true');
    await page.hover('#title');
    await page.page.waitForTimeout(1_000);
    expect(await page.cardText()).toBeNull();
    await page.page.evaluate('document.documentElement.inert = false');
    await page.page.mouse.move(500, 700, { steps: 2 });
    expect(await look(page)).toEqual(expected);
  });
});

/** What a page lays over the card: opaque, and the pointer goes through. */
const COVER = `<div id="cover" popover="manual" style="inset: 0; width: 100%; height: 100%; margin: 0; border: 0; padding: 0;
  background: rgb(255, 0, 255); pointer-events: none"></div>`;
/** A page that would be the first to hear of everything in the top layer, and the last. */
const KEEPS_EVENTS = `<script>
  for (const type of ['toggle', 'beforetoggle']) addEventListener(type, (event) => event.stopImmediatePropagation(), true);
</script>`;

/** Whether what is seen in the middle of the card's title is the cover. */
async function isCovered(page: ChromiumPage, { x, y }: { x: number; y: number }): Promise<boolean> {
  const clip = { x: Math.round(x), y: Math.round(y), width: 40, height: 12 };
  const [seen, cover] = [
    await page.page.screenshot({ clip }),
    await page.page.screenshot({ clip: { ...clip, x: 2, y: 780 } }),
  ];
  return seen.equals(cover);
}

describe('a page that covers the card with what the pointer passes', () => {
  it('once, and keeps the news of it to itself, has the card above it', async () => {
    const page = await open(row(1) + COVER, KEEPS_EVENTS);
    await page.hover('#title');
    const { box } = await page.waitForCard('Kin');
    const at = { x: box.x + 20, y: box.y + 20 };
    await page.page.evaluate(`document.querySelector('#cover').showPopover()`);
    await waitFor('the card in sight', async () => !(await isCovered(page, at)));
    await page.page.keyboard.press('s');
    await page.waitForCard('To read');
  });

  it('in each frame loses the card: nobody presses what is not seen', async () => {
    const paper = knownPaper(2);
    const page = await open(row(2) + COVER, KEEPS_EVENTS);
    await page.hover('#title');
    await page.waitForCard('Kin');
    const save = (await page.cardButtons()).find(({ name }) => name.startsWith('Save'));
    if (!save) throw new Error('the card has no Save');
    await page.page.evaluate(`(() => {
      const cover = document.querySelector('#cover');
      const again = () => { if (cover.matches(':popover-open')) cover.hidePopover(); cover.showPopover(); requestAnimationFrame(again); };
      again();
    })()`);
    await page.waitForNoCard();
    const { x, y } = middleOf(save.box);
    await page.page.mouse.click(x, y);
    await page.page.keyboard.press('s');
    await page.page.waitForTimeout(500);
    expect(await savedTitles(run)).not.toContain(paper.title);
  });
});

describe('a key that saves', () => {
  it.each([
    ['taken away', `document.querySelector('paperkin-card').remove()`],
    [
      'put where nothing is shown',
      `document.body.append(Object.assign(document.createElement('div'), { hidden: true, id: 'box' }));
       document.querySelector('#box').append(document.querySelector('paperkin-card'))`,
    ],
    ['hidden with the whole page', `document.documentElement.style.display = 'none'`],
    ['left unpainted with the whole page', `document.documentElement.style.contentVisibility = 'hidden'`],
  ])('saves nothing once the card is %s', async (_what, hide) => {
    const paper = knownPaper(3);
    const page = await open(row(3));
    await page.hover('#title');
    await page.waitForCard('Kin');
    await page.page.evaluate(hide);
    await page.page.keyboard.press('s');
    await page.page.waitForTimeout(300);
    expect(await savedTitles(run)).not.toContain(paper.title);
    await page.page.close();
  });
});
