import { describe, expect, it } from 'vitest';
import { titleKey, titleKeyCandidates } from './title-key';

describe('titleKeyCandidates', () => {
  it.each([
    '[1] Learning to Name Birds',
    '1. Learning to Name Birds.',
    '(2) Learning to Name Birds',
    '12) Learning to Name Birds',
    '• Learning to Name Birds',
    '[PDF] Learning to Name Birds',
    '[CITATION][C] Learning to Name Birds',
    '[BOOK][B] Learning to Name Birds',
    '[2110.06014] Learning to Name Birds',
    '3. [PDF] Title: Learning to Name Birds',
    'Title: Learning to Name Birds',
    '“Learning to Name Birds.”',
    'Learning to Name Birds (2021)',
    'Learning to Name Birds, 2021.',
    'Learning to Name Birds [pdf]',
    'Learning to Name Birds (NeurIPS 2020) [pdf] [code]',
    "Learning to Name Birds (ICLR'21 oral)",
    'Learning to Name Birds. In NeurIPS 2020',
    'Learning to Name Birds (Transactions of Ornithology, 2019)',
    'Learning to Name Birds arXiv:2110.06014 [cs.LG]',
    '“Learning to Name Birds” arXiv preprint arXiv:2110.06014 (2021).',
    '[4] "Learning to Name Birds", 2021',
    '[ZITATION][C] Learning to Name Birds',
    '[图书][B] Learning to Name Birds',
    '【PDF】Learning to Name Birds',
    '[LND+21] Learning to Name Birds',
    '[Lind et al., 2021b] Learning to Name Birds',
    '(ICLR 2022) Learning to Name Birds',
    'ICLR 2022: Learning to Name Birds',
    '2021 – Learning to Name Birds',
    '1.2. Learning to Name Birds',
    'a) Learning to Name Birds',
    '(iv) Learning to Name Birds',
    'Paper: Learning to Name Birds',
    'Learning to Name Birds - NeurIPS 2021',
    'Learning to Name Birds, ICML',
    'Learning to Name Birds | ICML 2021',
    'Learning to Name Birds — NeurIPS 2021 (Oral)',
    'Learning to Name Birds (NeurIPS 2021 Spotlight)',
    'Learning to Name Birds ICML 2021',
    'Learning to Name Birds · 2021',
    'Learning to Name Birds (Oral)',
    'Learning to Name Birds[J]',
    'Learning to Name Birds. arXiv preprint',
    'Learning to Name Birds | OpenReview',
    'Learning to Name Birds [1, 2]',
    'Learning to Name Birds†',
    'Learning to Name Birds¹',
    'Learning to Name Birds, Lind et al.',
    'Learning to Name Birds by Lind et al. (2021)',
    'Learning to Name Birds.pdf',
  ])('find the title in %j', (text) => {
    expect(titleKeyCandidates(text)).toContain('learningtonamebirds');
  });

  it('try the title as it is first', () => {
    expect(titleKeyCandidates('1. Birds (2021)')).toEqual(['1birds2021', 'birds2021', 'birds']);
  });

  it.each([
    '3D Birds',
    '1.58-bit Birds',
    '2.5D Birds',
    '2001: A Space Odyssey',
    '[Re] Birds',
    'Birds: A Survey',
    'Birds (and Bees)',
    'Birds (GPT)',
    'ACL vs. EMNLP',
    '[RE] Birds',
    'Birds 2021',
    '12 Angry Birds',
    'Birds v2',
    'Birds and Nature',
    'Search with A*',
    'Bounds in L²',
    'Birds: Nature',
  ])('take nothing off %j', (text) => {
    expect(titleKeyCandidates(text)).toEqual([titleKey(text)]);
  });
});
