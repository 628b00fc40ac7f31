import { describe, expect, it } from 'vitest';
import { NO_MENTION } from '../identity/no-mention';
import type { Paper } from '../paper';
import { indexKeys, lookupKeys } from './keys';
import type { Mention } from './mention';

const PAPER: Paper = {
  id: 'arxiv:2110.06014',
  title: 'Learning to Name Birds',
  otherTitles: ['Naming Birds Quickly'],
  abstract: null,
  authors: [],
  year: null,
  month: null,
  venue: null,
  arxiv: '2110.06014',
  doi: '10.1145/1',
  url: null,
  pdf: null,
  code: null,
};
const ruleOf = (paper: Paper, mention: Partial<Mention>) => {
  const filed = new Set(indexKeys(paper));
  return lookupKeys({ ...NO_MENTION, ...mention }).find(({ key }) => filed.has(key))?.rule ?? null;
};

describe('indexKeys and lookupKeys', () => {
  it.each([
    [{ arxiv: 'arXiv:2110.06014v4' }, 'arxiv'],
    [{ doi: '10.48550/arXiv.2110.06014' }, 'arxiv'],
    [{ doi: 'https://doi.org/10.1145/1' }, 'doi'],
    [{ title: '[3] LEARNING TO\n  NAME BIRDS.' }, 'title'],
    [{ title: 'Naming birds quickly (2021)' }, 'other-title'],
    [{ arxiv: '2222.22222', title: 'Learning to Name Birds' }, 'title'],
    [{ arxiv: '1901.00001', title: 'Learning to Name Birds' }, 'title'],
    [{ arxiv: '2110.06014', doi: '10.1145/1', title: 'Learning to Name Birds' }, 'arxiv'],
    [{ doi: '10.1145/1', title: 'Learning to Name Birds' }, 'doi'],
    [{ title: 'Learning to Name' }, null],
    [{ title: 'Naming' }, null],
  ] as const)('meet for %j by %s', (mention, rule) => {
    expect(ruleOf(PAPER, mention)).toBe(rule);
  });

  it.each([
    [{ url: 'https://openreview.net/forum?id=AbC12' }, { pdf: 'https://openreview.net/pdf?id=AbC12' }, true],
    [
      { url: 'https://openreview.net/forum?id=AbC12' },
      { url: 'https://openreview.net/forum?id=abc12' },
      false,
    ],
    [
      { doi: '10.18653/v1/2022.acl-long.125' },
      { url: 'https://aclanthology.org/2022.acl-long.125.pdf' },
      true,
    ],
    [{ doi: '10.18653/v1/p19-1001' }, { url: 'https://www.aclweb.org/anthology/P19-1001/' }, true],
    [
      { url: 'https://pubmed.ncbi.nlm.nih.gov/31234567/' },
      { url: 'https://www.ncbi.nlm.nih.gov/pubmed/31234567' },
      true,
    ],
    [
      { url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC71/pdf/a.pdf' },
      { url: 'https://europepmc.org/articles/PMC71' },
      true,
    ],
    [{ url: 'https://example.org/a' }, { url: 'https://example.org/a' }, false],
    [{ url: 'https://openreview.net/group?id=A' }, { url: 'https://openreview.net/group?id=A' }, false],
  ])('meet by page for %j and %j: %s', (facts, mention, isMet) => {
    const paper = { ...PAPER, arxiv: null, doi: null, ...facts };
    expect(ruleOf(paper, mention)).toBe(isMet ? 'page' : null);
  });

  it('keep the namespaces apart', () => {
    expect(indexKeys(PAPER)).toEqual([
      'a:2110.06014',
      'd:10.1145/1',
      't:learningtonamebirds',
      'o:namingbirdsquickly',
    ]);
  });

  it("file a paper with arXiv's own DOI under the arXiv id only", () => {
    const paper = { ...PAPER, arxiv: null, doi: '10.48550/arxiv.2110.06014', otherTitles: [] };
    expect(indexKeys(paper)).toEqual(['a:2110.06014', 't:learningtonamebirds']);
  });

  it('try what is surest first', () => {
    const lookups = lookupKeys({
      ...NO_MENTION,
      arxiv: '2110.06014',
      doi: '10.1145/1',
      title: '1. Naming Birds Quickly',
    });
    const confidences = lookups.map(({ confidence }) => confidence);
    expect(lookups.map(({ rule }) => rule)).toEqual([
      'arxiv',
      'doi',
      'title',
      'other-title',
      'title',
      'other-title',
    ]);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  });

  it.each(['Abstract', 'Introduction', 'References', 'Deep Learning', 'GPT', '综述', '!', ''])(
    'never look up or file %j by title',
    (title) => {
      expect(lookupKeys({ ...NO_MENTION, title })).toEqual([]);
      expect(indexKeys({ ...PAPER, arxiv: null, doi: null, title, otherTitles: [] })).toEqual([]);
    },
  );

  it('count a Chinese character for two letters', () => {
    expect(ruleOf({ ...PAPER, title: '鸟类命名学习' }, { title: '鸟类命名学习' })).toBe('title');
  });
});
