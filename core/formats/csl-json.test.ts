import { describe, expect, it } from 'vitest';
import { cslJsonFormat } from './csl-json';
import { badOf, papersOf, readAll } from './format-under-test';

const item = (title: string, more: object = {}) =>
  JSON.stringify({ type: 'article-journal', title, ...more });
const titles = async (text: string) => (await papersOf(cslJsonFormat, text)).map(({ title }) => title);

describe('the layouts of CSL-JSON', () => {
  const three = ['Larks', 'Owls \\"{[', 'Wrens'].map((title) => item(title));
  it.each([
    ['an array on one line', `[${three.join(',')}]`],
    ['an array over lines without indents', `[\n${three.join(',\n')}\n]`],
    ['one object a line', three.join('\n')],
    ['one object after the other', three.join('')],
    [
      'an indented array',
      JSON.stringify(
        three.map((one) => JSON.parse(one) as unknown),
        null,
        2,
      ),
    ],
  ])('%s', async (_, text) => {
    expect(await readAll(cslJsonFormat, text)).toHaveLength(3);
    expect(await titles(text)).toEqual(['Larks', expect.stringContaining('Owls'), 'Wrens']);
  });
});

describe('broken JSON', () => {
  it.each([
    [
      'a lost bracket',
      '[\n  {\n    "title": "Larks",\n    "author": [{"family": "x"}\n  },\n  {\n    "title": "Owls"\n  }\n]',
    ],
    ['a lost quotation mark', '[\n  {\n    "title": "Larks\n  },\n  {\n    "title": "Owls"\n  }\n]'],
    ['a lost bracket of a line', '{"title": "Larks", "author": [{\n{"title": "Owls"}\n'],
  ])('with %s costs one record', async (_, text) => {
    expect(await badOf(cslJsonFormat, text)).toHaveLength(1);
    expect(await titles(text)).toEqual(['Owls']);
  });

  it('that ends in the middle says so', async () => {
    expect(await badOf(cslJsonFormat, `[${item('Larks')},\n{"title": "Ow`)).toEqual([[2, 'not-closed']]);
  });

  it('is reported where it holds no object', async () => {
    expect(await badOf(cslJsonFormat, `[1, "x", [${item('Larks')}]]`)).toHaveLength(3);
  });
});

it('reads a file of one line of any length, cut inside escapes', async () => {
  const text = `[${Array.from({ length: 3_000 }, (_, at) => item(`Birds ${at}`, { note: '\\"'.repeat(300) })).join(',')}]`;
  expect(text.length).toBeGreaterThan(2_000_000);
  expect(await titles(text)).toHaveLength(3_000);
});

it('reads what Crossref and Zotero write otherwise', async () => {
  const text = item('', {
    title: ['Naming Birds'],
    'container-title': ['Birds'],
    issued: { 'date-parts': [['2020']] },
    author: [
      { given: 'Jan', family: 'Berg', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
      { literal: 'Birds and Sons, Ltd.' },
      'nobody',
    ],
    number: 'arXiv:2110.06014',
  });
  expect(await papersOf(cslJsonFormat, text)).toMatchObject([
    {
      title: 'Naming Birds',
      venue: 'Birds',
      year: 2020,
      authors: ['Jan van der Berg Jr.', 'Birds and Sons Ltd.'],
      arxiv: '2110.06014',
    },
  ]);
});
