import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paper } from '../core/paper';
import { openCorpusDatabase } from '../store/corpus-database';
import { fileCorpus } from '../store/filed-corpus';
import { BIRDS, DENSE, sampleMention, samplePaper, SPARSE } from '../tests/samples/papers';
import { sampleSession, startWorker as startIn } from '../tests/samples/worker';

const session = sampleSession();
const startWorker = (corpus = openCorpusDatabase()) => startIn(session, { corpus });

/** As the library page would, while the worker is there. */
const importAs = async (id: string, papers: readonly Paper[]) =>
  openCorpusDatabase().replace(
    await fileCorpus({ id, name: id, source: `${id}.bib`, version: 'v1', papers }),
    5,
  );

const HARBOURS = samplePaper({
  arxiv: '2401.00009',
  title: 'Harbour Logs in a Hundred Harbours',
  abstract: 'We read harbour logs of a hundred harbours with sparse attention and with dense attention.',
});
/** The same paper as SPARSE, as a bibliography has it. */
const PUBLISHED = samplePaper({
  id: 'doi:10.1234/sparse',
  arxiv: null,
  doi: '10.1234/sparse',
  title: SPARSE.title,
  venue: 'Harbours 2025',
});

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

describe('the engine over several corpora', () => {
  it('knows the papers of a corpus that was imported while it was awake', async () => {
    const engine = startWorker();
    const mentions = [sampleMention({ arxiv: HARBOURS.arxiv })];
    expect(await engine['page/resolve']({ mentions })).toEqual([null]);
    await importAs('mine', [HARBOURS]);
    expect(await engine['page/resolve']({ mentions })).toMatchObject([{ paperId: HARBOURS.id }]);
  });

  it('resolves a paper that two of them have to the bundled one', async () => {
    const engine = startWorker();
    await engine.health({});
    await importAs('mine', [PUBLISHED]);
    const mentions = [sampleMention({ doi: PUBLISHED.doi }), sampleMention({ title: SPARSE.title })];
    const resolutions = await engine['page/resolve']({ mentions });
    expect(resolutions.map((one) => one && [one.paperId, one.rule])).toEqual([
      [SPARSE.id, 'doi'],
      [SPARSE.id, 'title'],
    ]);
  });

  it('tells a paper as all of them do, by identity or by what a page says', async () => {
    const engine = startWorker();
    await engine.health({});
    await importAs('mine', [PUBLISHED]);
    for (const ref of [{ paperId: SPARSE.id }, { mention: sampleMention({ doi: PUBLISHED.doi }) }]) {
      const card = await engine['paper/card']({ ref });
      expect(card.paper).toEqual({ ...SPARSE, venue: PUBLISHED.venue, doi: PUBLISHED.doi });
      expect(card.sources.map(({ corpus }) => corpus)).toEqual(['Samples', 'mine']);
      expect(card.sources[1]?.facts).toEqual(['venue', 'doi']);
    }
  });

  it('filters what is found in them and on the list by author, venue and year', async () => {
    const engine = startWorker();
    await engine.health({});
    await importAs('mine', [PUBLISHED, HARBOURS]);
    const found = async (query: string) =>
      (await engine.search({ query, limit: 10 })).map(({ paper }) => paper.id);
    expect(await found('harbour author:jett')).toEqual([DENSE.id]);
    expect(await found('author:gull')).toEqual([BIRDS.id]);
    expect(await found('harbour venue:harb')).toEqual([PUBLISHED.id]);
    expect(await found('harbour year:1999')).toEqual([]);
    const saved = await engine['list/save']({
      ref: {
        mention: sampleMention({ title: 'Tides of an Unknown Harbour', authors: ['Eve Pier'], year: 1999 }),
      },
      sourceUrl: null,
    });
    expect(await found('harbour year:1999')).toEqual([saved.paper.id]);
    expect(await found('year:1990-2000 author:pier')).toEqual([saved.paper.id]);
  });

  it('searches all of them, and tells each paper once', async () => {
    const engine = startWorker();
    await engine.health({});
    await importAs('mine', [PUBLISHED, HARBOURS]);
    const hits = await engine.search({ query: 'harbour logs', limit: 10 });
    const ids = hits.map(({ paper }) => paper.id);
    expect(ids).toContain(HARBOURS.id);
    expect(ids).toContain(DENSE.id);
    expect(ids.filter((id) => id === SPARSE.id || id === PUBLISHED.id)).toHaveLength(1);
  });

  it('finds kin in all of them, and never the paper itself in another', async () => {
    const engine = startWorker();
    await engine.health({});
    await importAs('mine', [PUBLISHED, HARBOURS]);
    const card = await engine['paper/card']({ ref: { paperId: SPARSE.id } });
    const ids = card.kin.map(({ paper }) => paper.id);
    expect(new Set(ids)).toEqual(new Set([DENSE.id, HARBOURS.id]));
  });

  it('finds kin in a small corpus about one thing, in which no word is rare', async () => {
    const engine = startWorker();
    await engine.health({});
    const ropes = ['Mooring', 'Anchor', 'Towing'].map((rope, at) =>
      samplePaper({
        arxiv: `2401.0000${at}`,
        title: `Barnacle Growth under ${rope} Ropes`,
        abstract: `Barnacles cover ${rope} ropes. We propose a model of barnacle growth that reads tide tables.`,
      }),
    );
    await importAs('visited', ropes);
    const mention = sampleMention({
      title: 'Predicting where Larvae Settle',
      abstract:
        'Larvae of sea squirts settle in spring. We compare them with barnacle growth in forty harbours.',
    });
    const card = await engine['paper/card']({ ref: { mention } });
    expect(card.kin.map(({ paper }) => paper.arxiv)).toEqual(expect.arrayContaining(['2401.00000']));
    const terms = card.kin.flatMap(({ reasons }) =>
      reasons.flatMap((one) => (one.kind === 'shared-terms' ? one.terms : [])),
    );
    expect(terms).toContain('barnacle growth');
  });
});
