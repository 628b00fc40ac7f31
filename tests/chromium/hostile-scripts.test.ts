import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { knownPaper, savedTitles } from '../browser/known-papers';
import { waitForMarksUnder } from '../browser/marks';
import { madePages, titleRow } from '../browser/made-pages';

let run: ChromiumRun;

beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterAll(() => closeClean(run));

const openPage = madePages('scripts');
const open = (body: string, head = '') => openPage(run, body, head);

const rootsSeen = (page: ChromiumPage) =>
  page.page.evaluate<number>('internals.filter(({ shadowRoot }) => shadowRoot !== null).length');

describe('a page that makes our elements its own', () => {
  /** `ElementInternals.shadowRoot` opens closed roots to the class of the element. */
  const DEFINE = `
    globalThis.internals ??= [];
    for (const tag of ['paperkin-card', 'paperkin-marks']) customElements.define(tag, class extends HTMLElement {
      constructor() { super(); internals.push(this.attachInternals()); }
      connectedCallback() { internals.push({ shadowRoot: this.shadowRoot }); }
    });`;

  it('before we come gets nothing to look into: nothing is shown there', async () => {
    const page = await open(titleRow(0), `<script>${DEFINE}</script>`);
    const popup = await run.openPopup(page);
    // The page is read all the same: the popup has its papers.
    await popup.getByText(knownPaper(0).title).first().waitFor();
    await popup.close();
    await page.hover('#paper0');
    await page.page.waitForTimeout(1_500);
    expect(await rootsSeen(page)).toBe(0);
    expect(await page.marks()).toEqual([]);
    expect(await page.cardText()).toBeNull();
  });

  it('later gets no way into what is there', async () => {
    const page = await open(titleRow(0));
    await waitForMarksUnder(page, 'a', 1);
    await page.page.evaluate(DEFINE);
    await page.hover('#paper0');
    await page.waitForCard('Kin');
    expect(await page.page.evaluate('internals.length')).toBeGreaterThan(0);
    expect(await rootsSeen(page)).toBe(0);
  });
});

it('a page that takes the card elsewhere, fills it or copies it gets nothing of it', async () => {
  const page = await open(`${titleRow(0)}<div id="trap"></div><iframe srcdoc="<p>inside</p>"></iframe>`);
  await page.hover('#paper0');
  await page.waitForCard('Kin');
  const got = await page.page.evaluate<string>(`(() => {
    const host = document.querySelector('paperkin-card');
    const got = [];
    const attempt = (name, act) => { try { got.push(name + ': ' + act()); } catch (error) { got.push(name + ': ' + error.name); } };
    attempt('shadow', () => host.shadowRoot);
    attempt('again', () => host.attachShadow({ mode: 'open' }).mode);
    attempt('internals', () => host.attachInternals());
    attempt('copy', () => host.cloneNode(true).shadowRoot);
    attempt('import', () => document.importNode(host, true).outerHTML);
    attempt('html', () => host.getHTML?.({ serializableShadowRoots: true }) ?? '');
    attempt('text', () => host.innerText + host.textContent);
    attempt('animations', () => document.getAnimations().length + host.getAnimations({ subtree: true }).length);
    host.innerHTML = '<slot></slot><b>pressed</b>';
    attempt('filled', () => host.firstElementChild.assignedSlot);
    host.replaceChildren();
    const trap = document.querySelector('#trap').attachShadow({ mode: 'open' });
    trap.append(host);
    document.querySelector('iframe').contentDocument.body.append(host);
    return got.join('; ');
  })()`);
  expect(got).toBe(
    'shadow: null; again: NotSupportedError; internals: NotSupportedError; copy: null; ' +
      'import: <paperkin-card></paperkin-card>; html: ; text: ; animations: 0; filled: null',
  );
  await page.page.mouse.move(600, 700, { steps: 3 });
  await page.hover('#paper0');
  await page.waitForCard(knownPaper(0).title);
  expect(await page.page.evaluate('document.querySelectorAll("html > paperkin-card").length')).toBe(1);
});

it('a page finds no word of an open card by searching, selecting or asking for places', async () => {
  const paper = knownPaper(1);
  const page = await open(titleRow(1));
  await page.hover('#paper1');
  const { box } = await page.waitForCard('Kin');
  await page.page.keyboard.press('s');
  await page.waitForCard('To read');
  const found = await page.page.evaluate<Record<string, unknown>>(`(() => {
    const [x, y] = ${JSON.stringify([box.x + box.width / 2, box.y + 60])};
    document.execCommand('selectAll');
    const selected = getSelection().toString();
    getSelection().removeAllRanges();
    return {
      selected,
      caret: document.caretRangeFromPoint(x, y)?.startContainer.nodeName ?? null,
      hit: document.elementsFromPoint(x, y)[0].localName,
      text: document.documentElement.innerText,
    };
  })()`);
  expect(found['selected']).not.toContain('To read');
  expect(found['text']).not.toContain('To read');
  expect(found['caret']).not.toBe('#text');
  expect(found['hit']).toBe('paperkin-card');
  expect(await savedTitles(run)).toContain(paper.title);
});

describe('messages shaped like ours', () => {
  const SHAPES = `[
    { paperkin: 1, call: 'list/all', params: {} },
    { paperkin: 1, call: 'list/save', params: { ref: { paperId: 'arxiv:${knownPaper(2).arxiv}' }, sourceUrl: null } },
    { paperkin: 1, tabCall: 'tab/papers', params: {} },
    { paperkin: 1, tabCall: 'tab/list-changed', params: {} },
  ]`;
  const POST = `
    globalThis.heard = [];
    addEventListener('message', ({ data }) => { if (data?.ok !== undefined) heard.push(data); });
    for (const message of ${SHAPES}) {
      for (const target of [window, parent]) target.postMessage(message, '*');
      new BroadcastChannel('paperkin').postMessage(message);
      document.dispatchEvent(new CustomEvent('paperkin:started', { detail: message }));
      document.dispatchEvent(new CustomEvent('paperkin', { detail: message }));
    }`;

  it('from the page or from a frame of another origin are heard by nobody', async () => {
    run.serve('https://other.example/poster', `<!doctype html><script>${POST}</script>`);
    const page = await open(titleRow(2), '');
    await waitForMarksUnder(page, 'a', 1);
    await page.page.evaluate(POST);
    await page.page.evaluate(`new Promise((resolve) => {
      const frame = Object.assign(document.createElement('iframe'), { src: 'https://other.example/poster', onload: resolve });
      document.body.append(frame);
    })`);
    await page.page.waitForTimeout(500);
    expect(await page.page.evaluate('heard')).toEqual([]);
    expect(await savedTitles(run)).not.toContain(knownPaper(2).title);
    await page.hover('#paper2');
    await page.waitForCard(knownPaper(2).title);
  });

  it('cannot be sent to the extension by its id', async () => {
    const page = await open(titleRow(2));
    const id = new URL(run.extensionOrigin).host;
    const answer = await page.page.evaluate<string>(`(async () => {
      const { runtime } = globalThis.chrome ?? {};
      if (!runtime?.sendMessage) return 'no way';
      const answers = await Promise.allSettled(${SHAPES}.map((message) => runtime.sendMessage('${id}', message)));
      return answers.map(({ status }) => status).join();
    })()`);
    expect(['no way', 'rejected,rejected,rejected,rejected']).toContain(answer);
  });
});

describe('frames', () => {
  it('of our own pages stay empty, and none of our files can be read', async () => {
    const page = await open(titleRow(3));
    const parts = ['popup.html', 'library.html', 'welcome.html', 'sidepanel.html', 'manifest.json'];
    const files = [...parts, 'background.js', 'corpus.bin', 'icons/16.png'];
    const read = await page.page.evaluate<string[]>(
      `Promise.all(${JSON.stringify(files)}.map(async (file) => {
        const url = '${run.extensionOrigin}/' + file;
        const image = new Promise((resolve) => Object.assign(new Image(), { src: url, onload: () => resolve(true), onerror: () => resolve(false) }));
        const fetched = await fetch(url, { mode: 'no-cors' }).then(() => true, () => false);
        return [file, fetched, await image].join(' ');
      }))`,
    );
    expect(read).toEqual(files.map((file) => `${file} false false`));
    await page.page.evaluate(`for (const part of ${JSON.stringify(parts)})
      document.body.append(Object.assign(document.createElement('iframe'), { src: '${run.extensionOrigin}/' + part }))`);
    await page.page.waitForTimeout(1_000);
    const urls = page.page.frames().map((frame) => frame.url());
    expect(urls).toHaveLength(parts.length + 1);
    expect(urls.filter((url) => url.startsWith('chrome-extension:'))).toEqual([]);
  });

  it('of a page in itself, fifty times, leave it marked and usable', async () => {
    const url = `https://arxiv.org/scripts/itself`;
    const page = await run.open(
      url,
      `<!doctype html>${titleRow(4)}<script>
        for (let at = 0; at < 50 && window === top; at++) document.body.append(Object.assign(document.createElement('iframe'), { src: location.href + '#' + at }));
      </script>`,
    );
    await page.hover('#paper4');
    await page.waitForCard(knownPaper(4).title, 20_000);
    expect(page.page.frames()).toHaveLength(51);
    await page.page.close();
  });

  it('in which another site shows a page that we read have nothing of ours to be clicked on', async () => {
    run.serve('https://arxiv.org/scripts/framed', `<!doctype html>${titleRow(5)}`);
    const page = await run.open(
      'https://other.example/framing',
      `<!doctype html><iframe src="https://arxiv.org/scripts/framed" width="900" height="700"></iframe>`,
    );
    const frame = page.page.frames()[1];
    await frame?.locator('#paper5').hover();
    await page.page.waitForTimeout(1_500);
    expect(await frame?.evaluate(`document.querySelectorAll('paperkin-card, paperkin-marks').length`)).toBe(
      0,
    );
  });
});

it('a page that exchanged what every script is built of, before anything ran, has us work as ever', async () => {
  const paper = knownPaper(14);
  const page = await open(
    titleRow(14),
    `<script>
      const refuse = () => { throw new Error('caught a built-in'); };
      globalThis.CSS = { escape: refuse, supports: refuse, highlights: new Map() };
      for (const name of ['Map', 'Set', 'WeakMap', 'Promise', 'URL', 'AbortController', 'TreeWalker', 'Range', 'Intl'])
        globalThis[name] = class { constructor() { refuse(); } };
      for (const name of ['querySelectorAll', 'matches', 'closest', 'getBoundingClientRect', 'attachShadow', 'checkVisibility', 'append', 'remove', 'setAttribute'])
        Object.defineProperty(Element.prototype, name, { get: refuse, set: refuse });
      for (const name of ['createElement', 'createRange', 'createTreeWalker', 'elementFromPoint'])
        Object.defineProperty(Document.prototype, name, { get: refuse, set: refuse });
      for (const name of ['showPopover', 'hidePopover', 'popover', 'style'])
        Object.defineProperty(HTMLElement.prototype, name, { get: refuse, set: refuse });
      Object.defineProperty(Event.prototype, 'target', { get: refuse });
      Object.defineProperty(Object.prototype, 'paperkin', { get: refuse, set: refuse });
      Object.defineProperty(Object.prototype, 'ok', { get: refuse, set: refuse });
      globalThis.requestAnimationFrame = globalThis.setTimeout = globalThis.requestIdleCallback = globalThis.queueMicrotask = refuse;
      globalThis.getComputedStyle = globalThis.fetch = refuse;
      Array.prototype[Symbol.iterator] = Array.prototype.push = Function.prototype.call = refuse;
    </script>`,
  );
  // What the test sees of the page comes by the protocol alone: the page's own world is broken.
  const at = await waitFor('a mark', async () => (await page.marks())[0]);
  await page.page.mouse.move(at.x + at.width / 2, at.y - 5, { steps: 3 });
  await page.waitForCard('Kin');
  await page.page.keyboard.press('s');
  await page.waitForCard('To read');
  expect(await savedTitles(run)).toContain(paper.title);
});
