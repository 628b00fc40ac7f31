import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildKeyFilter } from '../core/match/key-filter';
import { buildTextIndex } from '../core/search/text-index';
import { samplePaper } from '../tests/samples/papers';
import { openCorpusDatabase } from './corpus-database';
import type { CorpusStore } from './corpus-store';
import type { FiledCorpus } from './filed-corpus';
import { createMemoryCorpus } from './memory-corpus';

/** Filed under keys of this test's own making: `k1` leads to paper 1, `both` to all. */
function corpus(version: string, arxivIds: readonly string[] = ['1', '2']): FiledCorpus {
  const papers = arxivIds.map((arxiv) => samplePaper({ arxiv, title: `Paper ${arxiv} of ${version}` }));
  const keys = new Map<string, readonly string[]>(papers.map((paper) => [`k${paper.arxiv}`, [paper.id]]));
  keys.set(
    'both',
    papers.map((paper) => paper.id),
  );
  return {
    id: 'bundled',
    name: 'Test',
    version,
    papers,
    keys,
    keyFilter: buildKeyFilter([...keys.keys()]),
    textIndex: buildTextIndex(papers),
  };
}

const titles = async (store: CorpusStore) =>
  [...(await store.papers(['arxiv:1', 'arxiv:2', 'arxiv:3'])).values()].map((paper) => paper.title);

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.restoreAllMocks());

describe.each([
  [
    'on disk',
    async (filed: FiledCorpus) => {
      const store = openCorpusDatabase();
      await store.replace(filed, 5);
      return store;
    },
  ],
  ['in memory', async (filed: FiledCorpus) => createMemoryCorpus(filed, 5)],
])('a corpus %s', (_where, make) => {
  it('answers by stamp, key and identity', async () => {
    const filed = corpus('v1');
    const store = await make(filed);
    expect(await store.stamp('bundled')).toEqual({
      id: 'bundled',
      name: 'Test',
      version: 'v1',
      paperCount: 2,
      importedAt: 5,
    });
    expect(await store.stamp('other')).toBeNull();
    expect(await store.find(['k2', 'nobody', 'both'])).toEqual(
      new Map([
        ['k2', ['arxiv:2']],
        ['both', ['arxiv:1', 'arxiv:2']],
      ]),
    );
    expect(await store.papers(['arxiv:2', 'arxiv:9'])).toEqual(new Map([['arxiv:2', filed.papers[1]]]));
    expect(await store.textIndex()).toEqual(filed.textIndex);
  });
});

describe('the corpus database', () => {
  it('has nothing before the first import', async () => {
    const store = openCorpusDatabase();
    expect(await store.stamp('bundled')).toBeNull();
    expect(await store.find(['k1'])).toEqual(new Map());
    expect(await store.textIndex()).toBeNull();
  });

  it('writes nothing for the version that is there', async () => {
    const store = openCorpusDatabase();
    await store.replace(corpus('v1'), 5);
    const writes = [vi.spyOn(IDBObjectStore.prototype, 'put'), vi.spyOn(IDBObjectStore.prototype, 'delete')];
    expect(await store.replace(corpus('v1'), 9)).toMatchObject({ importedAt: 5 });
    for (const write of writes) expect(write).not.toHaveBeenCalled();
  });

  it('replaces another version whole: papers, keys, filter and index', async () => {
    const store = openCorpusDatabase();
    await store.replace(corpus('v1', ['1', '2']), 5);
    await store.find(['k1']);
    await store.textIndex();
    await store.replace(corpus('v2', ['2', '3']), 6);
    expect(await titles(store)).toEqual(['Paper 2 of v2', 'Paper 3 of v2']);
    expect(await store.find(['k1', 'k3'])).toEqual(new Map([['k3', ['arxiv:3']]]));
    expect((await store.textIndex())?.paperIds).toEqual(['arxiv:2', 'arxiv:3']);
  });

  it('imports once when two workers do it at the same time', async () => {
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    await openCorpusDatabase().replace(corpus('v1'), 5);
    const once = puts.mock.calls.length;
    vi.stubGlobal('indexedDB', new IDBFactory());
    puts.mockClear();
    const stamps = await Promise.all([
      openCorpusDatabase().replace(corpus('v1'), 7),
      openCorpusDatabase().replace(corpus('v1'), 8),
    ]);
    expect(puts).toHaveBeenCalledTimes(once);
    expect(stamps[0]).toEqual(stamps[1]);
  });

  it.each([
    ['the browser ends the transaction', 'failed', (store: IDBObjectStore) => store.transaction.abort()],
    [
      'the disk is full',
      'full',
      () => {
        throw new DOMException('no room', 'QuotaExceededError');
      },
    ],
  ])('keeps the old corpus when %s midway', async (_what, kind, interrupt) => {
    const store = openCorpusDatabase();
    await store.replace(corpus('v1'), 5);
    const realPut = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      puts += 1;
      const request = realPut.apply(this, args);
      if (puts === 4) interrupt(this);
      return request;
    });
    await expect(store.replace(corpus('v2'), 6)).rejects.toMatchObject({ kind });
    vi.restoreAllMocks();
    expect(await store.stamp('bundled')).toMatchObject({ version: 'v1' });
    expect(await titles(store)).toEqual(['Paper 1 of v1', 'Paper 2 of v1']);
    expect(await store.replace(corpus('v2'), 7)).toMatchObject({ version: 'v2' });
  });

  it('is made anew in the place of one that a newer Paperkin wrote', async () => {
    (await openDB('paperkin-corpus', 99)).close();
    const store = openCorpusDatabase();
    await store.replace(corpus('v1'), 5);
    expect(await titles(store)).toHaveLength(2);
  });
});
