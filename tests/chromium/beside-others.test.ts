import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { askedOf, noteAsked } from '../browser/asked-messages';
import { ChromiumRun } from '../browser/chromium';
import { closeClean } from '../browser/close-clean';
import { KNOWN_PAPERS, knownPaper, linkTo } from '../browser/known-papers';
import { markColors, waitForMarksUnder } from '../browser/marks';
import { titlesOnlyPage } from '../fixtures/listing';
import { madePages } from '../browser/made-pages';

/*
 * What other extensions do to a page, done by the page itself: their content scripts change the same nodes, and whoever looks at
 * these cannot tell who did it. Their ways are those of 2026-11, in our own words.
 */

let run: ChromiumRun;

beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterAll(() => closeClean(run));

const row = (index: number) => `<p class="row">${linkTo(knownPaper(index), `paper${index}`)}</p>`;

const openPage = madePages('beside');
const open = (body: string, head = '') => openPage(run, body, head);

/** As many changes as others make in a second or two lead to no more questions than these. */
const QUIET_ASKS = 4;

async function expectFewAsks(): Promise<void> {
  const asked = (await askedOf(run)).filter((call) => call === 'page/resolve' || call === 'page/scan-text');
  expect(asked.length).toBeLessThanOrEqual(QUIET_ASKS);
}

describe('beside an extension that makes pages dark', () => {
  it('by a filter over the root, marks stay below their titles and the card opens', async () => {
    const page = await open(row(0) + row(1));
    await waitForMarksUnder(page, 'a', 2);
    await page.page.evaluate(`document.documentElement.style.filter = 'invert(1) hue-rotate(180deg)'`);
    await waitForMarksUnder(page, 'a', 2);
    await page.hover('#paper0');
    await page.waitForCard(knownPaper(0).title);
  });

  it('by writing colours into every node, and again into each that comes, marks take the colours and there is no fight', async () => {
    const page = await open(`<main>${row(0)}${row(1)}</main>`);
    await waitForMarksUnder(page, 'a', 2);
    await noteAsked(run);
    await page.page.evaluate(`(() => {
      let written = 0;
      const darken = (root) => {
        for (const each of [root, ...root.querySelectorAll('*')]) {
          if (each.hasAttribute('data-dark-color') && each.style.color === 'rgb(200, 210, 230)') continue;
          each.setAttribute('data-dark-color', '');
          each.style.setProperty('color', 'rgb(200, 210, 230)', 'important');
          written++;
        }
      };
      document.documentElement.setAttribute('data-dark-mode', 'dynamic');
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'html { background: #181a1b !important }' }));
      darken(document.documentElement);
      new MutationObserver((list) => {
        for (const { target, addedNodes } of list) {
          if (target instanceof Element) darken(target);
          for (const node of addedNodes) if (node instanceof Element) darken(node);
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['style'] });
      globalThis.writtenSoFar = () => written;
    })()`);
    await waitFor('the other colour', async () => (await markColors(page)).join() === 'rgb(200, 210, 230)');
    await page.hover('#paper0');
    await page.waitForCard(knownPaper(0).title);
    await page.page.evaluate(
      `document.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(row(2))})`,
    );
    await waitForMarksUnder(page, 'a', 3);
    const written = await page.page.evaluate<number>('writtenSoFar()');
    await page.page.waitForTimeout(700);
    expect(await page.page.evaluate('writtenSoFar()')).toBe(written);
    await expectFewAsks();
  });
});

describe('beside a translator', () => {
  /** Each text in two elements of its own, and other words in it. */
  const TRANSLATE = `(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim() !== '') texts.push(walker.currentNode);
    globalThis.undo = texts.map((text) => {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      text.replaceWith(outer);
      outer.append(inner);
      inner.textContent = text.data.replace(/[A-Za-z]+/g, (word) => [...word].reverse().join('') + 'o');
      return () => outer.replaceWith(text);
    });
    document.documentElement.lang = 'eo';
  })()`;
  const UNDO = `for (const back of globalThis.undo) back()`;

  it('titles that lead to their papers stay marked, in either language', async () => {
    const page = await open(row(3) + row(4));
    await waitForMarksUnder(page, 'a', 2);
    await page.page.evaluate(TRANSLATE);
    await waitForMarksUnder(page, 'font font', 2);
    await page.hover('#paper3');
    await page.waitForCard(knownPaper(3).title);
    await page.page.evaluate(UNDO);
    await waitForMarksUnder(page, 'a', 2);
  });

  it('titles that are known by their words alone lose mark and card, and have them again with their words', async () => {
    const papers = KNOWN_PAPERS.slice(5, 8).map(({ title, authors }) => ({ title, authors, arxiv: null }));
    const page = await run.open('https://openreview.net/group?id=Beside', titlesOnlyPage(papers));
    await waitForMarksUnder(page, 'h4 a', 3);
    await page.hover('h4 a');
    await page.waitForCard(knownPaper(5).title);
    await page.page.evaluate(TRANSLATE);
    await page.waitForNoCard();
    await waitFor('no marks', async () => (await page.marks()).length === 0);
    await page.page.evaluate(UNDO);
    await waitForMarksUnder(page, 'h4 a', 3);
  });
});

describe('beside an ad blocker', () => {
  it('what is taken away or hidden by a style sheet loses mark and card, and what moves up keeps its own', async () => {
    const page = await open(
      `<div class="ad"><p>${linkTo(knownPaper(8), 'ad')}</p><iframe height="120" srcdoc="ad"></iframe></div>${row(9)}
       <div class="sponsored">${row(10)}</div>${row(11)}`,
    );
    await waitForMarksUnder(page, 'a', 4);
    await page.hover('#ad');
    await page.waitForCard(knownPaper(8).title);
    await page.page.evaluate(`document.querySelector('.ad').remove()`);
    await page.waitForNoCard();
    await waitForMarksUnder(page, 'a', 3);
    await page.hover('#paper10');
    await page.waitForCard(knownPaper(10).title);
    await page.page.evaluate(
      `document.documentElement.append(Object.assign(document.createElement('style'), { textContent: '.sponsored { display: none !important }' }))`,
    );
    await page.waitForNoCard();
    await waitForMarksUnder(page, '#paper9, #paper11', 2);
  });

  it('that hides what it does not know by name cannot hide us, nor does one that removes us once', async () => {
    const page = await open(row(9), `<style>body ~ * { display: none !important }</style>`);
    await waitForMarksUnder(page, 'a', 1);
    await page.hover('#paper9');
    await page.waitForCard(knownPaper(9).title);
  });
});

describe('beside another extension with cards', () => {
  it('that wraps each link and opens a popover of its own over the title, ours opens, and each can be closed', async () => {
    const page = await open(
      `${row(12)}<div style="height: 200px"></div>${row(13)}
       <div id="theirs" popover="manual" style="margin: 0; inset: auto; padding: 20px; background: #ffc; width: 240px"><button>Theirs</button></div>`,
    );
    await waitForMarksUnder(page, 'a', 2);
    await noteAsked(run);
    await page.page.evaluate(`(() => {
      const theirs = document.querySelector('#theirs');
      for (const link of document.querySelectorAll('a')) {
        const wrap = document.createElement('span');
        link.replaceWith(wrap);
        wrap.append(link);
        link.addEventListener('mouseenter', () => {
          const { left, bottom } = link.getBoundingClientRect();
          theirs.style.left = left + 'px';
          theirs.style.top = bottom + 'px';
          if (!theirs.matches(':popover-open')) theirs.showPopover();
          theirs.querySelector('button').focus();
        });
      }
      addEventListener('keydown', ({ key }) => { if (key === 'Escape') theirs.hidePopover(); });
    })()`);
    await waitForMarksUnder(page, 'a', 2);
    await page.hover('#paper12');
    const { box } = await page.waitForCard('Kin');
    const front = await page.page.evaluate(
      ([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.localName,
      [box.x + box.width / 2, box.y + 30],
    );
    expect(front).toBe('paperkin-card');
    await page.page.keyboard.press('Escape');
    await page.waitForNoCard();
    expect(await page.page.evaluate(`document.querySelector('#theirs').matches(':popover-open')`)).toBe(true);
    await page.page.keyboard.press('Escape');
    expect(await page.page.evaluate(`document.querySelector('#theirs').matches(':popover-open')`)).toBe(
      false,
    );
    await waitForMarksUnder(page, 'a', 2);
    await page.hover('#paper13');
    await page.waitForCard(knownPaper(13).title);
    await expectFewAsks();
  });
});

it('beside a reader mode the copy of the article has the marks and the cards, until it is closed', async () => {
  const page = await open(`<article>${row(14)}${row(15)}</article>`);
  await waitForMarksUnder(page, 'article a', 2);
  await page.page.evaluate(`(() => {
    const copy = document.querySelector('article').cloneNode(true);
    for (const each of copy.querySelectorAll('[id]')) each.id = 'copy-' + each.id;
    const layer = Object.assign(document.createElement('div'), { id: 'reader' });
    layer.style.cssText = 'position: fixed; inset: 0; padding: 120px 80px; background: #fbf6e9; z-index: 2147483647; font: 22px/1.6 serif';
    layer.append(copy);
    document.body.append(layer);
  })()`);
  await waitForMarksUnder(page, '#reader a', 2);
  await page.hover('#copy-paper14');
  await page.waitForCard(knownPaper(14).title);
  await page.page.evaluate(`document.querySelector('#reader').remove()`);
  await page.waitForNoCard();
  await waitForMarksUnder(page, 'article a', 2);
});
