// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FewTitles } from '../../core/titles/few-titles';
import { WALL } from '../../core/titles/letter-stream';
import type { Block } from './block';
import { textBlocks } from './blocks';

function blocksOf(html: string): Block[] {
  document.body.innerHTML = html;
  return [...textBlocks(document)].filter((block) => block !== null);
}
const sent = (html: string) => blocksOf(html).map((block) => block.asSent());
const texts = (html: string) => sent(html).map(({ text }) => text.replace(/\s+/g, ' ').trim());

const TITLE = 'Learning to Name Birds by Ear';
const finder = new FewTitles([{ title: TITLE, item: null }]);
/** What the page's nodes show of the title, or null. */
function shownTitle(html: string): string | null {
  for (const block of blocksOf(html)) {
    const [found] = finder.find(block.asSent().text);
    const place = found && block.placeOf(found);
    if (!place) continue;
    const { target, from, to } = place;
    return target
      .map((node, at) =>
        node.data.slice(at === 0 ? from : 0, at === target.length - 1 ? to : node.data.length),
      )
      .join('|');
  }
  return null;
}

describe('textBlocks', () => {
  it('parts paragraphs, headings, items and cells, and says which is which', () => {
    const html =
      '<h2>A one</h2><p>B two</p><ul><li>C three<ul><li><p>D four</p></li></ul> E five</ul><table><tr><td>F six<td>G';
    expect(sent(html).map(({ text, kind }) => [text.trim(), kind])).toEqual([
      ['A one', 'heading'],
      ['B two', 'text'],
      ['C three', 'item'],
      ['D four', 'item'],
      ['E five', 'item'],
      ['F six', 'cell'],
      ['G', 'cell'],
    ]);
  });

  it.each([
    ['inline elements', `see <i>Learning to <b>Name</b></i> Birds <span>by Ear</span>.`],
    ['a line break', 'Learning to Name<br>Birds by Ear'],
    ['a line of the source', 'Learning to Name\n    Birds by Ear'],
    ['soft hyphens', 'Learn&shy;ing to Name Birds by Ear'],
    ['a hyphen at the end of a line', 'Learn-\ning to Name Birds by Ear'],
    ['an icon', 'Learning to Name <svg><title>x</title></svg>Birds by Ear'],
    ['a script', 'Learning to Name <script>x</script>Birds by Ear'],
    ['an unknown inline element', 'Learning to <x-mark>Name</x-mark> Birds by Ear'],
    ['a preview of a formula', 'Learning to Name <span class="MathJax_Preview">B</span>Birds by Ear'],
    ['hidden text', 'Learning to Name <span hidden>x</span><i style="display: none">y</i>Birds by Ear'],
    [
      'a formula that is there twice',
      'Learning to Name <span class="katex"><span class="katex-mathml">Birds</span><span class="katex-html" aria-hidden="true">Birds</span></span> by Ear',
    ],
    [
      'a formula with its source',
      'Learning to Name <mjx-container><svg aria-hidden="true"></svg><mjx-assistive-mml><math><semantics><mi>Birds</mi><annotation>\\b</annotation></semantics></math></mjx-assistive-mml></mjx-container> by Ear',
    ],
    ['capitals', 'LEARNING TO NAME BIRDS BY EAR'],
    ['ligatures and full width', 'Learning to Name Birds by Ｅａｒ'],
    ['preformatted text', '<pre>x\n\nLearning to Name\nBirds by Ear\n\ny</pre>'],
    [
      'a bibliography shown as code',
      '<pre><code>@article{a,\n title = {Learning to Name Birds by Ear}}</code></pre>',
    ],
  ])('finds a title through %s', (_what, html) => {
    const letters = shownTitle(`<p>${html}</p>`)
      ?.normalize('NFKC')
      .replace(/[^a-z]/gi, '');
    expect(letters?.toLowerCase()).toBe('learningtonamebirdsbyear');
  });

  it.each([
    ['code', `<code>${TITLE}</code>`],
    ['a block of code', `<pre><code>let x = "${TITLE}"</code></pre>`],
    ['highlighted code', `<div class="highlight"><pre>${TITLE}</pre></div>`],
    ['a script', `<script>${TITLE}</script>`],
    ['a style', `<style>${TITLE}</style>`],
    ['a field', `<textarea>${TITLE}</textarea>`],
    ['a choice', `<select><option>${TITLE}</option></select>`],
    ['text being edited', `<div contenteditable><p>${TITLE}</p></div>`],
    ['an editor', `<div role="textbox">${TITLE}</div>`],
    ['hidden text', `<div hidden>${TITLE}</div>`],
    ['text without a shape', `<div style="display:none">${TITLE}</div>`],
    ['text hidden from screen readers', `<div aria-hidden="true">${TITLE}</div>`],
    ['a template', `<template>${TITLE}</template>`],
    ['two paragraphs', '<p>Learning to Name</p><p>Birds by Ear</p>'],
    ['two sides of code', 'Learning to Name <code>x</code> Birds by Ear'],
  ])('finds no title in %s', (_what, html) => {
    expect(shownTitle(html)).toBeNull();
  });

  it('says where links, emphasis and quotations are', () => {
    const [block] = sent('<p>See <a href="#">the <b>birds</b> paper</a> and <q>another</q> <i>it</i>.</p>');
    expect(block?.spans.map(({ start, end, kind }) => [block.text.slice(start, end), kind])).toEqual([
      ['the birds paper', 'link'],
      ['another', 'quote'],
    ]);
  });

  it('parts preformatted text at empty lines and cuts what is endless', () => {
    expect(texts('<pre>a b\nc\n\nd\n \t\ne</pre>')).toEqual(['a b c', 'd', 'e']);
    const long = sent(`<p>${'word '.repeat(30_000)}</p>`);
    expect(long.length).toBeGreaterThan(2);
    expect(
      long
        .map(({ text }) => text)
        .join('')
        .trim(),
    ).toBe('word '.repeat(30_000).trim());
  });

  it('has no place for what changed since', () => {
    const [block] = blocksOf(`<p>${TITLE}</p>`);
    const node = document.querySelector('p')?.firstChild as Text;
    expect(block?.placeOf({ start: 0, end: 8 })).toEqual({ target: [node], from: 0, to: 8 });
    node.data = `Not ${TITLE}`;
    expect(block?.placeOf({ start: 0, end: 8 })).toBeNull();
  });

  it('maps every place of the text back to the nodes that show it', () => {
    const inline = fc.constantFrom('b', 'i', 'a', 'span', 'em');
    const text = fc.stringMatching(/^[a-z ]{0,12}$/);
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.tuple(inline, tie('tree')).map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
        fc
          .tuple(fc.constantFrom('p', 'div', 'li'), tie('tree'))
          .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
        fc
          .tuple(tie('tree'), fc.constantFrom('', '<br>', '<code>x</code>', '<!-- c -->'), tie('tree'))
          .map((all) => all.join('')),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), (html, a, b) => {
        for (const block of blocksOf(html)) {
          const { text: whole } = block.asSent();
          const start = a % whole.length;
          const end = start + 1 + (b % (whole.length - start));
          const place = block.placeOf({ start, end });
          const shown = whole.slice(start, end).replaceAll('\u2028', '').replaceAll(WALL, '');
          const { target, from, to } = place ?? { target: [], from: 0, to: 0 };
          const pieces = target.map((node, at) =>
            node.data.slice(at === 0 ? from : 0, at === target.length - 1 ? to : node.data.length),
          );
          expect(pieces.join('')).toBe(shown);
        }
      }),
      { numRuns: 150 },
    );
  });
});
