import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  BIRDS,
  DENSE,
  SAMPLE_PAPERS,
  sampleBundle,
  sampleMention,
  samplePaper,
  SPARSE,
} from '../tests/samples/papers';
import { summarise } from '../core/summary/summarise';
import { sampleSession, startWorker as startIn } from '../tests/samples/worker';
import type { Engine } from './engine';
import type { EnginePorts } from './ports';

let session = sampleSession();
const loadBundled = vi.fn<EnginePorts['loadBundled']>();
const startWorker = (ports: Partial<EnginePorts> = {}) => startIn(session, { loadBundled, ...ports });

const unknownMention = sampleMention({
  title: 'Attention for Harbour Logs at Night',
  arxiv: '2402.00009',
  abstract:
    'Nights in the harbour are dark. We present a dense attention model for harbour logs written at night.',
});
const save = (engine: Engine, mention = unknownMention) =>
  engine['list/save']({ ref: { mention }, sourceUrl: 'https://arxiv.org/list/cs.CL/new' });
const statuses = async (engine: Engine) =>
  (await engine['list/all']({})).map(({ paper, status }) => `${paper.id} ${status}`);

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  session = sampleSession();
  loadBundled.mockReset().mockImplementation(async () => sampleBundle());
});
afterEach(() => vi.restoreAllMocks());

describe('setup', () => {
  it('imports once for concurrent first calls, and not again in the next worker', async () => {
    const engine = startWorker();
    await Promise.all([engine.health({}), engine.health({}), engine.search({ query: 'birds', limit: 5 })]);
    expect(await startWorker().health({})).toEqual({
      corpus: 'database',
      library: 'database',
      reason: null,
      isNewer: false,
      paperCount: 3,
      repairs: [],
    });
    expect(loadBundled).toHaveBeenCalledTimes(1);
  });

  it('tries again after a load that failed', async () => {
    loadBundled.mockRejectedValueOnce(new Error('no such file'));
    const engine = startWorker();
    await expect(engine.health({})).rejects.toThrow('no such file');
    expect(await engine.health({})).toMatchObject({ paperCount: 3 });
  });

  it('brings a new version and leaves the reading list as it is', async () => {
    const before = await save(startWorker());
    loadBundled.mockImplementation(async () => sampleBundle('v2', [SPARSE]));
    const engine = startWorker({ bundledVersion: 'v2' });
    expect(await engine.health({})).toMatchObject({ paperCount: 1 });
    expect(await engine['list/all']({})).toEqual([before]);
  });
});

describe('page/resolve', () => {
  it('answers each mention in order, null for the unknown', async () => {
    const resolutions = await startWorker()['page/resolve']({
      mentions: [
        sampleMention({ arxiv: BIRDS.arxiv }),
        unknownMention,
        sampleMention({ title: `Title: ${SPARSE.title.toUpperCase()}.` }),
        sampleMention({ doi: DENSE.doi }),
        sampleMention({ arxiv: BIRDS.arxiv }),
      ],
    });
    expect(resolutions.map((one) => one && [one.paperId, one.rule, one.title])).toEqual([
      [BIRDS.id, 'arxiv', BIRDS.title],
      null,
      [SPARSE.id, 'title', SPARSE.title],
      [DENSE.id, 'doi', DENSE.title],
      [BIRDS.id, 'arxiv', BIRDS.title],
    ]);
  });

  it('knows a paper that is only on the list, under every key of it', async () => {
    const engine = startWorker();
    await save(engine);
    const [byId, byTitle] = await startWorker()['page/resolve']({
      mentions: [sampleMention({ arxiv: '2402.00009' }), sampleMention({ title: unknownMention.title })],
    });
    expect(byId).toMatchObject({ paperId: 'arxiv:2402.00009', rule: 'arxiv', status: 'to-read' });
    expect(byTitle).toMatchObject({ paperId: 'arxiv:2402.00009', rule: 'title', status: 'to-read' });
  });

  it('ties a paper saved without identifiers to the one a corpus has since', async () => {
    loadBundled.mockImplementation(async () => sampleBundle('v0', [SPARSE]));
    const saved = await save(startWorker({ bundledVersion: 'v0' }), sampleMention({ title: BIRDS.title }));
    expect(saved.paper.id).toMatch(/^title:/);
    loadBundled.mockImplementation(async () => sampleBundle());
    const engine = startWorker();
    const [known] = await engine['page/resolve']({ mentions: [sampleMention({ arxiv: BIRDS.arxiv })] });
    expect(known).toMatchObject({ paperId: BIRDS.id, status: 'to-read' });
    await engine['list/set-status']({ paperId: BIRDS.id, status: 'read' });
    expect(await statuses(engine)).toEqual([`${saved.paper.id} read`]);
    // A title alone joins nothing unasked: the page of the list asks whether the two are one.
    const again = await engine['list/save']({ ref: { paperId: BIRDS.id }, sourceUrl: null });
    expect([again.paper.id, again.status]).toEqual([BIRDS.id, 'to-read']);
    expect((await statuses(engine)).toSorted()).toEqual(
      [`${BIRDS.id} to-read`, `${saved.paper.id} read`].toSorted(),
    );
  });

  it('takes the paper whose authors agree where a title has several, else the first', async () => {
    const twin = samplePaper({ arxiv: '1901.00001', authors: ['Eve Pier'], year: 2019 });
    loadBundled.mockImplementation(async () => sampleBundle('v1', [...SAMPLE_PAPERS, twin]));
    const { title } = SPARSE;
    const resolutions = await startWorker()['page/resolve']({
      mentions: [
        sampleMention({ title }),
        sampleMention({ title, authors: ['Pier, Eve'] }),
        sampleMention({ title, year: 2019 }),
        sampleMention({ title, arxiv: '2012.12345' }),
      ],
    });
    expect(resolutions.map((one) => one?.paperId ?? null)).toEqual([SPARSE.id, twin.id, twin.id, null]);
  });

  it('knows a paper by its page in a library, however that is written, unless another arXiv id speaks against it', async () => {
    const page = 'https://openreview.net/forum?id=gulls2024';
    const told = samplePaper({ ...BIRDS, url: page });
    loadBundled.mockImplementation(async () => sampleBundle('v1', [SPARSE, told]));
    const resolutions = await startWorker()['page/resolve']({
      mentions: [
        sampleMention({ pdf: 'https://openreview.net/pdf?id=gulls2024' }),
        sampleMention({ title: 'Something Else Altogether', url: page }),
        sampleMention({ title: 'Something Else Altogether', arxiv: '2012.12345', url: page }),
      ],
    });
    expect(resolutions.map((one) => one && [one.paperId, one.rule])).toEqual([
      [BIRDS.id, 'page'],
      [BIRDS.id, 'page'],
      null,
    ]);
  });

  it('knows a title that is cut off or misspelt, unless something speaks against it', async () => {
    const cut = 'Sparse Attention for Very Long Harb…';
    const unsaidCut = 'Sparse Attention for Very Long Harbour';
    const misspelt = 'Sparse Atention for Very Long Harbour Logs and Tides';
    const long = samplePaper({
      arxiv: '2401.00009',
      title: 'Sparse Attention for Very Long Harbour Logs and Tides',
    });
    const ask = async (...mentions: readonly Parameters<typeof sampleMention>[0][]) =>
      (await startWorker()['page/resolve']({ mentions: mentions.map(sampleMention) })).map(
        (one) => one && [one.paperId, one.rule],
      );
    expect(
      await ask(
        { title: cut },
        { title: cut, arxiv: '2012.12345' },
        { title: unsaidCut },
        { title: unsaidCut, year: 2024 },
        { title: unsaidCut, year: 2024, authors: ['Eve Pier'] },
        { title: unsaidCut, authors: ['Quay, Ada'] },
        { title: BIRDS.title },
      ),
    ).toEqual([
      [SPARSE.id, 'truncated'],
      null,
      null,
      [SPARSE.id, 'truncated'],
      null,
      [SPARSE.id, 'truncated'],
      [BIRDS.id, 'title'],
    ]);
    loadBundled.mockImplementation(async () => sampleBundle('v1', [long]));
    vi.stubGlobal('indexedDB', new IDBFactory());
    expect(await ask({ title: misspelt }, { title: misspelt, arxiv: '2012.12345' })).toEqual([
      [long.id, 'fuzzy'],
      null,
    ]);
  });

  it('answers 5,000 mentions of which most are unknown with few reads', async () => {
    const engine = startWorker();
    await engine.health({});
    const gets = vi.spyOn(IDBObjectStore.prototype, 'get');
    const mentions = Array.from({ length: 5_000 }, (_, index) =>
      sampleMention(
        index % 100 === 0 ? { arxiv: BIRDS.arxiv } : { title: `An unheard-of finding, number ${index}` },
      ),
    );
    const resolutions = await engine['page/resolve']({ mentions });
    expect(resolutions.filter(Boolean)).toHaveLength(50);
    expect(gets.mock.calls.length).toBeLessThan(500);
  });
});

describe('paper/card', () => {
  it('shows a paper of the corpus with a summary from its abstract and its nearest kin', async () => {
    const card = await startWorker()['paper/card']({
      ref: { mention: sampleMention({ arxiv: SPARSE.arxiv }) },
    });
    expect(card).toMatchObject({ paper: SPARSE, origin: 'corpus', rule: 'arxiv', status: null });
    expect(SPARSE.abstract).toContain(card.summary?.spans[0] && card.summary.text.slice(0, 20));
    expect(card.kin[0]?.paper.id).toBe(DENSE.id);
    expect(card.kin[0]?.reasons.map(({ kind }) => kind)).toEqual(['shared-terms']);
    expect(card.kin.some((kin) => 'abstract' in kin.paper)).toBe(false);
  });

  it('shows an unknown paper from what its page says', async () => {
    const card = await startWorker()['paper/card']({ ref: { mention: unknownMention } });
    expect(card).toMatchObject({
      origin: 'page',
      rule: null,
      status: null,
      paper: { id: 'arxiv:2402.00009' },
    });
    expect(card.summary?.text).toContain('dense attention model');
    expect(card.kin.map((kin) => kin.paper.id)).toContain(DENSE.id);
  });

  it('takes the abstract of the page where the corpus has none', async () => {
    const bare = samplePaper({ abstract: null });
    loadBundled.mockImplementation(async () => sampleBundle('v1', [bare]));
    const mention = sampleMention({ arxiv: bare.arxiv, abstract: SPARSE.abstract });
    const card = await startWorker()['paper/card']({ ref: { mention } });
    expect(card).toMatchObject({ origin: 'corpus', paper: { ...bare, abstract: SPARSE.abstract } });
    expect(card.summary).not.toBeNull();
  });

  it('says that a summary is lost where nothing can make it, and makes it next time', async () => {
    const loadSummariser = vi.fn<EnginePorts['loadSummariser']>(async () => summarise);
    loadSummariser.mockRejectedValueOnce(new Error('no such file'));
    const engine = startWorker({ loadSummariser });
    const card = () => engine['paper/card']({ ref: { paperId: SPARSE.id } });
    const lost = await card();
    expect(lost).toMatchObject({ summary: null, isSummaryLost: true });
    expect(lost.kin.length).toBeGreaterThan(0);
    expect(await card()).toMatchObject({ summary: expect.anything(), isSummaryLost: false });
  });

  it('shows by identity what the corpus or the list has, and nothing else', async () => {
    const engine = startWorker();
    await save(engine);
    const card = (paperId: string) => engine['paper/card']({ ref: { paperId } });
    expect(await card(BIRDS.id)).toMatchObject({ origin: 'corpus', rule: null, paper: BIRDS });
    expect(await card('arxiv:2402.00009')).toMatchObject({ origin: 'list', status: 'to-read' });
    await expect(card('arxiv:9999.99999')).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      engine['paper/card']({ ref: { mention: sampleMention({ title: '…' }) } }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('search', () => {
  it('finds papers of the corpus and of the list, each once, with their status', async () => {
    const engine = startWorker();
    await save(engine);
    await save(engine, sampleMention({ arxiv: DENSE.arxiv }));
    const hits = await engine.search({ query: 'dense attention', limit: 10 });
    const found = new Map(hits.map((hit) => [hit.paper.id, hit.status]));
    expect(found.size).toBe(hits.length);
    expect(found.get(DENSE.id)).toBe('to-read');
    expect(found.get('arxiv:2402.00009')).toBe('to-read');
    expect(found.has(BIRDS.id)).toBe(false);
    expect(await engine.search({ query: 'attention', limit: 1 })).toHaveLength(1);
  });
});

describe('every answer', () => {
  it('survives the wire', async () => {
    const engine = startWorker();
    const mention = sampleMention({ arxiv: SPARSE.arxiv });
    const answers = [
      await save(engine),
      await engine['page/resolve']({ mentions: [mention, sampleMention({ title: 'No such paper at all' })] }),
      await engine['paper/card']({ ref: { mention } }),
      await engine['paper/card']({ ref: { mention: unknownMention } }),
      await engine['list/all']({}),
      await engine.search({ query: 'harbour', limit: 5 }),
      await engine.health({}),
    ];
    for (const answer of answers) expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });
});
