import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARKS_TAG } from '../../page/closed-host';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { knownPaper, linkTo } from '../browser/known-papers';
import { markColors, waitForMarksUnder } from '../browser/marks';
import { madePages, titleRow } from '../browser/made-pages';

let run: ChromiumRun;

beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterAll(() => closeClean(run));

const openPage = madePages('above');
const open = (body: string, head = '') => openPage(run, body, head);

const rows = (count: number) => Array.from({ length: count }, (_, index) => titleRow(index)).join('');

/** Whether the mark of a title can be seen: nothing of ours is ever hit by a pointer, so its pixels have to tell. */
async function isPainted(page: ChromiumPage, selector: string): Promise<boolean> {
  const { x, y, width, height } = (await page.page.locator(selector).boundingBox()) ?? new DOMRect();
  const clip = { x, y: y + height - 4, width: Math.min(width, 200), height: 4 };
  const host = (await page.shadow.roots()).find(({ hostName }) => hostName === MARKS_TAG);
  const layer = host?.children.find(({ attributes }) => attributes['id'] === 'layer')?.ref ?? '';
  const before = await page.page.screenshot({ clip });
  await page.shadow.callOn(`(layer) => void (layer.style.visibility = 'hidden') ?? ''`, [layer]);
  const without = await page.page.screenshot({ clip });
  await page.shadow.callOn(`(layer) => void (layer.style.visibility = '') ?? ''`, [layer]);
  return !before.equals(without);
}

describe('titles above the page', () => {
  it('are marked in a modal dialog, also where it scrolls, and those behind it are not', async () => {
    const page = await open(
      `<div style="height: 30px"></div>${titleRow(0)}<dialog style="height: 200px; width: 700px">${titleRow(1)}${titleRow(2)}
       <div style="height: 500px"></div></dialog>`,
    );
    await waitForMarksUnder(page, '#paper0', 1);
    await page.page.evaluate(`document.querySelector('dialog').showModal()`);
    await waitForMarksUnder(page, 'dialog a', 2);
    expect(await isPainted(page, '#paper1')).toBe(true);
    await page.page.evaluate(`document.querySelector('dialog').scrollBy(0, 65)`);
    await waitForMarksUnder(page, '#paper2', 1);
    await page.page.evaluate(`document.querySelector('dialog').close()`);
    await waitForMarksUnder(page, '#paper0', 1);
    expect(await isPainted(page, '#paper0')).toBe(true);
  });

  it('are marked in a popover of the page', async () => {
    const page = await open(
      `${titleRow(0)}<div popover="manual" style="inset: 200px auto auto 40px">${titleRow(1)}</div>`,
    );
    await waitForMarksUnder(page, '#paper0', 1);
    await page.page.evaluate(`document.querySelector('[popover]').showPopover()`);
    await waitForMarksUnder(page, 'a', 2);
    expect(await isPainted(page, '#paper1')).toBe(true);
  });

  it('are marked in full screen, and those behind it are not', async () => {
    const page = await open(
      `<div style="height: 100px"></div>${titleRow(0)}
       <div id="full">${titleRow(1)}<button id="go" onclick="document.querySelector('#full').requestFullscreen()">go</button></div>`,
    );
    await waitForMarksUnder(page, 'a', 2);
    await page.page.locator('#go').click();
    await waitFor('full screen', () => page.page.evaluate(() => document.fullscreenElement !== null));
    await waitForMarksUnder(page, '#paper1', 1);
    expect(await isPainted(page, '#paper1')).toBe(true);
    await page.page.evaluate(() => document.exitFullscreen());
    await waitForMarksUnder(page, 'a', 2);
  });

  it('have their card above their marks', async () => {
    const page = await open(
      `<dialog>${rows(6)}</dialog><script>document.querySelector('dialog').showModal()</script>`,
    );
    await waitForMarksUnder(page, 'dialog a', 6);
    await page.hover('#paper0');
    await page.waitForCard('Kin');
    await page.page.keyboard.press('p');
    // The page opens one more thing, and the marks rise above it, but not above the card.
    await page.page.evaluate(
      `document.querySelector('dialog').insertAdjacentHTML('beforeend', '<div popover="manual" style="inset: auto 0 0 auto">Saved</div>');
       document.querySelector('[popover]').showPopover()`,
    );
    await page.page.waitForTimeout(300);
    expect(await isPainted(page, '#paper1')).toBe(false);
    await page.clickCardButton('Close');
    await page.waitForNoCard();
    expect(await isPainted(page, '#paper1')).toBe(true);
  });
});

describe('marks', () => {
  const THEMES = `<style>
    :root { background: #fff; --link: rgb(10, 20, 120) } a { color: var(--link) }
    .dark { background: #111; --link: rgb(200, 220, 255) }
    @media (prefers-color-scheme: dark) { .system { --link: rgb(150, 180, 250) } }
  </style>`;

  it('change their colour with the theme that the page switches to', async () => {
    const page = await open(titleRow(0), THEMES);
    await waitForMarksUnder(page, 'a', 1);
    expect(await markColors(page)).toEqual(['rgb(10, 20, 120)']);
    await page.page.evaluate(`document.documentElement.classList.add('dark')`);
    await waitFor('the other colour', async () => (await markColors(page))[0] === 'rgb(200, 220, 255)');
    await page.page.evaluate(`document.documentElement.className = ''; document.body.className = 'dark'`);
    await page.page.evaluate(`document.body.className = ''`);
    await waitFor('the first colour', async () => (await markColors(page))[0] === 'rgb(10, 20, 120)');
  });

  it('change their colour with the theme of the system', async () => {
    const page = await open(titleRow(0), THEMES);
    await page.page.evaluate(`document.documentElement.className = 'system'`);
    await waitForMarksUnder(page, 'a', 1);
    await page.page.emulateMedia({ colorScheme: 'dark' });
    await waitFor('the dark colour', async () => (await markColors(page))[0] === 'rgb(150, 180, 250)');
    await page.page.emulateMedia({ colorScheme: 'light' });
    await waitFor('the light colour', async () => (await markColors(page))[0] === 'rgb(10, 20, 120)');
  });

  it('stand below the titles of a scaled container', async () => {
    const page = await open(
      `<div style="transform: scale(1.5); transform-origin: 0 0; width: 500px">${titleRow(0)}${titleRow(1)}</div>`,
    );
    await waitForMarksUnder(page, 'a');
  });

  it('are no more than the view needs, on a page of 2,000 known titles', async () => {
    const page = await open(
      Array.from({ length: 2_000 }, (_, at) => `<p>${linkTo(knownPaper(at % 71), `t${at}`)}</p>`).join(''),
    );
    const first = await page.waitForMarks();
    expect(first.length).toBeLessThan(80);
    await page.page.evaluate('scrollTo(0, document.body.scrollHeight / 2)');
    await waitFor('marks in the middle', async () =>
      (await page.marks()).some(({ y }) => y > 100 && y < 700),
    );
    expect((await page.marks()).length).toBeLessThan(120);
  });

  it('are not printed, nor is a card', async () => {
    const page = await open(titleRow(0));
    await page.hover('#paper0');
    await page.waitForCard('Kin');
    await page.page.emulateMedia({ media: 'print' });
    expect(await page.marks()).toEqual([]);
    expect(await page.cardText()).toBeNull();
    await page.page.emulateMedia({ media: null });
    await page.waitForMarks();
  });
});
