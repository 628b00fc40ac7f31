import { describe, expect, it } from 'vitest';
import { identifiersInText } from './identifiers-in-text';

const found = (text: string) =>
  identifiersInText(text).map(({ start, end, arxiv, doi }) => [text.slice(start, end), arxiv ?? doi]);

describe('identifiersInText', () => {
  it.each([
    ['see arXiv:2110.06014v2.', 'arXiv:2110.06014v2', '2110.06014'],
    ['(arXiv 2110.06014)', 'arXiv 2110.06014', '2110.06014'],
    ['arXiv preprint arXiv:2110.06014, 2021', 'arXiv:2110.06014', '2110.06014'],
    ['in hep-th/9901001, they', 'hep-th/9901001', 'hep-th/9901001'],
    ['arXiv:math.AG/0211159', 'arXiv:math.AG/0211159', 'math/0211159'],
    ['at http://arxiv.org/pdf/2110.06014v1.pdf.', 'http://arxiv.org/pdf/2110.06014v1', '2110.06014'],
    ['at arxiv.org/abs/2110.06014)', 'arxiv.org/abs/2110.06014', '2110.06014'],
    ['doi:10.1000/abc(12)3-4).', '10.1000/abc(12)3-4', '10.1000/abc(12)3-4'],
    ['https://doi.org/10.1000/xyz123.', 'https://doi.org/10.1000/xyz123', '10.1000/xyz123'],
    ['10.48550/arXiv.2110.06014', '10.48550/arXiv.2110.06014', '2110.06014'],
    [
      'https://aclanthology.org/2022.acl-long.125/',
      'https://aclanthology.org/2022.acl-long.125',
      '10.18653/v1/2022.acl-long.125',
    ],
  ])('finds that of "%s"', (text, shown, id) => {
    expect(found(text)).toEqual([[shown, id]]);
  });

  it.each([
    'arXiv 2021',
    'version 2110.06014 of it',
    'and/or 1234567',
    'https://example.org/2110.06014',
    'in 10.5/6 cases',
  ])('finds none in "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds several, in order', () => {
    expect(found('arXiv:2110.06014; doi 10.1000/x; arXiv:1901.00002').map(([, id]) => id)).toEqual([
      '2110.06014',
      '10.1000/x',
      '1901.00002',
    ]);
  });
});
