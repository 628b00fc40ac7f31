import { parse } from '@retorquere/bibtex-parser';
import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { latexEscaped, latexTitle } from './latex-escape';
import { listed, MADE_AT } from './lists-under-test';
import { bibtexEntryOf, bibtexOf, kindOf } from './write-bibtex';

const full = listed(
  samplePaper({
    title: 'Sparse Attention with BERT & Friends: 50% of Cost',
    authors: ['Zoë van der Quay', 'Simon and Schuster', 'others'],
    venue: 'NeurIPS 2024',
    doi: '10.1234/a_b',
    pdf: 'https://example.org/a{b}.pdf',
  }),
  {
    status: 'reading',
    starred: true,
    priority: 3,
    tags: ['methods/attention', 'a, b'],
    note: '# Plan\n\n@misc{x,\n  - 5 $ & more',
  },
);

describe('bibtexEntryOf', () => {
  it('writes every field in its place', () => {
    expect(bibtexEntryOf(full, 'quay2024sparse')).toBe(`@inproceedings{quay2024sparse,
  title = {Sparse Attention with {BERT} \\& Friends: 50\\% of Cost},
  author = {Zo{\\"e} van der Quay and {Simon and Schuster} and {others}},
  booktitle = {NeurIPS 2024},
  year = {2024},
  eprint = {2401.00001},
  archiveprefix = {arXiv},
  doi = {10.1234/a_b},
  url = {https://arxiv.org/abs/2401.00001},
  pdf = {https://example.org/a%7Bb%7D.pdf},
  abstract = {Harbour logs are long. We propose a sparse attention layer that reads a year of harbour logs at once. It halves the memory of dense attention.},
  keywords = {methods/attention, {a, b}},
  annote = {\\# Plan

{@}misc\\textbraceleft{}x,
  - 5 \\$ \\& more},
  readstatus = {skimmed},
  priority = {prio1},
  relevance = {relevant},
  date-added = {2026-11-26T00:00:00.000Z},
}
`);
  });

  it('leaves out what is not known', () => {
    const bare = samplePaper({ arxiv: null, id: 'title:x', abstract: null, authors: [], year: null });
    expect(bibtexEntryOf(listed(bare), 'x')).toBe(
      '@misc{x,\n  title = {Sparse Attention for Very Long Harbour Logs},\n  date-added = {2026-11-26T00:00:00.000Z},\n}\n',
    );
  });
});

it('is read by the parser of a library, unbalanced braces included', () => {
  const hostile = samplePaper({
    id: 'arxiv:2401.00009',
    title: 'On {{{ and }} \\ at 5% & more_of #1',
    venue: '}',
  });
  const keys = new Map([
    [full.paper.id, 'one'],
    [hostile.id, 'two'],
  ]);
  const { entries, errors } = parse(bibtexOf([full, listed(hostile)], { keys }), { sentenceCase: false });
  expect(errors).toEqual([]);
  expect(entries.map(({ key, type }) => [key, type])).toEqual([
    ['one', 'inproceedings'],
    ['two', 'article'],
  ]);
  expect(entries[1]?.fields['title']).toContain('On {{{ and }} \\ at 5% & more_of #1');
  expect(entries[0]?.fields.author).toContainEqual(
    expect.objectContaining({ prefix: 'van der', lastName: 'Quay' }),
  );
});

it.each([
  [null, 'misc'],
  ['NeurIPS 2020', 'inproceedings'],
  ['Proceedings of the 5th Harbour Conference', 'inproceedings'],
  ['Nature', 'article'],
  ['Journal of Machine Learning Research', 'article'],
] as const)('takes a paper of %s for %s', (venue, kind) => {
  expect(kindOf({ venue })).toBe(kind);
});

it.each([
  ['Ångström, ñ, ı, Łódź, ǖ', "{\\AA}ngstr{\\\"o}m, {\\~n}, {\\i}, {\\L}{\\'o}d{\\'z}, ǖ"],
  ['ç ő ï', '{\\c{c}} {\\H{o}} {\\"i}'],
  [
    '{a}~b^c\\',
    '\\textbraceleft{}a\\textbraceright{}\\textasciitilde{}b\\textasciicircum{}c\\textbackslash{}',
  ],
  ['a--b', 'a-{}-b'],
  ['波 α ²', '波 α ²'],
])('escapes %s', (text, latex) => {
  expect(latexEscaped(text)).toBe(latex);
});

it.each([
  ['Learning with BERT and GPT-4', 'Learning with {BERT} and {GPT-4}'],
  ['A Study of Q-learning', 'A Study of {Q-learning}'],
  ['Sea birds of Norway: Counting them', 'Sea birds of {Norway}: Counting them'],
  ['A map of the tides', 'A map of the tides'],
])('keeps the capitals of %s', (title, latex) => {
  expect(latexTitle(title)).toBe(latex);
});

it('dates an entry by its own clock', () => {
  expect(bibtexEntryOf(listed(samplePaper(), { addedAt: MADE_AT + 1 }), 'x')).toContain('00:00:00.001Z');
});
