import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor, type CardView } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { knownPaper, linkTo } from '../browser/known-papers';
import { cardBox, cardTexts, focusInCard, spokenAside } from '../browser/page-parts';

let run: ChromiumRun;
let pageCount = 0;
const [FIRST, SECOND, THIRD] = [knownPaper(0), knownPaper(1), knownPaper(2)];

beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterAll(() => closeClean(run));

async function open(body: string): Promise<ChromiumPage> {
  const url = `https://arxiv.org/hover/${pageCount++}`;
  const page = await run.open(url, `<!doctype html><body style="margin: 40px">${body}</body>`);
  await page.waitForMarks();
  return page;
}

async function pointAt(page: ChromiumPage, id: string, title: string): Promise<CardView> {
  await page.hover(`#${id}`);
  await page.waitForCard(title);
  return page.waitForCard('Kin');
}

/** The box of the open card once it has stopped changing. */
async function restingBox(page: ChromiumPage) {
  let before = '';
  return waitFor('a card at rest', async () => {
    const { box } = await page.waitForCard();
    const rests = before === JSON.stringify(box);
    before = JSON.stringify(box);
    return rests && box;
  });
}

describe('a related paper in the card', () => {
  it('has the card when the pointer rests on it, and Back leads to the paper before', async () => {
    const page = await open(`<p>${linkTo(FIRST, 'first')}</p>`);
    await pointAt(page, 'first', FIRST.title);
    const [kin = ''] = await cardTexts(page, 'pk-kin-title');
    const row = await cardBox(page, 'pk-kin-title');
    await page.page.mouse.move(row.x + 30, row.y + 8, { steps: 8 });
    await page.page.waitForTimeout(300);
    expect(await cardTexts(page, 'pk-title')).toEqual([FIRST.title]);
    await waitFor(
      'the card of the related paper',
      async () => (await cardTexts(page, 'pk-title'))[0] === kin,
    );
    await page.waitForCard('Kin');
    // Its own list may lie where the pointer is: it opens nothing before the pointer has left it.
    for (const x of [32, 34, 36]) {
      await page.page.mouse.move(row.x + x, row.y + 8);
      await page.page.waitForTimeout(400);
    }
    expect(await cardTexts(page, 'pk-title')).toEqual([kin]);
    await page.clickCardButton('Back');
    await waitFor('the first paper', async () => (await cardTexts(page, 'pk-title'))[0] === FIRST.title);
    await page.page.mouse.move(900, 20);
    await page.waitForNoCard();
  });

  it('is not opened by a pointer that passes over it', async () => {
    const page = await open(`<p>${linkTo(FIRST, 'first')}</p>`);
    const { box } = await pointAt(page, 'first', FIRST.title);
    await page.page.mouse.move(box.x + 60, box.y + box.height - 12, { steps: 12 });
    await page.page.waitForTimeout(900);
    expect(await cardTexts(page, 'pk-title')).toEqual([FIRST.title]);
  });

  it('is opened by Enter, and the focus stays in the card there and back', async () => {
    const page = await open(`<p>${linkTo(FIRST, 'first')}</p>`);
    const { keyboard } = page.page;
    await keyboard.press('Tab');
    await page.waitForCard('Kin');
    await keyboard.press('ArrowDown');
    const kin = await cardTexts(page, 'pk-kin-title');
    const names = (await page.cardButtons()).map(({ name }) => name);
    const steps = names.findIndex((name) => name.startsWith(kin[1] ?? '?')) + 1;
    for (let step = 0; step < steps; step++) await keyboard.press('Tab');
    // The focus alone opens nothing: who tabs through the card could never get past its list.
    await page.page.waitForTimeout(900);
    expect(await cardTexts(page, 'pk-title')).toEqual([FIRST.title]);
    await keyboard.press('Enter');
    await waitFor('the related paper', async () => (await cardTexts(page, 'pk-title'))[0] === kin[1]);
    await page.waitForCard('Kin');
    expect(await focusInCard(page)).toBe('dialog');
    await keyboard.press('Backspace');
    await waitFor('the first paper', async () => (await cardTexts(page, 'pk-title'))[0] === FIRST.title);
    expect(await focusInCard(page)).toBe('button');
    await page.page.waitForTimeout(700);
    await keyboard.press('Enter');
    await waitFor('the same related paper', async () => (await cardTexts(page, 'pk-title'))[0] === kin[1]);
  });
});

describe('a pinned card', () => {
  async function pinned(): Promise<ChromiumPage> {
    const page = await open(`<p>${linkTo(FIRST, 'first')}</p><div style="height: 3000px"></div>`);
    await pointAt(page, 'first', FIRST.title);
    await page.page.keyboard.press('p');
    await waitFor('the grip', async () =>
      (await page.cardButtons()).some(({ name }) => name.startsWith('Move')),
    );
    return page;
  }

  it('is dragged by its grip, and stays there while the page scrolls', async () => {
    const page = await pinned();
    const before = await restingBox(page);
    const grip = await cardBox(page, 'pk-grip');
    const { mouse } = page.page;
    await mouse.move(grip.x + 30, grip.y + 8, { steps: 3 });
    await mouse.down();
    await mouse.move(grip.x + 230, grip.y + 108, { steps: 6 });
    await mouse.up();
    const after = await restingBox(page);
    expect(after.x - before.x).toBeCloseTo(200, 0);
    expect(after.y - before.y).toBeCloseTo(100, 0);
    await mouse.move(700, 750);
    await mouse.wheel(0, 900);
    await waitFor('a scrolled page', () => page.page.evaluate('scrollY > 500'));
    expect((await restingBox(page)).y).toBeCloseTo(after.y, 0);
  });

  it('stays in view, in a smaller window as well', async () => {
    const page = await pinned();
    const grip = await cardBox(page, 'pk-grip');
    await page.page.mouse.move(grip.x + 30, grip.y + 8, { steps: 3 });
    await page.page.mouse.down();
    await page.page.mouse.move(990, 790, { steps: 6 });
    await page.page.mouse.up();
    const inView = async (width: number, height: number) => {
      const { box } = await page.waitForCard();
      return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
    };
    await waitFor('a card in view', () => inView(1_000, 800));
    await page.page.setViewportSize({ width: 620, height: 640 });
    await waitFor('a card in the smaller view', () => inView(620, 640));
    await page.page.setViewportSize({ width: 1_000, height: 800 });
  });

  it('is moved by the arrow keys', async () => {
    const page = await pinned();
    const before = await restingBox(page);
    const grip = await cardBox(page, 'pk-grip');
    await page.page.mouse.click(grip.x + 30, grip.y + 8);
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.page.keyboard.press(key);
    const after = await restingBox(page);
    expect(after.x - before.x).toBeCloseTo(48, 0);
    expect(after.y - before.y).toBeCloseTo(24, 0);
  });
});

describe('no card', () => {
  it('opens while a button is held to select or drag, nor for the press itself', async () => {
    const page = await open(`<p id="text">${FIRST.title}</p><p>${linkTo(SECOND, 'second')}</p>`);
    const { mouse } = page.page;
    await page.hover('#second');
    await mouse.down();
    await page.page.waitForTimeout(600);
    expect(await page.cardText()).toBeNull();
    const text = await page.page.locator('#text').boundingBox();
    await mouse.move((text?.x ?? 0) + 40, (text?.y ?? 0) + 8, { steps: 5 });
    // News from the page make us look again at what lies under the pointer.
    await page.page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(linkTo(THIRD))})`,
    );
    await page.page.waitForTimeout(900);
    expect(await page.cardText()).toBeNull();
    await mouse.up();
  });

  it('stays open over a press on the page', async () => {
    const page = await open(`<p id="text">A plain line</p><p>${linkTo(SECOND, 'second')}</p>`);
    await pointAt(page, 'second', SECOND.title);
    await page.page.mouse.down();
    await page.waitForNoCard(1_000);
    await page.page.mouse.move(700, 30);
    await page.page.mouse.up();
  });
});

describe('a tooltip of the page', () => {
  it('is drawn below the pointer, so the card stands above where it has room', async () => {
    const link = linkTo(FIRST, 'first').replace('<a ', '<a title="Open this paper" ');
    const page = await open(
      `<div style="height: 310px"></div><p>${link}</p><p>${linkTo(SECOND, 'second')}</p>`,
    );
    await pointAt(page, 'first', FIRST.title);
    const line = await page.page.locator('#first').boundingBox();
    const { box } = await page.waitForCard();
    expect(box.y + box.height).toBeLessThanOrEqual(line?.y ?? 0);
    await page.page.keyboard.press('Escape');
    await pointAt(page, 'second', SECOND.title);
    expect((await page.waitForCard()).box.y).toBeGreaterThan(line?.y ?? 0);
  });
});

const shown = (page: ChromiumPage, id: string) =>
  page.page.evaluate((given) => {
    const { top, bottom } = document.querySelector(given)?.getBoundingClientRect() ?? new DOMRect();
    return top >= 0 && bottom <= innerHeight;
  }, `#${id}`);

describe('Alt and the arrows', () => {
  const FAR = `<p>${linkTo(FIRST, 'first')}</p><p><a href="/unknown">Something nobody knows</a></p>
    <div style="height: 2200px"></div><p>${linkTo(SECOND, 'second')}</p>
    <div style="height: 300px; overflow: auto" id="scroller"><div style="height: 900px"></div><p>${linkTo(THIRD, 'third')}</p></div>`;
  it('walk from known title to known title and round again, and back', async () => {
    const page = await open(FAR);
    for (const [id, { title }] of [
      ['first', FIRST],
      ['second', SECOND],
      ['third', THIRD],
      ['first', FIRST],
    ] as const) {
      await page.page.keyboard.press('Alt+ArrowDown');
      await page.waitForCard(title);
      expect(await shown(page, id)).toBe(true);
    }
    await page.page.keyboard.press('Alt+ArrowUp');
    await page.waitForCard(THIRD.title);
    await page.page.keyboard.press('Escape');
    await page.waitForNoCard();
  });

  it('lead into the card with ArrowDown, and Escape out of it', async () => {
    const page = await open(FAR);
    await page.page.keyboard.press('Alt+ArrowDown');
    await page.waitForCard('Kin');
    await page.page.keyboard.press('ArrowDown');
    expect(await focusInCard(page)).toBe('dialog');
    await page.page.keyboard.press('Escape');
    await page.waitForNoCard();
  });

  it('have a screen reader say which paper that is, and that there is none', async () => {
    const page = await open(FAR);
    await page.page.keyboard.press('Alt+ArrowDown');
    await page.waitForCard('Kin');
    expect(await spokenAside(page)).toContain(FIRST.title);
    await page.page.keyboard.press('Escape');
    await page.waitForNoCard();
    expect(await spokenAside(page)).toBe('');
    const empty = await run.open(`https://arxiv.org/hover/${pageCount++}`, '<p>Nothing here</p>');
    await waitFor('a page that is read', () =>
      empty.page.evaluate(`!!document.querySelector('paperkin-card')`),
    );
    await empty.page.keyboard.press('Alt+ArrowDown');
    await waitFor('words', async () => (await spokenAside(empty)) === 'No known paper on this page');
  });
});
