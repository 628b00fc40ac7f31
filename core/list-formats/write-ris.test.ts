import { expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { listed } from './lists-under-test';
import { risOf } from './write-ris';

it('writes a record, names by family name and the note behind everything', () => {
  const paper = samplePaper({
    title: 'Tides',
    abstract: 'We map\ntides.',
    authors: ['Ada van Quay', 'Plato', 'Ben Mole Jr.'],
    venue: 'Nature',
    doi: '10.1234/x',
  });
  const note = 'First\nAU  - Nobody\n  - deep';
  expect(risOf([listed(paper, { tags: ['a', 'b'], note })]).split('\r\n')).toEqual([
    'TY  - JOUR',
    'TI  - Tides',
    'AU  - van Quay, Ada',
    'AU  - Plato',
    'AU  - Mole, Ben, Jr.',
    'PY  - 2024',
    'T2  - Nature',
    'AB  - We map tides.',
    'DO  - 10.1234/x',
    'AN  - arXiv:2401.00001',
    'UR  - https://arxiv.org/abs/2401.00001',
    'KW  - a',
    'KW  - b',
    'N1  - First',
    ' AU  - Nobody',
    '   - deep',
    'ER  - ',
    '',
    '',
  ]);
});
