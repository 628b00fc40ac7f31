import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { descendants } from '../../tools/browsers/shadow';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { knownPaper, linkTo, savedTitles } from '../browser/known-papers';
import type { Fixture } from '../browser/network';

let run: ChromiumRun;
let pageCount = 0;

beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterAll(() => closeClean(run));

/** Opens a page on a site that Paperkin reads. */
function open(
  body: string,
  { head = '', headers = {} }: { head?: string; headers?: Fixture['headers'] } = {},
) {
  const url = `https://arxiv.org/hostile/${pageCount++}`;
  run.serve(url, { body: `<!doctype html><head>${head}</head><body>${body}</body>`, headers });
  return run.open(url);
}

/** What stands in front where the card's middle is. */
async function frontOfCard(page: ChromiumPage): Promise<string> {
  const { box } = await page.waitForCard();
  return page.page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName ?? '', {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
  });
}

async function cardStyle(page: ChromiumPage, property: string): Promise<string> {
  const { node } = await page.waitForCard();
  return page.shadow.callOn(`(card) => getComputedStyle(card).getPropertyValue('${property}')`, [node.ref]);
}

describe('a page that would hide the card', () => {
  const paper = knownPaper(0);

  it.each([
    [
      'lies over everything at the highest z-index',
      {
        head: '<style>#cover { position: fixed; inset: 60px 0 0; background: teal; z-index: 2147483647 }</style>',
      },
    ],
    ['unsets every style', { head: '<style>* { all: unset !important }</style>' }],
    [
      'names our elements in its style sheet',
      {
        head: `<style>paperkin-card, paperkin-marks, paperkin-card::part(x) { display: none !important; opacity: 0 !important;
          visibility: hidden !important; transform: scale(0) !important; pointer-events: none !important }</style>`,
      },
    ],
    [
      'allows no style and no script',
      {
        headers: { 'content-security-policy': "default-src 'none'; style-src 'none'; script-src 'none'" },
      },
    ],
  ])('and %s fails', async (_what, page) => {
    const plain = await open(`<p>${linkTo(paper)}</p>`);
    await plain.hover('#title');
    const expected = { box: (await plain.waitForCard('Kin')).box, color: await cardStyle(plain, 'color') };
    const hostile = await open(`<p>${linkTo(paper)}</p><div id="cover"></div>`, page);
    await hostile.hover('#title');
    const { box } = await hostile.waitForCard('Kin');
    expect(box.width).toBeCloseTo(expected.box.width, 0);
    expect(box.height).toBeCloseTo(expected.box.height, 0);
    expect(await cardStyle(hostile, 'color')).toBe(expected.color);
    expect(await frontOfCard(hostile)).toBe('paperkin-card');
    expect(await hostile.marks()).not.toEqual([]);
  });
});

describe('a modal dialog', () => {
  it.each([
    [
      'open before we start',
      1,
      (id: string) => `<script>document.querySelector('${id}').showModal()</script>`,
    ],
    ['opened later', 2, () => ''],
  ])('%s has usable cards inside, and the page behind it none', async (_when, index, script) => {
    const [inside, behind] = [knownPaper(index), knownPaper(index + 10)];
    const page = await open(
      `<p>${linkTo(behind, 'behind')}</p><dialog id="dialog"><p>${linkTo(inside)}</p></dialog>${script('#dialog')}`,
    );
    await page.page.evaluate(`document.querySelector('#dialog:not([open])')?.showModal()`);
    await page.hover('#title');
    await page.waitForCard(inside.title);
    expect(await frontOfCard(page)).toBe('paperkin-card');
    await page.page.keyboard.press('s');
    await page.waitForCard('To read');
    expect(await savedTitles(run)).toContain(inside.title);
    await page.page.evaluate(`document.querySelector('#dialog').close()`);
    await page.hover('#behind');
    await page.waitForCard(behind.title);
    expect(await frontOfCard(page)).toBe('paperkin-card');
  });
});

it('an element in full screen has usable cards inside', async () => {
  const paper = knownPaper(3);
  const page = await open(
    `<div id="full"><p>${linkTo(paper)}</p><button id="go" onclick="document.querySelector('#full').requestFullscreen()">go</button></div>`,
  );
  await page.page.locator('#go').click();
  await waitFor('full screen', () => page.page.evaluate(() => document.fullscreenElement !== null));
  await page.hover('#title');
  await page.waitForCard(paper.title);
  expect(await frontOfCard(page)).toBe('paperkin-card');
  await page.clickCardButton(/Save/);
  await page.waitForCard('To read');
});

describe('a page that removes our elements', () => {
  const removeAll = `for (const host of document.querySelectorAll('paperkin-card, paperkin-marks')) host.remove();`;

  it('once gets them back with the next look', async () => {
    const paper = knownPaper(4);
    const page = await open(`<p>${linkTo(paper)}</p>`);
    await waitFor('marks', async () => (await page.marks()).length > 0);
    await page.page.evaluate(removeAll);
    expect(await page.marks()).toEqual([]);
    // Only a change of the page makes us look again, and the marks keep away for a second.
    await waitFor('marks again', async () => {
      await page.page.evaluate(`document.body.append(document.createElement('i'))`);
      return (await page.marks()).length > 0;
    });
    await page.hover('#title');
    await page.waitForCard(paper.title);
  });

  it('again and again wins, without an endless fight', async () => {
    const page = await open(`<p>${linkTo(knownPaper(4))}</p>`, {
      head: `<script>
        window.removed = 0;
        new MutationObserver(() => {
          const hosts = document.querySelectorAll('paperkin-card, paperkin-marks');
          window.removed += hosts.length;
          for (const host of hosts) host.remove();
        }).observe(document, { childList: true, subtree: true });
      </script>`,
    });
    await waitFor('the first removal', () => page.page.evaluate('window.removed > 0'));
    await page.hover('#title');
    for (let round = 0; round < 20; round++) {
      await page.page.evaluate(`new Promise((resolve) => {
        document.body.append(document.createElement('i'));
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      })`);
    }
    expect(await page.page.evaluate('window.removed')).toBeLessThan(20);
    expect(await page.cardText()).toBeNull();
  });
});

it('a page that replaces what scripts are built of does not reach ours', async () => {
  const paper = knownPaper(5);
  const page = await open(`<p>${linkTo(paper)}</p>`, {
    head: `<script>
      window.caught = [];
      const catchCalls = (owner, name) => {
        const original = owner[name];
        owner[name] = function (...given) {
          window.caught.push(name + ' ' + (this?.localName ?? ''));
          return original.apply(this, given);
        };
      };
      catchCalls(Element.prototype, 'attachShadow');
      catchCalls(EventTarget.prototype, 'addEventListener');
      catchCalls(Document.prototype, 'querySelectorAll');
      window.MutationObserver = class { constructor() { throw new Error('caught an observer'); } };
      window.IntersectionObserver = window.ResizeObserver = window.MutationObserver;
      const refuse = () => { throw new Error('caught a built-in'); };
      window.JSON = { parse: refuse, stringify: refuse };
      Array.prototype.flatMap = Array.prototype.map = refuse;
    </script>`,
  });
  await page.hover('#title');
  await page.waitForCard('Kin');
  expect(await page.marks()).not.toEqual([]);
  await page.clickCardButton(/Save/);
  await page.waitForCard('To read');
  const { result } = await page.cdp.send('Runtime.evaluate', {
    expression: `window.caught.filter((call) => call.includes('paperkin') || call.includes('attachShadow')).join()`,
  });
  expect(result.value).toBe('');
  expect(await savedTitles(run)).toContain(paper.title);
});

it('events that no person made open nothing, press nothing and close nothing', async () => {
  const [pretended, meant] = [knownPaper(6), knownPaper(7)];
  const page = await open(`<p>${linkTo(pretended, 'pretended')}</p><p>${linkTo(meant)}</p>`);
  await waitFor('marks', async () => (await page.marks()).length > 0);
  const pretend = () =>
    page.page.evaluate(() => {
      const link = document.querySelector('#pretended') ?? document.body;
      const { x, y } = link.getBoundingClientRect();
      const at = { bubbles: true, composed: true, cancelable: true, clientX: x + 5, clientY: y + 5 };
      for (const target of [link, document.querySelector('paperkin-card') ?? document.body]) {
        for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup']) {
          target.dispatchEvent(new PointerEvent(type, { ...at, pointerType: 'mouse', altKey: true }));
        }
        for (const type of ['mouseover', 'mousemove', 'mousedown', 'mouseup', 'click']) {
          const event = new MouseEvent(type, at);
          if (target === link) event.preventDefault();
          if (type !== 'click' || target !== link) target.dispatchEvent(event);
        }
        target.dispatchEvent(new FocusEvent('focusin', at));
        for (const key of ['Alt', 's', 'p', 'Escape', 'Enter']) {
          target.dispatchEvent(new KeyboardEvent('keydown', { ...at, key, code: `Key${key.toUpperCase()}` }));
        }
      }
    });
  await pretend();
  // A card for the pretended title would have been open before this one.
  await page.hover('#title');
  await page.waitForCard(meant.title);
  await pretend();
  expect(await savedTitles(run)).not.toContain(pretended.title);
  expect(await savedTitles(run)).not.toContain(meant.title);
  expect((await page.waitForCard(meant.title)).text).not.toContain('To read');
  await page.page.keyboard.press('s');
  await page.waitForCard('To read');
  expect(await savedTitles(run)).toContain(meant.title);
});

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

it('mark-up and addresses of the page are shown as text, never run', async () => {
  const title = '<img src=x onerror="document.title=`hacked`"> Attacks \u202Eon reading lists\u202C';
  const abstract = `We write <script>document.title = "hacked"</script> into a list. ${'Then <b>nothing</b> happens at all. '.repeat(8)}`;
  const body = `<ul><li><div class="note">
    <h4><a id="title" href="javascript:document.title='hacked'//forum?id=1">${escaped(title)}</a></h4>
    <div class="note-authors"><a href="javascript:0">${escaped('<b onclick=hack()>Mallory</b>')}</a></div>
    <div class="note-content"><div><strong class="note-content-field">Abstract:</strong>
    <span class="note-content-value">${escaped(abstract)}</span></div></div>
  </div></li></ul>`;
  const page = await run.open(
    'https://openreview.net/group?id=Hostile',
    `<!doctype html><title>Fine</title>${body}`,
  );
  await waitFor('a document that is read', () =>
    page.page.evaluate(`document.querySelector('paperkin-card') !== null`),
  );
  await page.hover('#title');
  const { node, text } = await page.waitForCard('Mallory');
  expect(text).toContain('<img src=x onerror=');
  const elements = [...descendants([node])];
  expect(elements.filter(({ name }) => ['img', 'script', 'b', 'iframe'].includes(name))).toEqual([]);
  const links = elements.flatMap(({ attributes }) => attributes['href'] ?? []);
  expect(links.filter((href) => !/^https?:\/\//.test(href))).toEqual([]);
  await page.page.keyboard.press('s');
  await page.waitForCard('To read');
  const popup = await run.openPopup(page);
  await popup.getByText('Attacks').first().waitFor();
  expect(await popup.locator('img, script:not([src])').count()).toBe(0);
  expect(await page.page.title()).toBe('Fine');
});

it('forms and images that hide the methods of the document by their names do not get in our way', async () => {
  const names =
    'querySelector querySelectorAll createElement documentElement body createRange createTreeWalker';
  const forms = `${names} elementFromPoint fonts defaultView`
    .split(' ')
    .map((name, index) => (index % 2 ? `<form name="${name}"></form>` : `<img name="${name}">`));
  const paper = knownPaper(8);
  const page = await open(`<p>${linkTo(paper)}</p>${forms.join('')}`);
  await page.page.locator('#title').hover();
  await page.waitForCard(paper.title);
  expect(await page.marks()).not.toEqual([]);
});
