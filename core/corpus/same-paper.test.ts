import { expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import type { Paper } from '../paper';
import { isSamePaper } from './same-paper';

const BASE = {
  id: 'one',
  arxiv: null,
  doi: null,
  title: 'A title that tells one paper',
  authors: ['Ada Quay'],
};

it.each<[string, Partial<Paper>, Partial<Paper>, boolean]>([
  ['one arXiv id', { arxiv: '2101.00001', title: 'X' }, { arxiv: '2101.00001', title: 'Y' }, true],
  [
    'an arXiv id and its DOI',
    { arxiv: '2101.00001' },
    { doi: '10.48550/arxiv.2101.00001', title: 'Y' },
    true,
  ],
  ['two arXiv ids under one title', { arxiv: '2101.00001' }, { arxiv: '2101.00002' }, false],
  ['one DOI', { doi: '10.1234/a', title: 'X' }, { doi: '10.1234/a', title: 'Y' }, true],
  [
    'one title and author under two DOIs',
    { doi: '10.1234/a' },
    { doi: '10.1234/b', authors: ['Quay, A.'] },
    true,
  ],
  ['one title and other authors', {}, { authors: ['Ben Mole'] }, false],
  ['one title and no authors', {}, { authors: [] }, false],
  ['a title that tells nothing', { title: 'Editorial' }, { title: 'Editorial' }, false],
])('two records with %s: %o, %o', (_what, one, other, isSame) => {
  const [a, b] = [samplePaper({ ...BASE, ...one }), samplePaper({ ...BASE, id: 'two', ...other })];
  expect(isSamePaper(a, b)).toBe(isSame);
  expect(isSamePaper(b, a)).toBe(isSame);
});
