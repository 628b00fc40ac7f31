import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../core/settings';
import type { Value } from '../../messaging/protocol';
import { waitFor } from '../../tools/browsers/card-view';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { ExtensionPage } from '../browser/extension-page';
import { cardBox, cardStatus, focusInCard } from '../browser/page-parts';
import { endQuietly } from '../browser/quiet-end';
import { keepSettings, resetSettings } from '../browser/settings';
import { titlesOnlyPage } from '../fixtures/listing';

/**
 * What a curious page would do: listen, before anything else in the document, to every event there is. The names come from
 * the browser itself, and those without a handler attribute from the standards. The machine's own movements are left out.
 */
const RECORDER = `<script>
  globalThis.heard = null;
  const attributes = new Set();
  for (const owner of [window, Document.prototype, Element.prototype, HTMLElement.prototype, SVGElement.prototype]) {
    for (const name in owner) if (/^on(?!device)/.test(name)) attributes.add(name.slice(2));
  }
  const others = ['focusin', 'focusout', 'compositionstart', 'compositionupdate', 'compositionend', 'DOMActivate',
    'DOMFocusIn', 'DOMFocusOut', 'MozMousePixelScroll', 'mousewheel', 'DOMMouseScroll', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'fullscreenchange', 'textInput',
    'beforetoggle', 'toggle', 'slotchange', 'securitypolicyviolation', 'beforeinput', 'selectionchange', 'message'];
  const nameOf = (node) => node === window ? 'window' : node === document ? 'document' :
    node instanceof Element ? node.localName + (node.id && '#' + node.id) : String(node && node.constructor.name);
  const hear = (event) => {
    if (!heard) return;
    const { type, target, currentTarget, relatedTarget, key, button, detail } = event;
    const active = nameOf(document.activeElement);
    const line = JSON.stringify({ type, at: nameOf(currentTarget), target: nameOf(target), active, key, button,
      related: relatedTarget ? nameOf(relatedTarget) : undefined, path: event.composedPath().map(nameOf).join(' '),
      detail: typeof detail === 'number' ? detail : undefined });
    heard.push(line);
  };
  for (const type of [...attributes, ...others]) {
    for (const at of [window, document]) at.addEventListener(type, hear, { capture: true, passive: true });
  }
</script>`;

const PAPERS = [corpusPaper('2110.11309'), corpusPaper('2203.05482')];
const URL = 'https://openreview.net/group?id=Made.cc/2026/Conference';
const HTML = titlesOnlyPage(PAPERS).replace('<head>', `<head>${RECORDER}`);
const TITLE = '.note h4 a';

interface Heard {
  readonly type: string;
  readonly target: string;
  readonly path: string;
  readonly key?: string;
}

let run: ChromiumRun;
let extension: ExtensionPage;

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
});
afterAll(() => endQuietly(run));

async function clickFirstStatus(page: ChromiumPage): Promise<void> {
  const { x, y, width, height } = await cardBox(page, 'pk-status-choice');
  await page.page.mouse.click(x + width / 2, y + height / 2);
}

/** By pointer: opens the card, presses its first action (Save, or a status), goes round in it, and leaves. */
async function useByPointer(page: ChromiumPage): Promise<void> {
  const { keyboard, mouse } = page.page;
  await page.hover(TITLE);
  const { box } = await page.waitForCard('Kin');
  await mouse.move(box.x + box.width / 2, box.y + 4);
  await mouse.wheel(0, 40);
  await page.clickCardButton('Keep this card open');
  if ((await cardStatus(page)) === '') await page.clickCardButton(/^Save/);
  else await clickFirstStatus(page);
  await waitFor('a chosen status', async () => (await cardStatus(page)) === 'to-read');
  await waitFor('the focus on the status', async () => (await focusInCard(page)) === 'input');
  for (const key of ['s', '2']) await keyboard.press(key);
  await waitFor('the second status', async () => (await cardStatus(page)) === 'reading');
  for (const key of ['Tab', 'x', 'Shift+Tab']) await keyboard.press(key);
  await waitFor('the focus back on the status', async () => (await focusInCard(page)) === 'input');
  await keyboard.press('ArrowRight');
  await waitFor('the last status', async () => (await cardStatus(page)) === 'read');
  // On its words, not on the button after them.
  const foot = await cardBox(page, 'pk-foot');
  await mouse.dblclick(foot.x + 20, foot.y + 8);
  await keyboard.press('Escape');
  await page.waitForNoCard();
  // The browser tells the page where the pointer is now that the card is gone; it takes its time.
  await page.page.waitForFunction(
    `heard.some((line) => JSON.parse(line).type === 'mouseover' && line.includes('paperkin-card'))`,
  );
  await mouse.move(2, 2);
}

/** By keyboard: to the title, into the card, another status, and back to where the focus was. */
async function useByKeyboard(page: ChromiumPage): Promise<void> {
  const { keyboard } = page.page;
  await keyboard.press('Tab');
  await page.waitForCard('Kin');
  await keyboard.press('s');
  await waitFor('a saved paper', async () => (await cardStatus(page)) !== '');
  for (const key of ['ArrowDown', '1', 'Tab']) await keyboard.press(key);
  await waitFor('the first status', async () => (await cardStatus(page)) === 'to-read');
  await keyboard.press('3');
  await waitFor('the last status', async () => (await cardStatus(page)) === 'read');
  await keyboard.press('Escape');
  await page.waitForNoCard();
  // Without a card the keys are the page's again.
  await keyboard.press('s');
}

/** By the walking key to the first title, to a related paper by the pointer and back; the pinned card moved about. */
async function useFurther(page: ChromiumPage): Promise<void> {
  const { keyboard, mouse } = page.page;
  await keyboard.press('Alt+ArrowDown');
  await page.waitForCard('Kin');
  const row = await cardBox(page, 'pk-kin-title');
  await mouse.move(row.x + 20, row.y + 6, { steps: 3 });
  await waitFor('the related paper', async () => (await page.cardButtons())[0]?.name === 'Back');
  await page.waitForCard('Kin');
  await page.clickCardButton('Back');
  await waitFor('the paper before', async () => (await page.cardButtons())[0]?.name !== 'Back');
  await keyboard.press('p');
  await waitFor('the grip', async () => (await page.cardButtons())[0]?.name.startsWith('Move'));
  const grip = await cardBox(page, 'pk-grip');
  await mouse.move(grip.x + 30, grip.y + 8, { steps: 3 });
  await mouse.down();
  await mouse.move(grip.x + 80, grip.y + 48, { steps: 4 });
  await mouse.up();
  await keyboard.press('ArrowRight');
  await keyboard.press('s');
  await waitFor('a saved paper', async () => (await cardStatus(page)) !== '');
  await keyboard.press('Escape');
  await page.waitForNoCard();
  // The browser tells the page where the pointer is now that the card is gone; it takes its time.
  await page.page.waitForFunction(
    `heard.some((line) => JSON.parse(line).type === 'mouseover' && line.includes('paperkin-card'))`,
  );
  await mouse.move(2, 2);
  await keyboard.press('s');
}

/** What the page heard while a card was used on it. */
async function heardOn(work: (page: ChromiumPage) => Promise<void>): Promise<readonly Heard[]> {
  const page = await run.open(URL, HTML);
  await page.waitForMarks();
  await page.page.mouse.move(2, 2);
  await page.page.evaluate(`heard = []`);
  await work(page);
  const lines = await page.page.evaluate<string[]>('heard');
  await page.page.close();
  return lines.map((line) => JSON.parse(line) as Heard);
}

const OURS = /paperkin-/;

/** Events whose number and whose place among the others depend on when the browser draws its frames. */
const CHANCE = new Set(['pointermove', 'pointerrawupdate', 'mousemove', 'selectionchange']);
const inTurn = (heard: readonly Heard[]) => heard.filter(({ type }) => !CHANCE.has(type));
const byChance = (heard: readonly Heard[]) => {
  const lines = heard
    .filter(({ type }) => CHANCE.has(type))
    .map((each) => JSON.stringify({ ...each, active: null }));
  return new Set(lines);
};

describe.each([
  { way: 'mouse', work: useByPointer, notForPage: ['s', '2', 'x', 'Escape'] },
  { way: 'keyboard', work: useByKeyboard, notForPage: ['ArrowDown', '1', '3', 'Escape'] },
  {
    way: 'walking key, drag and related paper',
    work: useFurther,
    status: 'to-read',
    notForPage: ['ArrowDown', 'ArrowRight', 'p', 'Escape'],
  },
])('a card used by $way', ({ work, notForPage, status = 'read' }) => {
  let unsaved: readonly Heard[];
  let saved: readonly Heard[];
  let afterFirst: Value<'list/all'>;
  beforeAll(async () => {
    await extension.emptyList();
    unsaved = await heardOn(work);
    afterFirst = await extension.call('list/all', {});
    saved = await heardOn(work);
  });

  it('saves the paper and sets its status all the same', () => {
    expect(afterFirst).toMatchObject([{ paper: PAPERS[0], status }]);
  });

  it('sends no event at our elements to the page', () => {
    expect(unsaved.length).toBeGreaterThan(0);
    const ours = unsaved.filter(({ target, path }) => OURS.test(target) || OURS.test(path));
    expect(ours).toEqual([]);
  });

  it('keeps its keys from the page', () => {
    const keys = unsaved.flatMap(({ key }) => key ?? []);
    for (const key of notForPage) expect(keys.slice(0, keys.lastIndexOf('s'))).not.toContain(key);
  });

  it('tells the page the same, whether the paper is saved or not', () => {
    expect(inTurn(saved)).toEqual(inTurn(unsaved));
    expect(byChance(saved)).toEqual(byChance(unsaved));
  });
});

it('has the same shape, whether the paper is saved or not', async () => {
  const page = await run.open(URL, HTML);
  await page.waitForMarks();
  const boxes = [];
  for (const isSaved of [false, true]) {
    await extension.emptyList();
    const ref = { paperId: PAPERS[0]?.id ?? '' };
    if (isSaved) await extension.call('list/save', { ref, sourceUrl: null });
    await page.page.mouse.move(2, 2);
    await page.hover(TITLE);
    boxes.push((await page.waitForCard(isSaved ? 'Reading' : 'Save')).box);
    await page.page.keyboard.press('Escape');
    await page.waitForNoCard();
  }
  expect(boxes[1]).toEqual(boxes[0]);
});

it('hears the same of a reader who has marks off, a longer delay and cards only with Alt', async () => {
  const work = async (page: ChromiumPage) => {
    const { mouse, keyboard } = page.page;
    await page.hover(TITLE);
    await page.page.waitForTimeout(1_500);
    await mouse.move(2, 2);
    await keyboard.press('Tab');
    await page.page.waitForTimeout(1_500);
    await mouse.click(600, 500);
  };
  const asking = async (change: Partial<Settings>) => {
    await keepSettings(run, change);
    const page = await run.open(URL, HTML);
    await waitFor('a page that is read', () =>
      page.page.evaluate<boolean>(`document.querySelectorAll('paperkin-marks, paperkin-card').length === 2`),
    );
    await page.page.waitForTimeout(1_000);
    await page.page.mouse.move(2, 2);
    await page.page.evaluate(`heard = []`);
    await work(page);
    const heard = (await page.page.evaluate<string[]>('heard')).map((line) => JSON.parse(line) as Heard);
    const [markup, styles] = await page.page.evaluate<[string, string]>(
      `[document.documentElement.outerHTML, getComputedStyle(document.querySelector('paperkin-marks')).cssText]`,
    );
    await page.page.close();
    return { heard, markup, styles };
  };
  const plain = await asking({});
  const other = await asking({ marks: false, openDelayMs: 1_000, onlyWithAlt: true });
  await resetSettings(run);
  expect(other.markup).toBe(plain.markup);
  expect(other.styles).toBe(plain.styles);
  const typesAtTitles = (heard: readonly Heard[]) =>
    inTurn(heard)
      .filter(({ path }) => !OURS.test(path))
      .map(({ type, target }) => `${type} ${target}`);
  expect(typesAtTitles(other.heard)).toEqual(typesAtTitles(plain.heard));
});

it('would have heard of an element that is not shielded', async () => {
  const heard = await heardOn(async (page) => {
    await page.page.evaluate(`document.body.append(document.createElement('paperkin-made-up'))`);
    await page.page.evaluate(`document.querySelector('paperkin-made-up').click()`);
  });
  expect(heard.some(({ type, target }) => type === 'click' && OURS.test(target))).toBe(true);
});
