import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { ExtensionPage } from '../browser/extension-page';
import { endQuietly } from '../browser/quiet-end';
import { keepSettings, resetSettings } from '../browser/settings';
import { abstractPage } from '../fixtures/abstract-page';
import { titlesOnlyPage } from '../fixtures/listing';

/**
 * All that a page can ask of itself, from its first script on: changes of the document, observers on every element, ours too,
 * styles, sheets, highlights, boxes, what lies under a grid of points, what was loaded, and how long its own work takes.
 */
const WATCHER = `<script>
  globalThis.seen = { changes: [], crossings: [], sizes: [], events: [], works: [] };
  const nameOf = (node) => node.nodeName.toLowerCase() + (node.id ? '#' + node.id : '');
  const crossing = new IntersectionObserver((list) => {
    for (const { target, isIntersecting } of list) seen.crossings.push(nameOf(target) + isIntersecting);
  });
  const resizing = new ResizeObserver((list) => {
    for (const { target, contentRect } of list)
      seen.sizes.push([nameOf(target), contentRect.width, contentRect.height].join(' '));
  });
  // A page grows while it is parsed, as the browser finds time to draw it: boxes are watched once it is whole.
  const parsed = new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  const watch = (node) => parsed.then(() => { if (node instanceof Element) { crossing.observe(node); resizing.observe(node); } });
  new MutationObserver((list) => {
    for (const { type, target, addedNodes, removedNodes, attributeName } of list) {
      seen.changes.push([type, nameOf(target), attributeName, ...[...addedNodes].map(nameOf), '-', ...[...removedNodes].map(nameOf)].join(' '));
      for (const node of addedNodes) { watch(node); if (node instanceof Element) node.querySelectorAll('*').forEach(watch); }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const type of ['focus', 'blur', 'scroll', 'resize', 'toggle', 'beforetoggle', 'message', 'selectionchange',
    'animationstart', 'transitionrun', 'error', 'load', 'slotchange', 'securitypolicyviolation', 'storage'])
    addEventListener(type, (event) => seen.events.push(type + ' ' + (event.target.nodeName ?? 'window')), true);
  const work = () => {
    const started = performance.now();
    let sum = 0;
    for (let at = 0; at < 200000; at++) sum += Math.sqrt(at);
    seen.works.push(performance.now() - started);
    setTimeout(work, 20);
  };
  work();
  globalThis.look = () => {
    const all = [...document.querySelectorAll('*')];
    const box = (element) => { const { x, y, width, height } = element.getBoundingClientRect(); return [x, y, width, height].join(' '); };
    const under = [];
    for (let y = 5; y < innerHeight; y += 25) for (let x = 5; x < innerWidth; x += 25)
      under.push(document.elementsFromPoint(x, y).map(nameOf).join('>'));
    return JSON.stringify({
      markup: document.documentElement.outerHTML,
      styles: all.flatMap((element) => ['', '::before', '::after'].map((part) => {
        const style = getComputedStyle(element, part);
        return [...style].toSorted().map((name) => name + ': ' + style.getPropertyValue(name)).join('\\n');
      })),
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length, document.fonts.size],
      highlights: CSS.highlights.size,
      animations: document.getAnimations().length,
      boxes: all.map((element) => [nameOf(element), box(element), element.scrollWidth, element.scrollHeight, element.shadowRoot, element.assignedSlot]),
      scroll: [scrollX, scrollY, document.documentElement.scrollWidth, document.documentElement.scrollHeight],
      under,
      active: nameOf(document.activeElement),
      loaded: performance.getEntriesByType('resource').map(({ name }) => name),
      marked: performance.getEntries().map(({ entryType, name }) => entryType + ' ' + name).filter((entry) => !/^(?:navigation|paint|visibility|largest|longtask|long-animation-frame)/.test(entry)),
      globals: Object.keys(globalThis).length,
      frames: frames.length,
      stored: [localStorage.length, sessionStorage.length, document.cookie],
      ...seen, works: 0,
    });
  };
</script>`;

const PAPERS = [corpusPaper('2110.11309'), corpusPaper('2203.05482'), corpusPaper('2110.06014')];
const ADDRESS = 'https://openreview.net/group?id=Made.cc/2026/Conference';
const HTML = titlesOnlyPage(PAPERS).replace('<head>', `<head>${WATCHER}`);
/** Of the medians of a work of some milliseconds, on a machine that may have other things to do. */
const WORK_APART_MS = 5;

let run: ChromiumRun;
let extension: ExtensionPage;

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
});
afterAll(() => endQuietly(run));

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What the page saw by the time that its marks have long been drawn, the pointer at rest. */
async function seenBy(markCount: number, address = ADDRESS, html = HTML) {
  const page = await run.open(address, html);
  await waitFor('the marks', async () => (await page.marks()).length === markCount);
  await page.page.waitForTimeout(1_500);
  const view = JSON.parse(await page.page.evaluate<string>('look()')) as Record<string, unknown>;
  const works = await page.page.evaluate<number[]>('seen.works');
  await page.page.close();
  return { view, work: median(works), worksDone: works.length };
}

it('sees the same whether the reader has saved its papers or none', async () => {
  await extension.emptyList();
  const without = await seenBy(PAPERS.length);
  for (const { id } of PAPERS.slice(0, 2))
    await extension.call('list/save', { ref: { paperId: id }, sourceUrl: null });
  // A glyph beside each of the two.
  const withList = await seenBy(PAPERS.length + 2);
  expect(Object.keys(without.view).length).toBeGreaterThan(15);
  for (const name of Object.keys(without.view))
    expect([name, withList.view[name]]).toEqual([name, without.view[name]]);
  expect(without.worksDone).toBeGreaterThan(10);
  expect(Math.abs(withList.work - without.work)).toBeLessThan(WORK_APART_MS);
});

it('sees the same whether visited papers are kept or not', async () => {
  await extension.emptyList();
  const [paper] = PAPERS;
  const shown = { arxiv: paper?.arxiv ?? '', title: paper?.title ?? '', abstract: 'We read it all.' };
  const [address, html] = [`https://arxiv.org/abs/${shown.arxiv}`, abstractPage(shown, WATCHER)];
  await resetSettings(run);
  const without = await seenBy(1, address, html);
  await keepSettings(run, { keepVisited: true });
  const withKeeping = await seenBy(1, address, html);
  await resetSettings(run);
  for (const name of Object.keys(without.view))
    expect([name, withKeeping.view[name]]).toEqual([name, without.view[name]]);
  expect(Math.abs(withKeeping.work - without.work)).toBeLessThan(WORK_APART_MS);
});

it('would see a mark that is part of it', async () => {
  await extension.emptyList();
  const page = await run.open(ADDRESS, HTML);
  await page.waitForMarks();
  const before = await page.page.evaluate<string>('look()');
  await page.page.evaluate(`document.querySelector('.note h4 a').style.textDecoration = 'underline dotted'`);
  expect(await page.page.evaluate<string>('look()')).not.toBe(before);
  await page.page.close();
});
