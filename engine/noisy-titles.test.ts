import { describe, expect, it } from 'vitest';
import { sampleMention, samplePaper, SPARSE } from '../tests/samples/papers';
import type { TitleFound } from '../core/corpus/titles-of-corpus';
import type { CorpusStore } from '../store/corpus-store';
import { matchNoisyTitles } from './noisy-titles';

const CUT = 'Sparse Attention for Very Long Harb…';
const truncated = (facts: Partial<TitleFound> = {}): TitleFound => ({
  paper: SPARSE,
  rule: 'truncated',
  confidence: 0.93,
  needsSupport: false,
  ...facts,
});
const otherPaper = samplePaper({ arxiv: '2401.00008', title: 'Sparse Attention for Very Long Harbours' });

/** What is made of these matches for a mention of the cut title. */
async function matched(found: readonly TitleFound[], facts: Parameters<typeof sampleMention>[0] = {}) {
  const asked: string[] = [];
  const mention = sampleMention({ title: CUT, ...facts });
  const matches = await matchNoisyTitles([mention], {
    noisyTitles: async (titles: readonly string[]) => {
      asked.push(...titles);
      return new Map([[CUT, found]]);
    },
  } as Partial<CorpusStore> as CorpusStore);
  return { paperId: matches.get(mention)?.paper.id ?? null, asked };
}

describe('noisy titles', () => {
  it('are asked for once each, and only where they are long enough', async () => {
    expect((await matched([truncated()])).asked).toEqual([CUT]);
    expect((await matched([truncated()], { title: 'Too short' })).asked).toEqual([]);
    expect((await matched([truncated()], { title: null })).asked).toEqual([]);
  });

  it('that name another paper in each of two corpora name none without support', async () => {
    const both = [truncated(), truncated({ paper: otherPaper })];
    expect((await matched(both)).paperId).toBeNull();
    expect((await matched([truncated(), truncated({ paper: { ...SPARSE } })])).paperId).toBe(SPARSE.id);
    const byEve = { ...otherPaper, authors: ['Eve Pier'] };
    const supported = await matched([truncated(), truncated({ paper: byEve })], { authors: ['Pier, E.'] });
    expect(supported.paperId).toBe(byEve.id);
  });

  it('leave the same letters to the keys', async () => {
    expect((await matched([truncated({ rule: 'title' })])).paperId).toBeNull();
  });
});
