import { describe, expect, it } from 'vitest';
import { arxivIdOfDoi, arxivIdOfUrl, findArxivId, postedIn } from './arxiv-id';

describe('findArxivId', () => {
  it.each([
    ['2110.06014', '2110.06014'],
    ['arXiv:2110.06014v3', '2110.06014'],
    ['arXiv:2110.06014 [cs.LG]', '2110.06014'],
    ['ARXIV: 0704.0001', '0704.0001'],
    ['0704.0001v2', '0704.0001'],
    ['[1412.6980] A Title', '1412.6980'],
    ['CoRR abs/1412.6980 (2014)', '1412.6980'],
    ['see https://arxiv.org/pdf/2110.06014v2.pdf.', '2110.06014'],
    ['https://www.arxiv.org/abs/math/0211159', 'math/0211159'],
    ['https://huggingface.co/papers/2509.24002#community', '2509.24002'],
    ['arXiv preprint arXiv:2006.05278 (2020)', '2006.05278'],
    ['a title, 2110.06014, 2021', '2110.06014'],
    ['math/0211159', 'math/0211159'],
    ['math.AG/0211159v1', 'math/0211159'],
    ['arXiv:solv-int/9801001', 'solv-int/9801001'],
    ['cond-mat.str-el/0211159', 'cond-mat/0211159'],
    ['hep-th/9711200', 'hep-th/9711200'],
    ['10.48550/arXiv.2110.06014', '2110.06014'],
    ['10.48550/arxiv.math/0211159', 'math/0211159'],
  ])('finds in %j', (text, id) => {
    expect(findArxivId(text)).toBe(id);
  });

  it.each([
    '2113.06014', // no 13th month
    '2100.06014',
    '0703.0001', // before the new style
    '2110.0601', // four digits after 2014
    '1412.06980', // five digits before 2015
    '12110.06014',
    '2110.060145',
    '2110.06014.5',
    'v2110.06014',
    'x2110.06014y',
    '10.1234/2110.06014',
    '10.1000/math/0211159',
    'it cost 1203.4567 francs',
    'maths/0211159',
    'math/0213159', // no 13th month
    'math/0811159', // the old style had ended
    'solv/9801001',
    '',
  ])('finds none in %j', (text) => {
    expect(findArxivId(text)).toBeNull();
  });

  it('reads long hostile text', () => {
    for (const piece of ['arxiv:', 'abs/', '2110.', 'math.', '[', '9', 'cond-mat/']) {
      expect(findArxivId(piece.repeat(100_000))).toBeNull();
    }
  });
});

describe('arxivIdOfUrl', () => {
  it.each([
    ['https://arxiv.org/abs/2110.06014', '2110.06014'],
    ['http://arxiv.org/abs/2110.06014v2?context=cs#top', '2110.06014'],
    ['https://arxiv.org/pdf/2110.06014v2', '2110.06014'],
    ['https://arxiv.org/pdf/2110.06014v2.pdf', '2110.06014'],
    ['https://arxiv.org/html/2110.06014v1/', '2110.06014'],
    ['https://arxiv.org/format/2110.06014', '2110.06014'],
    ['https://arxiv.org/e-print/2110.06014', '2110.06014'],
    ['https://arxiv.org/abs/arXiv:2110.06014', '2110.06014'],
    ['https://arxiv.org/abs/math/0211159v1', 'math/0211159'],
    ['https://arxiv.org/pdf/math%2F0211159', 'math/0211159'],
    ['https://export.arxiv.org/abs/cs/0112017', 'cs/0112017'],
    ['https://www.arxiv.org/abs/2110.06014', '2110.06014'],
    ['https://xxx.lanl.gov/abs/hep-th/9711200', 'hep-th/9711200'],
    ['https://ar5iv.labs.arxiv.org/html/2110.06014', '2110.06014'],
    ['https://ar5iv.org/abs/2110.06014', '2110.06014'],
    ['https://www.alphaxiv.org/abs/2110.06014v1', '2110.06014'],
    ['https://www.alphaxiv.org/overview/2110.06014', '2110.06014'],
    ['https://huggingface.co/papers/2110.06014', '2110.06014'],
    ['https://papers.cool/arxiv/2110.06014', '2110.06014'],
    ['https://doi.org/10.48550/arXiv.2110.06014', '2110.06014'],
    ['https://dx.doi.org/10.48550/arxiv.math/0211159', 'math/0211159'],
  ])('reads %s', (url, id) => {
    expect(arxivIdOfUrl(new URL(url))).toBe(id);
  });

  it.each([
    'https://arxiv.org/list/cs.LG/new',
    'https://arxiv.org/abs/2110.060145',
    'https://arxiv.org/abs/2113.06014',
    'https://notarxiv.org/abs/2110.06014',
    'https://arxiv.org.example.com/abs/2110.06014',
    'https://example.com/arxiv.org/abs/2110.06014',
    'https://example.com/?u=https://arxiv.org/abs/2110.06014',
    'https://huggingface.co/datasets/2110.06014',
    'https://doi.org/10.1234/2110.06014',
    'https://arxiv.org/abs/%E0%A4%A',
    'about:blank',
  ])('reads none in %s', (url) => {
    expect(arxivIdOfUrl(new URL(url))).toBeNull();
  });
});

describe('arxivIdOfDoi', () => {
  it('knows the DOIs that arXiv registers from all others', () => {
    expect(arxivIdOfDoi('10.48550/arxiv.2110.06014')).toBe('2110.06014');
    expect(arxivIdOfDoi('10.1234/arxiv.2110.06014')).toBeNull();
    expect(arxivIdOfDoi(null)).toBeNull();
  });
});

describe('postedIn', () => {
  it.each([
    ['2110.06014', 2021, 10],
    ['0704.0001', 2007, 4],
    ['math/0211159', 2002, 11],
    ['solv-int/9801001', 1998, 1],
  ])('reads the month of %s', (id, year, month) => {
    expect(postedIn(id)).toEqual({ year, month });
  });
});
