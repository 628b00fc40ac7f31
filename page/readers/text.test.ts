// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { textOf, titleNodes } from './text';

function element(markup: string): Element {
  const holder = document.createElement('div');
  holder.innerHTML = markup;
  return holder;
}

describe('textOf', () => {
  it.each([
    ['plain text on several lines', 'A\n   title  <b>of\tpaper</b>s', 'A title of papers'],
    ['marked search hits', 'Model <span class="search-hit mathjax">Edit</span>ing', 'Model Editing'],
    ['letters kept in case', '<span class="acl-fixed-case">F</span>innish', 'Finnish'],
    [
      'scripts, styles and hidden copies',
      'One<script>two</script><style>three</style><i hidden>four</i>',
      'One',
    ],
    ['what is for screen readers only', 'One<span class="sr-only">, opens in a new tab</span>', 'One'],
    ['lines', 'One<br>two<p>three</p>', 'One two three'],
    ['TeX not yet typeset', 'Over $\\ell_1$ balls', 'Over $\\ell_1$ balls'],
    [
      'MathJax 2',
      'Over <span class="MathJax_Preview">l1</span><span class="MathJax"><nobr>ℓ1</nobr></span><script type="math/tex">\\ell_1</script> balls',
      'Over $\\ell_1$ balls',
    ],
    [
      'MathJax 3',
      'Over <mjx-container><mjx-math aria-hidden="true"></mjx-math><mjx-assistive-mml><math><mi>ℓ1</mi></math></mjx-assistive-mml></mjx-container> balls',
      'Over ℓ1 balls',
    ],
    [
      'MathJax 4',
      'Over <mjx-container><mjx-math data-latex="\\ell_1">ℓ1</mjx-math></mjx-container> balls',
      'Over $\\ell_1$ balls',
    ],
    [
      'KaTeX',
      'Over <span class="katex"><span class="katex-mathml"><math><semantics><mi>ℓ1</mi><annotation encoding="application/x-tex">\\ell_1</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">ℓ1</span></span> balls',
      'Over $\\ell_1$ balls',
    ],
    ['MathML of LaTeXML', 'Over <math alttext="\\ell_1"><mi>ℓ1</mi></math> balls', 'Over $\\ell_1$ balls'],
  ])('reads %s', (_what, markup, text) => {
    expect(textOf(element(markup))).toBe(text);
  });

  it('reads a hidden element it is asked for', () => {
    const hidden = element('<span style="display: none">The full abstract</span>').firstElementChild;
    expect(textOf(hidden)).toBe('The full abstract');
  });

  it('stops at the length asked for', () => {
    expect(textOf(element('<p>word word </p>'.repeat(1_000)), undefined, 100).length).toBeLessThanOrEqual(
      100,
    );
  });
});

describe('titleNodes', () => {
  it('is the element where it holds the title alone', () => {
    const link = element('Fast <i>Model</i> Editing');
    expect(titleNodes(link)).toEqual([link]);
  });

  it('leaves out descriptors and icons', () => {
    const heading = element('<span class="descriptor">Title:</span> Fast <i>Model</i> Editing <svg></svg>');
    const nodes = titleNodes(heading, (part) => part.classList.contains('descriptor'));
    expect(nodes.map((node) => node.textContent)).toEqual([' Fast ', 'Model', ' Editing ']);
  });
});
