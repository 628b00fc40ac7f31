import { describe, expect, it } from 'vitest';
import { identifiersInText } from './identifiers-in-text';

const found = (text: string) =>
  identifiersInText(text).map(({ start, end, arxiv, doi, page }) => [
    text.slice(start, end),
    arxiv ?? doi ?? page,
  ]);

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
    ['see 2022.acl-long.125, table 2', '2022.acl-long.125', '10.18653/v1/2022.acl-long.125'],
    ['ACL Anthology: P19-1001.', 'ACL Anthology: P19-1001', '10.18653/v1/p19-1001'],
    ['aclanthology.org/P19-1001.pdf here', 'aclanthology.org/P19-1001', '10.18653/v1/p19-1001'],
    ['Nature 2019. PMID: 31234567.', 'PMID: 31234567', 'https://pubmed.ncbi.nlm.nih.gov/31234567/'],
    ['[PubMed 31234567]', 'PubMed 31234567', 'https://pubmed.ncbi.nlm.nih.gov/31234567/'],
    [
      'at https://www.ncbi.nlm.nih.gov/pubmed/31234567)',
      'https://www.ncbi.nlm.nih.gov/pubmed/31234567',
      'https://pubmed.ncbi.nlm.nih.gov/31234567/',
    ],
    [
      'pubmed.ncbi.nlm.nih.gov/31234567/?dopt=Abstract',
      'pubmed.ncbi.nlm.nih.gov/31234567',
      'https://pubmed.ncbi.nlm.nih.gov/31234567/',
    ],
    ['PMCID: PMC7123456;', 'PMCID: PMC7123456', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7123456/'],
    ['(PMC7123456)', 'PMC7123456', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7123456/'],
    [
      'on openreview.net/pdf?id=rkgNKkHtvB.',
      'openreview.net/pdf?id=rkgNKkHtvB',
      'https://openreview.net/forum?id=rkgNKkHtvB',
    ],
    [
      'https://openreview.net/forum?id=rkgNKkHtvB&noteId=x1',
      'https://openreview.net/forum?id=rkgNKkHtvB',
      'https://openreview.net/forum?id=rkgNKkHtvB',
    ],
    ['doi:10.1016/S0140-6736(19)30001-2)', '10.1016/S0140-6736(19)30001-2', '10.1016/s0140-6736(19)30001-2'],
    [
      '[10.1002/(SICI)1097-0258(19980815)17:15]',
      '10.1002/(SICI)1097-0258(19980815)17:15',
      '10.1002/(sici)1097-0258(19980815)17:15',
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
    'PubMed 2019 to 2021',
    'pubmed.ncbi.nlm.nih.gov/?term=cancer+2019',
    'the PMC 12 and PMCs',
    'section P19-1001 of the law',
    'version 2022.1-beta.3',
    'at openreview.net/group?id=ICLR.cc',
    'openreview.net.example.org/forum?id=rkgNKkHtvB',
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
