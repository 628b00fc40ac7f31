import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitFor, type CardView } from '../../tools/browsers/card-view';
import { CLOSE_GRACE_MS } from '../../core/hover/hover-state';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { knownPaper, linkTo, savedTitles } from '../browser/known-papers';
import { arxivListing } from '../fixtures/listing';

let run: ChromiumRun;
let page: ChromiumPage;

const ADDRESS = 'https://arxiv.org/reading/list';
const [FIRST, SECOND] = [knownPaper(0), knownPaper(1)];
/** Nobody has saved this one when its test begins. */
let fresh = knownPaper(2);
let freshIndex = 2;

function markup(): string {
  return `<!doctype html><body style="margin: 40px">
    <p><input id="field"></p><p>${linkTo(FIRST, 'first')}</p>
    <p style="margin-top: 600px">${linkTo(SECOND, 'second')}</p><p>${linkTo(fresh, 'fresh')}</p>
    <p><button id="elsewhere">Elsewhere</button></p>
    <script>
      window.heard = [];
      for (const type of ['keydown', 'keypress', 'keyup', 'input']) {
        window.addEventListener(type, (event) => heard.push(type + ' ' + (event.key ?? '')), true);
      }
    </script>`;
}

const heard = () => page.page.evaluate<string[]>('window.heard.splice(0)');
const focused = () => page.page.evaluate(() => document.activeElement?.id ?? '');
const press = (key: string) => page.page.keyboard.press(key);
/** To the field before the first title, so that the next Tab comes to that title. */
const focusField = () => page.page.locator('#field').focus();

beforeAll(async () => {
  run = await ChromiumRun.start();
});
beforeEach(async () => {
  fresh = knownPaper(freshIndex++);
  await page?.page.close();
  page = await run.open(ADDRESS, markup());
  await waitFor('marks', async () => (await page.marks()).length > 0);
});
afterAll(() => closeClean(run));

/** Puts the pointer on a title and waits for its card. */
async function pointAt(id: string, title: string): Promise<CardView> {
  await page.hover(`#${id}`);
  return page.waitForCard(title);
}

describe('focus', () => {
  it('opens the card of the title it comes to, and closes it when it leaves', async () => {
    await focusField();
    await press('Tab');
    expect(await focused()).toBe('first');
    await page.waitForCard(FIRST.title);
    expect(await focused()).toBe('first');
    await press('Shift+Tab');
    await page.waitForNoCard();
  });

  it('opens the card on a listing, whose titles are no links, from the link beside', async () => {
    const listing = await run.open('https://arxiv.org/list/cs.LG/recent', arxivListing([FIRST, SECOND]));
    await waitFor('marks', async () => (await listing.marks()).length > 0);
    const focusedId = () => listing.page.evaluate(() => document.activeElement?.id);
    for (const { arxiv, title } of [FIRST, SECOND]) {
      while ((await focusedId()) !== arxiv) await listing.page.keyboard.press('Tab');
      await listing.waitForCard(title);
    }
    await listing.page.close();
  });

  it('does not open again after Escape until it has moved', async () => {
    await focusField();
    await press('Tab');
    await page.waitForCard(FIRST.title);
    await press('Escape');
    await page.waitForNoCard();
    expect(await focused()).toBe('first');
    // Were it to open again, it would have by the time another card came and went.
    await pointAt('second', SECOND.title);
    await press('Escape');
    await page.waitForNoCard();
    await press('Shift+Tab');
    await press('Tab');
    await page.waitForCard(FIRST.title);
  });

  it('walks the card after ArrowDown, and Escape returns it to the title', async () => {
    await focusField();
    await press('Tab');
    await page.waitForCard('Kin');
    await press('ArrowDown');
    await waitFor('focus in the card', async () => (await focused()) !== 'first');
    const inCard = () => page.page.evaluate(() => document.activeElement?.localName);
    expect(await inCard()).toBe('paperkin-card');
    const buttons = await page.cardButtons();
    for (let step = 0; step < buttons.length; step++) {
      await press('Tab');
      expect(await inCard()).toBe('paperkin-card');
    }
    await press('Escape');
    await page.waitForNoCard();
    expect(await focused()).toBe('first');
  });

  /** To the Save button of the fresh paper's card, through all before it. */
  async function walkToSave(): Promise<void> {
    // From a side with no title: on a slow machine the card of that would be the one that is seen.
    await page.page.locator('#elsewhere').focus();
    await press('Shift+Tab');
    await page.waitForCard('Save');
    await press('ArrowDown');
    const names = (await page.cardButtons()).map(({ name }) => name);
    const steps = names.findIndex((name) => /Save/.test(name)) + 1;
    for (let step = 0; step < steps; step++) await press('Tab');
  }

  it.each(['Enter', 's'])('saves from the Save button with %s, and stays in the card', async (key) => {
    await walkToSave();
    await press(key);
    await page.waitForCard('To read');
    expect(await savedTitles(run)).toContain(fresh.title);
    // The button went, and with it, for a moment, the focus that holds the card.
    await page.page.waitForTimeout(2 * CLOSE_GRACE_MS);
    await page.waitForCard('To read');
    expect(await page.page.evaluate(() => document.activeElement?.localName)).toBe('paperkin-card');
  });
});

describe('the keys of the card', () => {
  it('save with s, once, and keep that from the page', async () => {
    await pointAt('fresh', fresh.title);
    await page.waitForCard('Save');
    await heard();
    await press('s');
    await page.waitForCard('To read');
    await press('s');
    expect(await heard()).toEqual([]);
    expect((await savedTitles(run)).filter((title) => title === fresh.title)).toHaveLength(1);
  });

  it("are the page's while no card is open, and text while the reader types", async () => {
    await press('s');
    expect(await heard()).toEqual(['keydown s', 'keypress s', 'keyup s']);
    await focusField();
    await pointAt('fresh', fresh.title);
    await page.waitForCard('Save');
    await press('s');
    await press('p');
    expect(await page.page.locator('#field').inputValue()).toBe('sp');
    expect(await heard()).toContain('input ');
    expect((await page.waitForCard('Save')).text).not.toContain('To read');
    expect(await savedTitles(run)).not.toContain(fresh.title);
  });

  it("are the page's with a modifier", async () => {
    await pointAt('fresh', fresh.title);
    await page.waitForCard('Save');
    await heard();
    for (const key of ['Control+s', 'Alt+s', 'Meta+s', 'Shift+S']) await press(key);
    expect((await heard()).filter((line) => /^keydown s$/i.test(line))).toHaveLength(4);
    expect(await savedTitles(run)).not.toContain(fresh.title);
  });
});

describe('the pointer', () => {
  it('may rest: the card stays', async () => {
    await pointAt('first', FIRST.title);
    await page.page.waitForTimeout(3_000);
    await page.waitForCard(FIRST.title);
    await page.page.mouse.move(900, 20);
    await page.waitForNoCard();
  });

  it('may go from the title to the card over the gap, aslant, and slowly', async () => {
    const { box } = await pointAt('first', FIRST.title);
    const from = await page.page.locator('#first').boundingBox();
    if (!from) throw new Error('the title has no box');
    const start = { x: from.x + 20, y: from.y + from.height / 2 };
    const end = { x: box.x + box.width * 0.8, y: box.y + 12 };
    await page.page.mouse.move(start.x, start.y);
    for (let step = 1; step <= 20; step++) {
      const along = step / 20;
      await page.page.mouse.move(start.x + (end.x - start.x) * along, start.y + (end.y - start.y) * along);
      await page.page.waitForTimeout(40);
    }
    // A card that had closed on the way would not come back here; reading it at each step would make the way as slow as the machine.
    await page.page.waitForTimeout(500);
    expect(await page.cardText()).toContain(FIRST.title);
    await page.page.mouse.move(900, 20);
    await page.waitForNoCard();
  });

  it('may leave a pinned card open, until it is closed', async () => {
    await pointAt('first', FIRST.title);
    await page.clickCardButton(/Keep this card open/);
    await waitFor('a pinned card', async () =>
      (await page.cardButtons()).some(({ name }) => name === 'Let this card close'),
    );
    await page.page.mouse.move(900, 20);
    // Another title gets no card while one is pinned; it would have had it by then.
    await page.hover('#second');
    await page.page.waitForTimeout(700);
    await page.waitForCard(FIRST.title);
    await page.clickCardButton('Close');
    await page.waitForNoCard();
  });

  it('pins with p as well', async () => {
    await pointAt('first', FIRST.title);
    await press('p');
    await waitFor('a pinned card', async () =>
      (await page.cardButtons()).some(({ name }) => name === 'Let this card close'),
    );
    await press('p');
    await waitFor('a card that is not pinned', async () =>
      (await page.cardButtons()).some(({ name }) => name === 'Keep this card open'),
    );
    await page.page.mouse.move(900, 20);
    await page.waitForNoCard();
  });

  it('opens a title that nobody knows with Alt alone', async () => {
    const unknown = await run.open(
      'https://arxiv.org/reading/unknown',
      `<p><a id="unknown" href="https://arxiv.org/abs/1201.0001">On the Tides of Harbour Logs</a></p><p>${linkTo(FIRST, 'first')}</p>`,
    );
    await waitFor('marks', async () => (await unknown.marks()).length > 0);
    await unknown.hover('#unknown');
    await unknown.page.waitForTimeout(600);
    expect(await unknown.cardText()).toBeNull();
    await unknown.page.keyboard.press('Alt');
    await unknown.waitForCard('On the Tides of Harbour Logs');
    await unknown.waitForCard('No abstract known');
    await unknown.page.close();
  });
});
