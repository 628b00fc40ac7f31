// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { droppedLinks } from './dropped';

const NOTHING = { uriList: '', html: '', text: '' };

it('reads the links of mark-up with their words, and those of the list of addresses', () => {
  const html = '<a href="https://a.example/1"> One <b>two</b></a><img src=x onerror="throw 1"><a>no</a>';
  expect(
    droppedLinks({
      ...NOTHING,
      html,
      uriList: '# a comment\r\nhttps://a.example/1\r\nhttps://a.example/2\r\n',
    }),
  ).toEqual([
    { href: 'https://a.example/1', title: 'One two' },
    { href: 'https://a.example/2', title: null },
  ]);
});

it('takes an address that comes as text alone, and no other text', () => {
  expect(droppedLinks({ ...NOTHING, text: ' https://a.example/ ' })).toEqual([
    { href: 'https://a.example/', title: null },
  ]);
  expect(droppedLinks({ ...NOTHING, text: 'A title of a paper' })).toEqual([]);
});

it('is bounded', () => {
  const uriList = Array.from({ length: 1_000 }, (_, at) => `https://a.example/${at}`).join('\r\n');
  expect(droppedLinks({ ...NOTHING, uriList })).toHaveLength(200);
});
