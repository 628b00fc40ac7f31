import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { knownPaper, linkTo } from '../browser/known-papers';
import { hostCount } from '../browser/page-parts';
import { keepSettings, resetSettings } from '../browser/settings';
import { ToolbarPopup } from '../browser/toolbar-popup';

let run: ChromiumRun;
let pageCount = 0;
const [FIRST, SECOND] = [knownPaper(0), knownPaper(1)];

beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterEach(() => resetSettings(run));
afterAll(() => closeClean(run));

/** Two known titles, the first of them also in reach of the Tab key. */
function open(host = 'arxiv.org'): Promise<ChromiumPage> {
  return run.open(
    `https://${host}/settings/${pageCount++}`,
    `<!doctype html><body style="margin: 40px"><p>${linkTo(FIRST, 'first')}</p>
     <p style="margin-top: 300px">${linkTo(SECOND, 'second')}</p>`,
  );
}

const waitForNoMarks = (page: ChromiumPage) =>
  waitFor('a page without marks', async () => (await page.marks()).length === 0);

describe('marks', () => {
  it('go and come with their switch, in tabs that are open and in new ones; cards stay', async () => {
    const page = await open();
    await page.waitForMarks();
    const popup = await run.openPopup(page);
    await popup.getByRole('button', { name: 'Settings' }).click();
    await popup.getByRole('switch', { name: 'Underline known titles' }).click();
    await page.page.bringToFront();
    await waitForNoMarks(page);
    await page.hover('#first');
    await page.waitForCard(FIRST.title);
    const later = await open();
    await later.hover('#first');
    await later.waitForCard(FIRST.title);
    expect(await later.marks()).toEqual([]);
    await popup.bringToFront();
    await popup.getByRole('switch', { name: 'Underline known titles' }).click();
    await later.page.bringToFront();
    await later.waitForMarks();
    await popup.close();
  });
});

describe('the delay', () => {
  it('is the one that the reader chose', async () => {
    await keepSettings(run, { openDelayMs: 1_000 });
    const page = await open();
    await page.waitForMarks();
    await page.hover('#first');
    await page.page.waitForTimeout(600);
    expect(await page.cardText()).toBeNull();
    await page.waitForCard(FIRST.title);
  });
});

describe('cards only with Alt', () => {
  it('open for the title under the pointer when Alt is pressed, and stay while the pointer is there', async () => {
    await keepSettings(run, { onlyWithAlt: true });
    const page = await open();
    await page.waitForMarks();
    await page.hover('#first');
    await page.page.waitForTimeout(700);
    expect(await page.cardText()).toBeNull();
    await page.page.keyboard.press('Alt');
    await page.waitForCard(FIRST.title);
    const box = await page.page.locator('#first').boundingBox();
    await page.page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 8, { steps: 4 });
    await page.page.waitForTimeout(500);
    await page.waitForCard(FIRST.title);
    await page.page.mouse.move(900, 700, { steps: 3 });
    await page.waitForNoCard();
  });

  it('open for the title that has the focus, too', async () => {
    await keepSettings(run, { onlyWithAlt: true });
    const page = await open();
    await page.waitForMarks();
    await page.page.keyboard.press('Tab');
    await page.page.waitForTimeout(700);
    expect(await page.cardText()).toBeNull();
    await page.page.keyboard.press('Alt');
    await page.waitForCard(FIRST.title);
  });
});

describe('a site', () => {
  it('is off with one click in the card, in all its tabs, and on again from the popup', async ({ skip }) => {
    const [page, other, elsewhere] = [await open(), await open(), await open('www.semanticscholar.org')];
    for (const each of [elsewhere, other, page]) {
      await each.page.bringToFront();
      await each.waitForMarks();
    }
    await page.hover('#first');
    await page.waitForCard('Kin');
    await page.clickCardButton('Turn off on arxiv.org');
    for (const each of [page, other]) {
      await waitFor('a page without us', async () => (await hostCount(each)) === 0);
    }
    await page.hover('#second');
    await page.page.waitForTimeout(600);
    expect(await page.cardText()).toBeNull();
    const later = await open();
    await later.page.waitForTimeout(500);
    expect(await hostCount(later)).toBe(0);
    await elsewhere.page.bringToFront();
    await elsewhere.hover('#first');
    await elsewhere.waitForCard(FIRST.title);

    // Only a press on the toolbar shows the popup the address of its page.
    const popup = await ToolbarPopup.press(run, later);
    if (!popup) return skip('this Chromium presses no toolbar buttons');
    await popup.waitForText('Paperkin is off on arxiv.org');
    await popup.evaluate(`document.querySelector('.pk-empty button').click()`);
    await popup.waitForText(FIRST.title);
    await popup.close();
    for (const each of [later, page, other]) {
      await each.page.bringToFront();
      await each.waitForMarks();
      await each.hover('#second');
      await each.waitForCard(SECOND.title);
    }
  });
});
