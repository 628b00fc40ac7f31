// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { PageMention } from './reader';
import { shownPaper } from './shown-paper';

const ARTICLE = new URL('https://journal.example/articles/77');
const ADDRESSED = new URL('https://journal.example/doi/10.5555/wax.77');
const PDF = new URL('https://arxiv.org/pdf/2401.00077v2');
const TITLE = 'On Wax and the Making of Candles';

function found(
  body: string,
  { title = `${TITLE} | Journal of Light`, url = ARTICLE } = {},
): PageMention | null {
  const html = `<!doctype html><title>${title}</title><body>${body}`;
  const doc = new DOMParser().parseFromString(html, 'text/html');
  return [...shownPaper(doc, url)].find((each) => each !== null) ?? null;
}
const titleOf = (mention: PageMention | null) => mention?.mention.title ?? null;
const ABSTRACT = '<h2>Abstract</h2><p>Wax melts.</p>';

describe('the paper that a page shows', () => {
  it('has the title that the page shows and its own title holds', () => {
    const paper = found(`<nav>Home</nav><h1><span>${TITLE}</span></h1>${ABSTRACT}`);
    expect(titleOf(paper)).toBe(TITLE);
    expect(paper?.target.map((node) => node.textContent)).toEqual([TITLE]);
  });

  it('is the longest such text, not the name of the site', () => {
    const site = 'Journal of Light and Candle Making';
    const body = `<a>${site}</a><p>${TITLE} by Hand in Winter</p>${ABSTRACT}`;
    expect(titleOf(found(body, { title: `${TITLE} by Hand in Winter – ${site}` }))).toBe(
      `${TITLE} by Hand in Winter`,
    );
  });

  it('needs an abstract, or an address that names a paper', () => {
    expect(found(`<h1>${TITLE}</h1><p>Wax melts.</p>`)).toBeNull();
    expect(found(`<h1>${TITLE}</h1><p>Wax melts.</p>`, { url: ADDRESSED })?.mention).toMatchObject({
      title: TITLE,
      doi: '10.5555/wax.77',
    });
  });

  it.each([
    ['a menu', `<nav>${TITLE}</nav>${ABSTRACT}`],
    ['a script', `<script>${TITLE}</script>${ABSTRACT}`],
    ['a field', `<textarea>${TITLE}</textarea>${ABSTRACT}`],
    ['another text', `<h1>Making Ink of Soot and Gum</h1>${ABSTRACT}`],
    ['a word of the title', `<h1>Wax</h1>${ABSTRACT}`],
  ])('is not %s', (_what, body) => {
    expect(found(body)).toBeNull();
  });

  it('is none where the title is a label or an invitation', () => {
    expect(
      found(`<p>Read the full article here</p>${ABSTRACT}`, { title: 'Read the full article here' }),
    ).toBeNull();
  });

  it('is looked for in bounded steps, and offers breaths', () => {
    const many = '<p>Nothing of the kind stands here</p>'.repeat(30_000);
    const doc = new DOMParser().parseFromString(
      `<title>${TITLE}</title><body>${many}${TITLE}${ABSTRACT}`,
      'text/html',
    );
    const steps = [...shownPaper(doc, ADDRESSED)];
    expect(steps.every((each) => each === null)).toBe(true);
    expect(steps.length).toBeGreaterThan(20);
  });
});

/** As mutool and its like write a page of a PDF. */
const printed = (lines: readonly (readonly [size: number | null, text: string])[]) =>
  lines
    .map(
      ([size, text]) =>
        `<p style="top:1pt"><b><span${size === null ? '' : ` style="font-family:serif;font-size:${size}pt"`}>${text}</span></b></p>`,
    )
    .join('');
const BYLINE = [12, 'Ada Quill'] as const;
const asPdf = (lines: Parameters<typeof printed>[0], url = PDF) =>
  found(`<div id="page1">${printed(lines)}</div>`, { title: '2401.00077', url });

describe('a PDF that was made HTML of', () => {
  it('has the title that is printed largest at its top, over several lines', () => {
    const paper = asPdf([
      [9, 'Published as a conference paper at ICLR 2024'],
      [17.2, 'On Wax and'],
      [17.2, 'the Making of Candles'],
      [14.4, 'Ada Quill'],
      BYLINE,
    ]);
    expect(paper?.mention).toMatchObject({ title: TITLE, arxiv: '2401.00077' });
    expect(paper?.target.map((node) => node.textContent)).toEqual(['On Wax and', 'the Making of Candles']);
  });

  it('has it beside the stamp of arXiv, which is larger', () => {
    const stamp = [20, 'arXiv:2401.00077v2  [cs.CL]  9 Jan 2024'] as const;
    expect(titleOf(asPdf([stamp, [17, TITLE], BYLINE]))).toBe(TITLE);
  });

  it.each([
    ['its address names no paper', asPdf([[17, TITLE], BYLINE], ARTICLE)],
    ['all of it is of one size', asPdf([[12, TITLE], BYLINE])],
    [
      'no size is stated',
      asPdf([
        [null, TITLE],
        [null, 'Ada Quill'],
      ]),
    ],
    [
      'thousands of empty elements stand before it',
      found(`${'<i></i>'.repeat(6_000)}${printed([[17, TITLE], BYLINE])}`, { title: '', url: PDF }),
    ],
    ['what is largest is a word', asPdf([[30, 'NATURE'], [17, TITLE], BYLINE])],
    [
      'sizes are no numbers',
      found(`<p style="font-size:...pt">${TITLE}</p><p style="font-size:1.2.3pt">x</p>`, {
        title: '',
        url: PDF,
      }),
    ],
  ])('has none where %s', (_why, paper) => {
    expect(paper).toBeNull();
  });
});
