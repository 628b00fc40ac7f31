import { describe, expect, it } from 'vitest';
import { isPdfAddress, paperOfAddress } from './address-paper';

describe('paperOfAddress', () => {
  it.each([
    ['https://arxiv.org/pdf/2110.06014v2', '2110.06014', 'https://arxiv.org/abs/2110.06014', true],
    [
      'http://export.arxiv.org/pdf/math/0211159.pdf',
      'math/0211159',
      'https://arxiv.org/abs/math/0211159',
      true,
    ],
    ['https://huggingface.co/papers/2110.06014', '2110.06014', 'https://arxiv.org/abs/2110.06014', false],
  ])('reads %s', (address, arxiv, page, isPdf) => {
    expect(paperOfAddress(address)).toEqual({ arxiv, doi: null, likelyDoi: null, page, isPdf });
  });

  it.each([
    ['https://dl.acm.org/doi/pdf/10.1145/3292500.3330701', '10.1145/3292500.3330701', true],
    [
      'https://www.biorxiv.org/content/10.1101/2023.01.02.522499v1.full.pdf',
      '10.1101/2023.01.02.522499',
      true,
    ],
    ['https://doi.org/10.1016/S0140-6736(20)30183-5', '10.1016/s0140-6736(20)30183-5', false],
  ])('reads the DOI of %s', (address, doi, isPdf) => {
    expect(paperOfAddress(address)).toMatchObject({ arxiv: null, doi, isPdf });
  });

  it.each([
    ['https://openreview.net/pdf?id=rkgNKkHtvB', 'https://openreview.net/forum?id=rkgNKkHtvB'],
    [
      'https://openreview.net/attachment?name=pdf&id=rkgNKkHtvB',
      'https://openreview.net/forum?id=rkgNKkHtvB',
    ],
    ['https://aclanthology.org/2020.acl-main.703.pdf', 'https://aclanthology.org/2020.acl-main.703/'],
    ['https://www.aclweb.org/anthology/P19-1001.pdf', 'https://aclanthology.org/P19-1001/'],
    [
      'https://proceedings.mlr.press/v139/radford21a/radford21a.pdf',
      'https://proceedings.mlr.press/v139/radford21a.html',
    ],
    [
      'https://proceedings.neurips.cc/paper_files/paper/2020/file/1457c0d6bfcb4967418bfb8ac142f64a-Paper.pdf',
      'https://proceedings.neurips.cc/paper_files/paper/2020/hash/1457c0d6bfcb4967418bfb8ac142f64a-Abstract.html',
    ],
    [
      'https://papers.nips.cc/paper/2017/file/3f5ee243547dee91fbd053c1c4a845aa-Paper.pdf',
      'https://proceedings.neurips.cc/paper/2017/hash/3f5ee243547dee91fbd053c1c4a845aa-Abstract.html',
    ],
    [
      'https://openaccess.thecvf.com/content/CVPR2021/papers/Chen_Exploring_Simple_CVPR_2021_paper.pdf',
      'https://openaccess.thecvf.com/content/CVPR2021/html/Chen_Exploring_Simple_CVPR_2021_paper.html',
    ],
  ])('knows the page of %s', (address, page) => {
    expect(paperOfAddress(address)).toMatchObject({ arxiv: null, doi: null, page });
  });

  it('has a DOI to look for of an ACL paper', () => {
    expect(paperOfAddress('https://aclanthology.org/2020.acl-main.703.pdf')?.likelyDoi).toBe(
      '10.18653/v1/2020.acl-main.703',
    );
  });

  it.each([
    'https://example.org/paper.pdf',
    'https://openreview.net/pdf?id=%3Cscript%3E',
    'https://openreview.net.example.org/pdf?id=rkgNKkHtvB',
    'https://arxiv.org@example.org/pdf/2110.06014',
    'file:///home/me/2110.06014.pdf',
    'chrome://version/',
    'no address',
  ])('says nothing of %s', (address) => {
    expect(paperOfAddress(address)).toBeNull();
  });
});

it.each([
  ['https://arxiv.org/pdf/2110.06014', true],
  ['https://openreview.net/pdf?id=rkgNKkHtvB', true],
  ['file:///home/me/Some%20Paper.PDF', true],
  ['https://example.org/pdfs', false],
  ['no address', false],
])('isPdfAddress says of %s: %s', (address, isPdf) => {
  expect(isPdfAddress(address)).toBe(isPdf);
});
