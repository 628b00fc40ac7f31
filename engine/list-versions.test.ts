import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleMention } from '../tests/samples/papers';
import { sampleSession, startWorker as startIn } from '../tests/samples/worker';
import type { ReadingListEntry } from '../core/reading-list/entry';
import type { VersionChange } from '../core/reading-list/versions';
import type { Engine } from './engine';
import type { EnginePorts } from './ports';

let session = sampleSession();
const onListChanged = vi.fn<() => void>();
const startWorker = (ports: Partial<EnginePorts> = {}) => startIn(session, { onListChanged, ...ports });

const unknownMention = sampleMention({
  title: 'Attention for Harbour Logs at Night',
  arxiv: '2402.00009',
  abstract:
    'Nights in the harbour are dark. We present a dense attention model for harbour logs written at night.',
});
const save = (engine: Engine, mention = unknownMention) =>
  engine['list/save']({ ref: { mention }, sourceUrl: 'https://arxiv.org/list/cs.CL/new' });

/** From now on every write fails as on a full disk. */
function fillDisk() {
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  session = sampleSession();
  onListChanged.mockClear();
});
afterEach(() => vi.restoreAllMocks());

const title = 'Attention for Harbour Logs at Night';
const authors = ['Ada Quay', 'Ben Mole'];
const preprint = sampleMention({ title, authors, arxiv: '2402.00009', year: 2024 });
const published = sampleMention({
  title,
  authors,
  doi: '10.1234/night',
  year: 2025,
  venue: 'Journal of Tides',
});
const other = { entryId: 'arxiv:2402.00009', paperId: 'doi:10.1234/other' };
const statusOf = async (engine: Engine, mention = published) =>
  (await engine['page/resolve']({ mentions: [mention] }))[0]?.status;

describe('versions of one paper', () => {
  it('are one entry where they surely are, which is known by each of them', async () => {
    const engine = startWorker();
    const first = await save(engine, preprint);
    onListChanged.mockClear();
    const second = await save(engine, published);
    expect(second).toEqual({
      ...first,
      versions: [
        expect.objectContaining({ paper: expect.objectContaining({ doi: '10.1234/night' }), merged: null }),
      ],
    });
    expect(onListChanged).toHaveBeenCalledTimes(1);
    expect(await save(engine, published)).toEqual(second);
    expect(await startWorker()['list/all']({})).toEqual([second]);
    const bare = sampleMention({ doi: '10.1234/night', url: 'https://doi.org/10.1234/night' });
    expect(await statusOf(engine, bare)).toBe('to-read');
    const card = await engine['paper/card']({ ref: { paperId: 'doi:10.1234/night' } });
    expect(card).toMatchObject({ status: 'to-read', paper: { venue: 'Journal of Tides' } });
    const read = await engine['list/set-status']({ paperId: 'doi:10.1234/night', status: 'read' });
    expect(read.paper.id).toBe(first.paper.id);
  });

  it.each([
    ['no author says so', { ...published, authors: [] }],
    ['it is by other people', { ...published, authors: ['Cy Jetty', 'Di Gull'] }],
    ['it came out years later', { ...published, year: 2031 }],
  ])('are two entries where %s', async (_why, mention) => {
    const engine = startWorker();
    const first = await save(engine, preprint);
    const second = await save(engine, mention);
    expect(second.paper.doi).toBe('10.1234/night');
    expect(await engine['list/all']({})).toEqual([second, first]);
  });

  it('are not joined to a paper that has another publication already', async () => {
    const engine = startWorker();
    await save(engine, preprint);
    const both = await save(engine, published);
    const journal = await save(engine, { ...published, doi: '10.1234/journal' });
    expect(journal).toMatchObject({ paper: { doi: '10.1234/journal' }, versions: [] });
    expect(await engine['list/all']({})).toEqual([journal, both]);
  });

  it('are merged again as they were by what undoes a split, also after a message has sorted their members', async () => {
    const engine = startWorker();
    await save(engine, preprint);
    const both = await save(engine, published);
    const paperId = 'doi:10.1234/night';
    await engine['list/versions']({ change: { kind: 'split', ...other, paperId, areApart: true } });
    const as = Object.fromEntries(Object.entries(both).toReversed()) as unknown as ReadingListEntry;
    await engine['list/versions']({ change: { kind: 'merge', ...other, paperId, as } });
    expect(await engine['list/all']({})).toEqual([both]);
  });

  it('are merged, split, told apart, and led by another, all or none', async () => {
    const engine = startWorker();
    const first = await save(engine, preprint);
    const second = await save(engine, sampleMention({ ...published, authors: [], doi: '10.1234/other' }));
    const ask = (change: VersionChange) => engine['list/versions']({ change });
    const merged = await ask({ kind: 'merge', ...other, as: null });
    // What went into it is on the list still: the bin would bring it back as a double.
    expect(await engine['bin/all']({})).toEqual([]);
    expect(merged).toMatchObject({
      gone: ['doi:10.1234/other'],
      entries: [{ versions: [{ paper: second.paper }] }],
    });
    expect(await statusOf(startWorker(), sampleMention({ doi: '10.1234/other' }))).toBe('to-read');
    const led = await ask({ kind: 'lead', ...other });
    expect(led).toMatchObject({ gone: [first.paper.id], entries: [{ paper: second.paper }] });
    await ask({ kind: 'lead', entryId: other.paperId, paperId: other.entryId });
    const split = await ask({ kind: 'split', ...other, areApart: true });
    expect(split.entries).toEqual([
      { ...first, apart: [second.paper.id] },
      { ...second, apart: [first.paper.id] },
    ]);
    await ask({ kind: 'apart', ...other, areApart: false });
    expect(await startWorker()['list/all']({})).toEqual([second, first]);
    await expect(ask({ kind: 'merge', ...other, paperId: 'arxiv:none', as: null })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(ask({ kind: 'merge', ...other, paperId: other.entryId, as: null })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await engine['list/all']({})).toEqual([second, first]);
  });

  it('come out of the bin with the one that leads, and so does what they are not', async () => {
    const engine = startWorker();
    await save(engine, preprint);
    const { versions, paper } = await save(engine, published);
    await engine['list/versions']({
      change: { kind: 'apart', entryId: paper.id, paperId: 'doi:10.1234/other', areApart: true },
    });
    await engine['list/remove']({ paperIds: [paper.id] });
    expect(await save(engine, preprint)).toMatchObject({ versions, apart: ['doi:10.1234/other'] });
  });

  it('lead without a loss where one has come back as an entry of its own', async () => {
    const engine = startWorker();
    const own = await save(engine, published);
    const paperIds = [own.paper.id];
    await engine['list/edit']({ edits: [{ paperIds, change: { note: 'of the journal' } }] });
    const removed = await engine['list/remove']({ paperIds });
    await save(engine, preprint);
    await save(engine, published);
    await engine['list/restore']({ entries: removed });
    const change = { kind: 'lead', entryId: other.entryId, paperId: own.paper.id } as const;
    await engine['list/edit']({ edits: [{ paperIds: [other.entryId], change: { note: 'of arXiv' } }] });
    await engine['list/versions']({ change });
    const [led, ...more] = await startWorker()['list/all']({});
    expect(more).toEqual([]);
    expect(led).toMatchObject({ paper: own.paper, versions: [{ paper: { id: other.entryId } }] });
    expect(led?.note).toContain('of the journal');
    expect(led?.note).toContain('of arXiv');
  });

  it('are not merged on a disk that does not take it: both stay', async () => {
    const engine = startWorker();
    const first = await save(engine, preprint);
    const second = await save(engine, sampleMention({ ...published, authors: [], doi: '10.1234/other' }));
    const full = fillDisk();
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(
      engine['list/versions']({ change: { kind: 'merge', ...other, as: null } }),
    ).rejects.toMatchObject({ code: 'storage' });
    full.mockRestore();
    vi.restoreAllMocks();
    expect(await startWorker()['list/all']({})).toEqual([second, first]);
  });

  it('of a page that was told apart are not joined again by saving it', async () => {
    const engine = startWorker();
    await save(engine, preprint);
    const { versions } = await save(engine, published);
    expect(versions).toHaveLength(1);
    const paperId = 'doi:10.1234/night';
    await engine['list/versions']({ change: { kind: 'split', ...other, paperId, areApart: true } });
    await engine['list/remove']({ paperIds: [paperId] });
    expect((await save(engine, published)).paper.id).toBe(paperId);
    expect(await engine['list/all']({})).toHaveLength(2);
  });
});
