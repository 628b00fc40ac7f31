// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { titleRows } from './title-rows';

const parse = (body: string, title = 'Results'): Document =>
  new DOMParser().parseFromString(`<!doctype html><title>${title}</title><body>${body}`, 'text/html');

function rowsOf(doc: Document) {
  const rows = titleRows(doc);
  for (;;) {
    const { value, done } = rows.next();
    if (done === true) return [...new Set(value.values())];
  }
}
const titlesIn = (body: string, page?: string) => rowsOf(parse(body, page)).map(({ facts }) => facts.title);

const TITLES = [
  'On Wax and the Making of Candles in Winter',
  'How Lanterns Were Lit before the Great Fire',
  'The Price of Tallow in Three Harbour Towns',
  'A Survey of Eye Strain among Night Readers',
];
const BYLINE = 'A. Quill, B. Lind, C. Penn. Inventions 12 (2019), pp. 3-9';
const list = (entry: (title: string, at: number) => string) => TITLES.map(entry).join('');

describe('lists of papers by their form', () => {
  it.each([
    [
      'links in items',
      `<ul>${list((title) => `<li><a href="/x">${title}</a> <span>${BYLINE}</span></li>`)}</ul>`,
    ],
    ['headings in blocks', list((title) => `<div><h3>${title}</h3><p>${BYLINE}</p></div>`)],
    ['terms and definitions', `<dl>${list((title) => `<dt>${title}</dt><dd>${BYLINE}</dd>`)}</dl>`],
    [
      'elements that say "title"',
      list((title) => `<div><div class="docTitle">${title}</div><div>${BYLINE}</div></div>`),
    ],
    [
      'rows of a table',
      `<table>${list((title) => `<tr><td><a href="/x">${title}</a></td><td>${BYLINE}</td></tr>`)}</table>`,
    ],
    ['bold titles of items', `<ol>${list((title) => `<li><b>${title}</b> ${BYLINE}</li>`)}</ol>`],
    ['rows apart', list((title) => `<p class="t"><a href="/x">${title}</a></p><p class="b">${BYLINE}</p>`)],
  ])('are found in %s', (_form, body) => {
    expect(titlesIn(body)).toEqual(TITLES);
  });

  it('bring authors where elements say so, the year, and the element that shows the title', () => {
    const byline =
      '<span class="author">Ada Quill</span><span class="author">Bo Lind</span> Journal of Light, 2019';
    const [row] = rowsOf(parse(list((title) => `<div><h3><a href="/x">${title}</a></h3>${byline}</div>`)));
    expect(row?.facts).toEqual({ title: TITLES[0], authors: ['Ada Quill', 'Bo Lind'], year: 2019 });
    expect(row?.shown.localName).toBe('a');
  });

  it('have the kind of thing before a title left out', () => {
    const body = `<dl>${list((title) => `<dt>[CITATION] ${title}</dt><dd>${BYLINE}</dd>`)}</dl>`;
    expect(titlesIn(body)).toEqual(TITLES);
  });

  it('may have entries without authors, while half have them', () => {
    const body = (every: number) =>
      `<ul>${list((title, at) => `<li><a href="/x">${title}</a> ${at % every === 0 ? BYLINE : ''}</li>`)}</ul>`;
    expect(titlesIn(body(2))).toEqual(TITLES);
    expect(titlesIn(body(3).replace(BYLINE, ''))).toEqual([]);
  });
});

/** Two people and a date are as much a piece of news as a paper: without a place where papers appear it stays out. */
const NEWS = 'By Ada Quill and Bo Lind, 3 March 2024';

describe('what only looks like a list of papers', () => {
  it.each([
    [
      'two entries',
      TITLES.slice(0, 2)
        .map((title) => `<div><h3>${title}</h3><p>${BYLINE}</p></div>`)
        .join(''),
    ],
    ['a menu', `<nav><ul>${list((title) => `<li><a href="/x">${title}</a> ${BYLINE}</li>`)}</ul></nav>`],
    ['links alone', `<ul>${list((title) => `<li><a href="/x">${title}</a></li>`)}</ul>`],
    ['news', list((title) => `<div><h3><a href="/x">${title}</a></h3><p>${NEWS}</p></div>`)],
    [
      'news of one',
      list((title) => `<div><h3><a href="/x">${title}</a></h3><p>By Ada Quill</p><time>2024</time></div>`),
    ],
    [
      'goods',
      list((title) => `<div><h3>${title}</h3><p>Ada Quill, Bo Lind, Cy Penn 2023</p><p>$9.99</p></div>`),
    ],
    ['films', list((title) => `<div><h3>${title}</h3><p>2019 · Drama · 122 min</p></div>`)],
    [
      'questions',
      list(
        (title) =>
          `<div><h3><a href="/q">${title}</a></h3><p>asked 3 March 2024 by quill</p><p>4 answers</p></div>`,
      ),
    ],
    [
      'repositories',
      list((title) => `<div><h3>${title}</h3><p>Python · 1,204 stars · updated in 2024</p></div>`),
    ],
    [
      'sections of an article',
      list((title) => `<h2>${title}</h2><p>Nothing was found (Quill and Lind, 2019) of the kind.</p>`),
    ],
    ['one title many times', TITLES.map(() => `<div><h3>${TITLES[0]}</h3><p>${BYLINE}</p></div>`).join('')],
    [
      'names',
      ['Ada Quill', 'Bo Lind', 'Cy Penn']
        .map((name) => `<li><a href="/p">${name}</a> ${BYLINE}</li>`)
        .join(''),
    ],
    ['code', `<pre>${list((title) => `<a href="/x">${title}</a> <i>${BYLINE}</i>\n`)}</pre>`],
    [
      'an editor',
      `<div contenteditable>${list((title) => `<div><h3>${title}</h3><p>${BYLINE}</p></div>`)}</div>`,
    ],
  ])('%s', (_what, body) => {
    expect(titlesIn(body)).toEqual([]);
  });

  it('by the title of the page, too: articles of a journal need no venue beside each', () => {
    const body = list((title) => `<div><h3>${title}</h3><p>Ada Quill and Bo Lind</p></div>`);
    expect(titlesIn(body, 'Journal of Light, vol. 12')).toEqual(TITLES);
    expect(titlesIn(body, 'The Evening Lantern')).toEqual([]);
  });
});

const titled = (inner: string) => `<div class="${'title '.repeat(5_000)}" itemprop="name">${inner}</div>`;

describe('a hostile list', () => {
  it('of many entries is read in linear time, with breaths', () => {
    const entry = (at: number) => `<li><a href="/x">Paper ${at} on the Making of Candles</a> ${BYLINE}</li>`;
    const read = (entries: number) => {
      const doc = parse(`<ul>${Array.from({ length: entries }, (_, at) => entry(at)).join('')}</ul>`);
      const walk = vi.spyOn(TreeWalker.prototype, 'nextNode');
      const breaths = [...titleRows(doc)].length;
      // The selectors of the test's document walk, too, from its root.
      const steps = (walk.mock.contexts as TreeWalker[]).filter(({ root }) => root !== doc).length;
      walk.mockRestore();
      return { breaths, steps };
    };
    const [few, many] = [read(100), read(600)];
    expect(few.steps).toBeGreaterThan(100);
    expect(many.breaths).toBeGreaterThan(600);
    // Six times as many take six times the steps; what looks at all entries for each takes thirty-six.
    expect(many.steps / few.steps).toBeLessThan(7);
  }, 60_000);

  it('nested deep, with endless texts, classes and attributes, throws nothing', () => {
    const long = 'word '.repeat(50_000);
    const deep = `${'<div>'.repeat(400)}<h3>${TITLES[0]}</h3>${'</div>'.repeat(400)}`;
    const odd =
      '<form><input name="parentElement"><input name="children"><h3>A title within a form</h3></form>';
    const doc = parse(
      `${titled(long)}${titled(TITLES[1] ?? '')}${deep.repeat(3)}${odd.repeat(3)}<p>${long}</p>`,
    );
    expect(rowsOf(doc)).toEqual([]);
  }, 60_000);
});
