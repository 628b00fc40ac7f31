// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mentionsOf, siteReadersAt } from '../../tests/fixtures/site-pages';
import { pickReaders, readPage } from './index';

const PAGE = new URL('https://pages.example/');
const LISTING = new URL('https://arxiv.org/list/cs.LG/new');

function parse(body: string): Document {
  return new DOMParser().parseFromString(`<!doctype html><body>${body}`, 'text/html');
}

function listingOf(title: string): Document {
  return parse(
    `<dl><dt><a title="Abstract" href="/abs/2110.06014">arXiv:2110.06014</a></dt><dd><div class="list-title">${title}</div></dd></dl>`,
  );
}

/** Those of tens of thousands of links are read in a browser: `tests/chromium/readers.test.ts`. */
describe('a hostile page', () => {
  it('with 1,000 links to one paper in one row yields one mention', () => {
    const link = '<a href="https://doi.org/10.5555/lantern">pdf</a>';
    const doc = parse(`<ul><li>${link.repeat(1_000)}</li></ul>`);
    expect(mentionsOf(PAGE, doc)).toHaveLength(1);
  });

  // Browsers' parsers stop at 512; jsdom itself overflows somewhere above 5,000.
  it('nested 2,000 deep is read without a stack overflow', () => {
    const root = document.implementation.createHTMLDocument('');
    let element: Element = root.body;
    for (let depth = 0; depth < 2_000; depth++) {
      element = element.appendChild(root.createElement('span'));
    }
    element.innerHTML = '<a href="https://arxiv.org/abs/2110.11309">Fast Model Editing at Scale</a>';
    expect(mentionsOf(PAGE, root)).toHaveLength(1);
  }, 60_000);

  it('with a title of 100,000 characters keeps the identifier and drops the title', () => {
    const [found] = mentionsOf(LISTING, listingOf('word '.repeat(20_000)));
    expect(found?.mention).toMatchObject({ arxiv: '2110.06014', title: null });
  });

  it('with lone surrogates and right-to-left text is read as it is', () => {
    const doc = listingOf('placeholder');
    const title = doc.querySelector('.list-title');
    if (title) title.textContent = 'مراجعة \uD800 للنماذج اللغوية الكبيرة';
    const [found] = mentionsOf(LISTING, doc);
    expect(found?.mention.title).toBe('مراجعة \uD800 للنماذج اللغوية الكبيرة');
  });

  it('whose images and forms hide the document by their names throws nothing', () => {
    const markup = readFileSync(
      join(import.meta.dirname, '../../tests/fixtures/pages/hostile-names.html'),
      'utf8',
    );
    const doc = new DOMParser().parseFromString(markup, 'text/html');
    expect(() => [...readPage(PAGE, doc, [])]).not.toThrow();
  });

  it('that sends its relative links elsewhere by <base> is read by its own address', () => {
    const doc = listingOf('Fast Model Editing at Scale');
    doc.head.innerHTML = '<base href="https://evil.example/">';
    const [found] = mentionsOf(LISTING, doc);
    expect(found?.mention.url).toBe('https://arxiv.org/abs/2110.06014');
  });

  it('without a root element, or of XML, has no reader', () => {
    const xml = new DOMParser().parseFromString('<feed><title>x</title></feed>', 'application/xml');
    const empty = document.implementation.createDocument(null, null);
    expect(pickReaders(PAGE, xml, [])).toEqual([]);
    expect(pickReaders(PAGE, empty, [])).toEqual([]);
  });
});

describe('readPage', () => {
  it('reads no further than it is asked to', () => {
    const row =
      '<dt><a title="Abstract" href="/abs/2110.06014">x</a></dt><dd><div class="list-title">One</div></dd>';
    const doc = parse(`<dl>${row}<dt></dt><dd id="late"></dd></dl>`);
    const mentions = readPage(LISTING, doc, siteReadersAt(LISTING));
    const next = () => {
      for (;;) {
        const { value, done } = mentions.next();
        if (done === true || value) return value?.mention.title;
      }
    };
    expect(next()).toBe('One');
    const late = doc.querySelector('#late');
    if (late) late.innerHTML = '<div class="list-title">Two</div>';
    expect(next()).toBe('Two');
  });
});
