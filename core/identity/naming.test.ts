import { describe, expect, it } from 'vitest';
import { namingsOfLinks, namingsOfText } from './naming';

const short = (text: string) => namingsOfText(text).map(({ kind, said }) => `${kind} ${said}`);

describe('namingsOfText', () => {
  it.each([
    ['2110.11309', 'arxiv 2110.11309'],
    ['arXiv:2110.11309v2', 'arxiv 2110.11309'],
    ['arXiv: 2110.11309', 'arxiv 2110.11309'],
    ['math.GT/0309136', 'arxiv math/0309136'],
    ['hep-th/9901001v3', 'arxiv hep-th/9901001'],
    ['0704.0001', 'arxiv 0704.0001'],
    ['https://arxiv.org/pdf/2110.11309v1.pdf', 'arxiv 2110.11309'],
    ['arxiv.org/abs/hep-th/9901001', 'arxiv hep-th/9901001'],
    ['http://export.arxiv.org/abs/2110.11309?context=cs', 'arxiv 2110.11309'],
    ['https://doi.org/10.48550/arXiv.2110.11309', 'arxiv 2110.11309'],
    ['10.1234/Harbour.7', 'doi 10.1234/harbour.7'],
    ['doi: 10.1234/harbour.7', 'doi 10.1234/harbour.7'],
    ['doi.org/10.1234/harbour.7', 'doi 10.1234/harbour.7'],
    ['https://dx.doi.org/10.1002/(sici)1097-0258(1998)17:15', 'doi 10.1002/(sici)1097-0258(1998)17:15'],
    ['https://openreview.net/pdf?id=aBc123', 'page https://openreview.net/forum?id=aBc123'],
    ['aclanthology.org/2020.acl-main.1.pdf', 'page https://aclanthology.org/2020.acl-main.1/'],
    ['https://pubmed.ncbi.nlm.nih.gov/123456', 'page https://pubmed.ncbi.nlm.nih.gov/123456/'],
    ['https://www.google.com/url?q=https://arxiv.org/abs/2110.11309', 'arxiv 2110.11309'],
    ['https://example.org/harbour', 'none https://example.org/harbour'],
    ['  Counting gulls\n in 2024.12345 harbours ', 'title Counting gulls in 2024.12345 harbours'],
    ['Word2Vec', 'title Word2Vec'],
  ])('understands %j', (text, understood) => {
    expect(short(text)).toEqual([understood]);
  });

  it('takes several at once, whatever stands between them', () => {
    expect(short('2110.11309, <https://doi.org/10.1234/x>;\n arXiv:2103.00020')).toEqual([
      'arxiv 2110.11309',
      'doi 10.1234/x',
      'arxiv 2103.00020',
    ]);
  });

  it('says nothing of nothing, and never throws', () => {
    expect(short(' \n')).toEqual([]);
    for (const odd of ['http://', 'https://[', '://', '\ud800', '@', '10.', 'x'.repeat(300_000)])
      expect(() => namingsOfText(odd)).not.toThrow();
  });

  it('believes no DOI that it has only guessed', () => {
    const [found] = namingsOfText('https://aclanthology.org/2020.acl-main.1/');
    expect(found).toMatchObject({
      mention: { doi: null },
      lookUp: { doi: '10.18653/v1/2020.acl-main.1' },
    });
  });
});

const titleOf = (href: string, title: string | null) => {
  const [found] = namingsOfLinks([{ href, title }]);
  return found && found.kind !== 'none' ? found.mention.title : null;
};

describe('namingsOfLinks', () => {
  it.each([
    [
      'https://arxiv.org/abs/2110.11309',
      '[2110.11309] Fast Model Editing at Scale',
      'Fast Model Editing at Scale',
    ],
    ['https://openreview.net/forum?id=a1', 'Gulls in Harbours | OpenReview', 'Gulls in Harbours'],
    ['https://aclanthology.org/2020.acl-main.1/', 'Gulls - a Survey - ACL Anthology', 'Gulls - a Survey'],
    ['https://link.springer.com/article/10.1007/x1', 'Gulls in Harbours | SpringerLink', 'Gulls in Harbours'],
    ['https://arxiv.org/abs/2110.11309', 'pdf', null],
    ['https://arxiv.org/abs/2110.11309', 'see arXiv:2110.11309', null],
    ['https://example.org/', 'Gulls - Harbours and Tides', 'Gulls - Harbours and Tides'],
  ])('of %s called %j is %j', (href, title, expected) => {
    expect(titleOf(href, title)).toBe(expected);
  });

  it('takes each paper once and leaves what is no web address', () => {
    const links = [
      'https://arxiv.org/abs/2110.11309',
      'https://arxiv.org/pdf/2110.11309',
      'javascript:alert(1)',
      'about:blank',
    ];
    expect(namingsOfLinks(links.map((href) => ({ href, title: null })))).toHaveLength(1);
  });
});
