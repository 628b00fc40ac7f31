import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { listed, optionsFor } from './lists-under-test';
import { markdownOf, markdownZipOf } from './write-markdown';

it('writes facts as front matter, the abstract as harmless text, the note as it is', () => {
  const paper = samplePaper({
    title: 'Say "hi": #1 \u2028---',
    abstract: 'We <b>map</b> [[tides]] of $x_1$ at *all* hours %%x%%.',
    authors: ['Ada Quay'],
    venue: null,
  });
  const marks = {
    status: 'read',
    tags: ['to do/now', '2024', 'a#b'],
    note: '**Mine** [[Link]]',
    starred: true,
  } as const;
  expect(markdownOf(listed(paper, marks), 'quay2024say')).toBe(`---
title: "Say \\"hi\\": #1 \\u2028---"
aliases: ["Say \\"hi\\": #1 \\u2028---"]
authors: ["Ada Quay"]
year: 2024
arxiv: "2401.00001"
url: "https://arxiv.org/abs/2401.00001"
pdf: "https://arxiv.org/pdf/2401.00001"
citekey: "quay2024say"
status: "read"
starred: true
priority: 0
added: "2026-11-26T00:00:00.000Z"
tags: ["to-do/now","_2024","ab"]
---

> [!abstract]-
> We \\<b\\>map\\</b\\> \\[\\[tides\\]\\] of $x_1$ at \\*all\\* hours \\%\\%x\\%\\%.

**Mine** [[Link]]
`);
});

it('names the files so that any system takes them and none takes the place of another', () => {
  const titles = [
    'A/B: C?',
    'One Name',
    'one name',
    'CON',
    '..',
    '../../x',
    'y'.repeat(300),
    '\u202Egnp.exe',
    '***',
  ];
  const list = titles.map((title, at) =>
    listed(samplePaper({ id: `arxiv:2401.1000${at}`, arxiv: `2401.1000${at}`, title, abstract: null })),
  );
  const files = unzipSync(markdownZipOf(list, optionsFor(list)));
  expect(Object.keys(files).toSorted()).toEqual(
    [
      'A B C.md',
      'One Name (quay2024name).md',
      'one name (quay2024namea).md',
      'CON_.md',
      'quay2024papera.md',
      'x.md',
      `${'y'.repeat(60)}.md`,
      'gnp.exe.md',
      'quay2024paperd.md',
    ].toSorted(),
  );
  expect(strFromU8(files['x.md'] ?? new Uint8Array())).toContain('title: "../../x"');
});
