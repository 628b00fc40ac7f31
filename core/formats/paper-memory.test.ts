import { expect, it } from 'vitest';
import { badOf, papersOf } from './format-under-test';
import { paperMemoryFormat } from './paper-memory';

it('reads an export on one line, with keys that objects inherit, and leaves out metadata', async () => {
  const text =
    '{"__dataVersion":1,"__syncId":{"title":"x"},"constructor":{"title":"Larks","author":"Owl, Ida and Zoë Lark","codeLink":"https://github.com/owl/larks","year":"2021"},"Arxiv-2110.06014":{"source":"arxiv","title":"Owls"},"x":null}';
  expect(await papersOf(paperMemoryFormat, text)).toMatchObject([
    { title: 'Larks', authors: ['Ida Owl', 'Zoë Lark'], code: 'https://github.com/owl/larks', year: 2021 },
    { title: 'Owls', arxiv: '2110.06014' },
  ]);
  expect(await badOf(paperMemoryFormat, text)).toEqual([[1, 'no-object']]);
});

it('loses one paper to a lost bracket', async () => {
  const text =
    '{\n  "a": {\n    "title": "Larks",\n    "tags": ["x"\n  },\n  "b": {\n    "title": "Owls"\n  }\n}';
  expect(await badOf(paperMemoryFormat, text)).toHaveLength(1);
  expect(await papersOf(paperMemoryFormat, text)).toMatchObject([{ title: 'Owls' }]);
});
