import { describe, expect, it, vi } from 'vitest';
import { mentionOf, resolutionOf } from '../testing';
import { pagePapers } from './page-papers';
import type { Entry } from './registry';

vi.mock('../../core/identity/paper-id', () => ({
  paperIdOf: ({ arxiv, title }: { arxiv: string | null; title: string | null }) =>
    arxiv === null ? title && `title:${title}` : `arxiv:${arxiv}`,
}));

const entry = (title: string, facts = {}, resolution: Entry['resolution'] = null): Entry => ({
  mention: mentionOf(title, facts),
  target: [],
  resolution,
});

describe('pagePapers', () => {
  it('lists each paper once, where it comes first', () => {
    const papers = pagePapers([
      entry('B'),
      entry('A', {}, resolutionOf('A', { paperId: 'arxiv:1' })),
      entry('pdf', { arxiv: '1' }),
      entry('B'),
    ]);
    expect(papers.map(({ mention }) => mention.title)).toEqual(['B', 'A']);
  });

  it('takes the mention that has the abstract, and leaves the paper in its place', () => {
    const papers = pagePapers([
      entry('A', { arxiv: '1' }),
      entry('B'),
      entry('A', { arxiv: '1', abstract: 'It does.' }),
    ]);
    expect(papers.map(({ mention }) => [mention.title, mention.abstract])).toEqual([
      ['A', 'It does.'],
      ['B', null],
    ]);
  });

  it('shows a paper whose answer has not come as unknown', () => {
    expect(pagePapers([entry('A', {}, undefined)])[0]?.resolution).toBeNull();
  });
});
