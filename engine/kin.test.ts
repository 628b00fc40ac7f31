import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedTermsOf } from '../core/kin/shared-terms';
import { BIRDS, DENSE, sampleBundle, sampleMention, samplePaper, SPARSE } from '../tests/samples/papers';
import { sampleSession, startWorker } from '../tests/samples/worker';
import type { EnginePorts } from './ports';

let session = sampleSession();
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  session = sampleSession();
});
const start = (ports: Partial<EnginePorts> = {}) => startWorker(session, ports);
const cardOf = (ports: Partial<EnginePorts> = {}) =>
  start(ports)['paper/card']({ ref: { paperId: SPARSE.id } });
const holding = (...papers: readonly (typeof SPARSE)[]) => ({
  loadBundled: () => sampleBundle('v1', papers),
});

describe('kin', () => {
  it('say what is shared, who wrote both, and that the reader has it', async () => {
    const byAda = { ...DENSE, authors: ['Quay, Ada', 'Cy Jetty'] };
    const ports = holding(SPARSE, byAda, BIRDS);
    await start(ports)['list/save']({ ref: { paperId: DENSE.id }, sourceUrl: null });
    const [first] = (await cardOf(ports)).kin;
    expect(first?.paper.id).toBe(DENSE.id);
    expect(first?.reasons.map(({ kind }) => kind)).toEqual(['shared-terms', 'same-author', 'on-list']);
    expect(first?.reasons[1]).toEqual({ kind: 'same-author', name: 'Quay, Ada' });
  });

  it('are of the reading list too, where no corpus has them, and told once where one has', async () => {
    const mention = sampleMention({
      title: 'Attention for Harbour Logs at Night',
      arxiv: '2402.00009',
      abstract: 'We present a sparse attention layer for harbour logs written at night.',
    });
    const engine = start();
    await engine['list/save']({ ref: { mention }, sourceUrl: null });
    await engine['list/save']({ ref: { paperId: DENSE.id }, sourceUrl: null });
    const { kin } = await cardOf();
    expect(kin.map(({ paper }) => paper.id).toSorted()).toEqual([DENSE.id, 'arxiv:2402.00009'].toSorted());
    for (const { reasons } of kin) expect(reasons.at(-1)).toEqual({ kind: 'on-list' });
  });

  it('are neither versions of the paper nor of each other', async () => {
    const published = samplePaper({ id: 'doi:10.1/x', arxiv: null, doi: '10.1/x', year: 2025 });
    const renamed = samplePaper({ arxiv: '2401.00008', title: 'Sparse Attention over Long Harbour Logs' });
    const again = { ...DENSE, id: 'doi:10.1/y', arxiv: null, doi: '10.1/y', title: `${DENSE.title}, anew` };
    const { kin } = await cardOf(holding(SPARSE, published, renamed, DENSE, again));
    expect(kin).toHaveLength(1);
  });

  it('go by words alone where the word vectors cannot be read, which is tried once', async () => {
    const loadWordVectors = vi.fn<EnginePorts['loadWordVectors']>(() =>
      Promise.reject(new Error('no such file')),
    );
    const engine = start({ loadWordVectors });
    for (let time = 0; time < 2; time++) {
      const { kin } = await engine['paper/card']({ ref: { paperId: SPARSE.id } });
      expect(kin[0]?.paper.id).toBe(DENSE.id);
    }
    expect(loadWordVectors).toHaveBeenCalledTimes(1);
  });

  it('are those by the same people, and said to be lost, where nothing can tell what they share; whole with the next card', async () => {
    const byAda = { ...BIRDS, abstract: DENSE.abstract, authors: ['Quay, Ada'] };
    const loadSharedTerms = vi.fn<EnginePorts['loadSharedTerms']>(async () => sharedTermsOf);
    loadSharedTerms.mockRejectedValueOnce(new Error('no such file'));
    const engine = start({ ...holding(SPARSE, DENSE, byAda), loadSharedTerms });
    const card = () => engine['paper/card']({ ref: { paperId: SPARSE.id } });
    const lost = await card();
    expect(lost).toMatchObject({ areReasonsLost: true, summary: expect.anything() });
    expect(lost.kin.map(({ paper, reasons }) => [paper.id, reasons.map(({ kind }) => kind)])).toEqual([
      [BIRDS.id, ['same-author']],
    ]);
    const whole = await card();
    expect(whole.areReasonsLost).toBe(false);
    expect(whole.kin.map(({ paper }) => paper.id)).toContain(DENSE.id);
  });

  it('need no word vectors before the first card', async () => {
    const loadWordVectors = vi.fn<EnginePorts['loadWordVectors']>(async () => new Uint8Array(0));
    const engine = start({ loadWordVectors });
    await engine['page/resolve']({ mentions: [sampleMention({ arxiv: SPARSE.arxiv })] });
    await engine.search({ query: 'harbour', limit: 3 });
    expect(loadWordVectors).not.toHaveBeenCalled();
  });
});
