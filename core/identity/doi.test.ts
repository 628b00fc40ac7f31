import { describe, expect, it } from 'vitest';
import { doiOfUrl, findDoi } from './doi';

const SICI = '10.1002/(sici)1097-0258(19980815)17:15/16<1661::aid-sim968>3.0.co;2-2';

describe('findDoi', () => {
  it.each([
    ['10.1016/J.Patter.2023.100729', '10.1016/j.patter.2023.100729'],
    ['doi:10.1145/3292500.3330701', '10.1145/3292500.3330701'],
    ['DOI 10.1145/3292500.3330701.', '10.1145/3292500.3330701'],
    ['(see https://doi.org/10.1145/3292500.3330701).', '10.1145/3292500.3330701'],
    ['doi = {10.1145/3292500.3330701},', '10.1145/3292500.3330701'],
    ['doi={10.1145/3292500},year={2020}', '10.1145/3292500'],
    ['10.1007/978-3-319\\_12', '10.1007/978-3-319_12'],
    ['[link](https://doi.org/10.1145/3292500)', '10.1145/3292500'],
    ['<a href="https://doi.org/10.1145/3292500">', '10.1145/3292500'],
    ['10.1016/S0140-6736(20)30183-5', '10.1016/s0140-6736(20)30183-5'],
    ['(10.1016/S0140-6736(20)30183-5)', '10.1016/s0140-6736(20)30183-5'],
    [SICI, SICI],
    [SICI.replace('<', '&lt;').replace('>', '&gt;'), SICI],
    ['10.1101/2020.01.30.927871v2.full.pdf', '10.1101/2020.01.30.927871'],
    ['10.1101/2020.01.30.927871v1', '10.1101/2020.01.30.927871'],
    ['10.1234/modelv2', '10.1234/modelv2'],
    ['10.1002/anie.2020/abstract', '10.1002/anie.2020'],
    ['10.3389/fnins.2019.00001/full', '10.3389/fnins.2019.00001'],
    ['10.1080/0144929/pdf.', '10.1080/0144929'],
    ['10.1145%2F3292500.3330701', '10.1145/3292500.3330701'],
    ['https://doi.org/10.1145/3292500?utm_source=x', '10.1145/3292500'],
    ['“10.1145/3292500”', '10.1145/3292500'],
    ['10.1145/… or 10.1145/3292500', '10.1145/3292500'],
  ])('finds in %j', (text, doi) => {
    expect(findDoi(text)).toBe(doi);
  });

  it.each([
    '',
    '10.1/x',
    '110.1145/3292500',
    '3.10.1145/3292500',
    '10.1145',
    '10.1145/',
    '10.1145/...',
    'version 10.12/3',
  ])('finds none in %j', (text) => {
    expect(findDoi(text)).toBeNull();
  });

  it('reads long hostile text', () => {
    for (const piece of ['10.1234/', '10.1234/. ', '10.1234/( ', '%', '&amp;']) {
      expect(findDoi(piece.repeat(100_000))?.length ?? 0).toBeLessThanOrEqual(200);
    }
    expect(findDoi(`10.1234/${'/pdf'.repeat(50_000)}`)).toBeNull();
  });
});

describe('doiOfUrl', () => {
  it.each([
    ['https://doi.org/10.1145/3292500', '10.1145/3292500'],
    ['http://dx.doi.org/10.1016%2FS0140-6736(20)30183-5', '10.1016/s0140-6736(20)30183-5'],
    ['https://dl.acm.org/doi/10.1145/3292500', '10.1145/3292500'],
    ['https://dl.acm.org/doi/abs/10.1145/3292500?x=1', '10.1145/3292500'],
    ['https://dl.acm.org/doi/pdf/10.1145/3292500', '10.1145/3292500'],
    ['https://onlinelibrary.wiley.com/doi/full/10.1002/anie.2020', '10.1002/anie.2020'],
    ['https://link.springer.com/article/10.1007/s10924-010-0192-1', '10.1007/s10924-010-0192-1'],
    ['https://www.biorxiv.org/content/10.1101/2020.01.30.927871v1.full', '10.1101/2020.01.30.927871'],
    [
      'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001',
      '10.1371/journal.pone.0000001',
    ],
  ])('reads %s', (url, doi) => {
    expect(doiOfUrl(new URL(url))).toBe(doi);
  });

  it.each([
    'https://doi.org/',
    'https://doi.org/the-identifier/resources/10.1145/x',
    'https://example.com/download/10.1145/3292500',
    'https://example.com/?id=42',
    'https://dl.acm.org/toc/10.1145',
  ])('reads none in %s', (url) => {
    expect(doiOfUrl(new URL(url))).toBeNull();
  });
});
