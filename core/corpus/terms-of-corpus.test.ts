import { expect, it } from 'vitest';
import { sharedTermsOf } from '../kin/shared-terms';
import { BIRDS, DENSE, SAMPLE_PAPERS, samplePaper, SPARSE } from '../../tests/samples/papers';
import { fileCorpus } from '../../store/filed-corpus';
import { Corpus } from './corpus';
import { FilesInMemory } from './corpus-files';
import { kinByCorpus, kinScoresByCorpus } from './terms-of-corpus';

async function open(): Promise<Corpus> {
  const { files } = await fileCorpus({
    id: 'c',
    name: 'Samples',
    source: '',
    version: '1',
    papers: SAMPLE_PAPERS,
  });
  const corpus = await Corpus.open(files, () => {});
  if (!corpus) throw new Error('no corpus');
  return corpus;
}
const elsewhere = samplePaper({
  arxiv: '2402.00009',
  title: 'Attention for Harbour Logs at Night',
  abstract: 'We present a sparse attention layer for harbour logs written at night.',
});
const bare = samplePaper({ arxiv: '2402.00010', title: 'Untold', abstract: null });

it('weighs papers of elsewhere in their order, each by itself: in which slice it stands makes no difference', async () => {
  const corpus = await open();
  const papers = [BIRDS, elsewhere, SPARSE, bare, DENSE];
  const scores = await kinScoresByCorpus(corpus, SPARSE, papers, null);
  const [birds = 1, night = 0, itself = 0, untold = 1, dense = 0] = scores ?? [];
  expect(itself).toBeCloseTo(1);
  expect(night).toBeGreaterThan(birds);
  expect(dense).toBeGreaterThan(birds);
  expect(untold).toBe(0);
  const apart = await Promise.all(papers.map((one) => kinScoresByCorpus(corpus, SPARSE, [one], null)));
  expect(apart.flat()).toEqual(scores);
});

it('weighs them as the kin of a card are weighed', async () => {
  const corpus = await open();
  const kin = await kinByCorpus(corpus, SPARSE, [BIRDS, elsewhere, DENSE], {
    limit: 3,
    floor: 0,
    wordVectors: null,
    sharedTermsOf,
  });
  const papers = kin.map(({ paper }) => [BIRDS, elsewhere, DENSE].find(({ id }) => id === paper.id) ?? BIRDS);
  expect(await kinScoresByCorpus(corpus, SPARSE, papers, null)).toEqual(kin.map(({ score }) => score));
});

it('tells nothing where the index of words is gone, and of no papers none', async () => {
  const { files } = await fileCorpus({ id: 'c', name: '', source: '', version: '1', papers: SAMPLE_PAPERS });
  const left = new FilesInMemory();
  await left.write(new Map([...files.all()].filter(([name]) => !name.startsWith('terms/'))));
  const corpus = await Corpus.open(left, () => {});
  if (!corpus) throw new Error('no corpus');
  expect(await kinScoresByCorpus(corpus, SPARSE, [DENSE], null)).toBeNull();
  expect(await kinScoresByCorpus(corpus, SPARSE, [], null)).toEqual([]);
});
