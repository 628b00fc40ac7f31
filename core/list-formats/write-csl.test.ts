import { expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { listed, MADE_AT } from './lists-under-test';
import { cslJsonOf } from './write-csl';

it('writes variables of CSL, and what is Paperkin’s own under "custom"', () => {
  const paper = samplePaper({
    authors: ['Ada van Quay', 'Plato', 'Ben Mole III'],
    venue: 'ICML',
    abstract: null,
  });
  const text = cslJsonOf([listed(paper, { tags: ['a', 'b; c'], note: 'x', starred: true })], {
    keys: new Map([[paper.id, 'quay2024sparse']]),
  });
  expect(JSON.parse(text)).toEqual([
    {
      id: 'quay2024sparse',
      'citation-key': 'quay2024sparse',
      type: 'paper-conference',
      title: paper.title,
      author: [
        { family: 'van Quay', given: 'Ada' },
        { literal: 'Plato' },
        { family: 'Mole', given: 'Ben', suffix: 'III' },
      ],
      issued: { 'date-parts': [[2024]] },
      'container-title': 'ICML',
      number: 'arXiv:2401.00001',
      URL: 'https://arxiv.org/abs/2401.00001',
      keyword: 'a; "b; c"',
      annote: 'x',
      custom: {
        paperkin: { status: 'to-read', addedAt: MADE_AT, statusAt: MADE_AT, starred: true, priority: 0 },
      },
    },
  ]);
});

it('writes an array for an empty list', () => {
  expect(JSON.parse(cslJsonOf([], { keys: new Map() }))).toEqual([]);
});
