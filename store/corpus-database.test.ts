import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedTermsOf } from '../core/kin/shared-terms';
import { sampleBrief, samplePaper } from '../tests/samples/papers';
import { openCorpusDatabase } from './corpus-database';
import type { CorpusStore } from './corpus-store';
import { fileCorpus, type CorpusContent } from './filed-corpus';
import { createMemoryCorpus } from './memory-corpus';

const [ONE, TWO, THREE] = ['2101.00001', '2101.00002', '2101.00003'] as const;

/** Papers that share the title `Papers of <version>`, under arXiv ids of this test's own making. */
function corpus(version: string, ids: readonly string[] = [ONE, TWO]): CorpusContent {
  const papers = ids.map((arxiv) => samplePaper({ arxiv, title: `Papers of the test ${version}` }));
  return { id: 'bundled', name: 'Test', source: 'bundled', version, papers };
}

const filed = (...facts: Parameters<typeof corpus>) => fileCorpus(corpus(...facts));

const wish = (limit: number) => ({ limit, wordVectors: null, sharedTermsOf });
const told = async (store: CorpusStore) =>
  [...(await store.papers([ONE, TWO, THREE].map((id) => `arxiv:${id}`))).values()].map(
    ({ id, title }) => `${id} ${title}`,
  );

const searched = async (store: CorpusStore) =>
  (await store.search('papers of the test', wish(9))).flat().map(({ id }) => id);

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.restoreAllMocks());

describe.each([
  [
    'on disk',
    async (content: CorpusContent) => {
      const store = openCorpusDatabase();
      await store.replace(await fileCorpus(content), 5);
      return store;
    },
  ],
  ['in memory', async (content: CorpusContent) => createMemoryCorpus(await fileCorpus(content), 5)],
])('a corpus %s', (_where, make) => {
  it('answers by stamp, key and identity', async () => {
    const content = corpus('v1');
    const store = await make(content);
    expect(await store.stamp('bundled')).toEqual({
      id: 'bundled',
      name: 'Test',
      source: 'bundled',
      version: 'v1',
      generation: 1,
      enabled: true,
      paperCount: 2,
      bytes: expect.any(Number),
      importedAt: 5,
    });
    expect(await store.stamp('other')).toBeNull();
    expect(await store.find([`a:${TWO}`, 't:nobody', 't:papersofthetestv1'])).toEqual(
      new Map([
        [`a:${TWO}`, content.papers.slice(1).map(sampleBrief)],
        ['t:papersofthetestv1', content.papers.map(sampleBrief)],
      ]),
    );
    expect(await store.papers([`arxiv:${TWO}`, 'arxiv:9'])).toEqual(
      new Map([[`arxiv:${TWO}`, content.papers[1]]]),
    );
    expect(await searched(store)).toEqual(content.papers.map(({ id }) => id));
    const [kin = []] = await store.kin(samplePaper({ title: 'Harbour logs', abstract: null }), wish(3));
    // Both have one abstract, so they are taken for versions of one.
    expect(kin.map(({ id }) => id)).toEqual([content.papers[0]?.id]);
    expect(store.damages()).toEqual([]);
  });
});

describe('the corpus database', () => {
  it('has nothing before the first import', async () => {
    const store = openCorpusDatabase();
    expect(await store.stamp('bundled')).toBeNull();
    expect(await store.find([`a:${ONE}`])).toEqual(new Map());
    expect(await store.search('papers', wish(3))).toEqual([]);
  });

  it('writes nothing for the version that is there', async () => {
    const store = openCorpusDatabase();
    await store.replace(await filed('v1'), 5);
    const writes = [vi.spyOn(IDBObjectStore.prototype, 'put'), vi.spyOn(IDBObjectStore.prototype, 'delete')];
    expect(await store.replace(await filed('v1'), 9)).toMatchObject({ importedAt: 5 });
    for (const write of writes) expect(write).not.toHaveBeenCalled();
  });

  it('replaces the same version where that is damaged, and not one that came in its place', async () => {
    const store = openCorpusDatabase();
    const damaged = await store.replace(await filed('v1'), 5);
    const whole = await store.replace(await filed('v1'), 6, damaged);
    expect(whole).toMatchObject({ generation: 2, importedAt: 6 });
    expect(await store.replace(await filed('v1'), 7, damaged)).toEqual(whole);
  });

  it('replaces another version whole: papers, keys, filter and index', async () => {
    const store = openCorpusDatabase();
    await store.replace(await filed('v1', [ONE, TWO]), 5);
    await store.find([`a:${ONE}`]);
    await searched(store);
    await store.replace(await filed('v2', [TWO, THREE]), 6);
    expect(await told(store)).toEqual([
      `arxiv:${TWO} Papers of the test v2`,
      `arxiv:${THREE} Papers of the test v2`,
    ]);
    expect([...(await store.find([`a:${ONE}`, `a:${THREE}`])).keys()]).toEqual([`a:${THREE}`]);
    expect(await searched(store)).toEqual([`arxiv:${TWO}`, `arxiv:${THREE}`]);
  });

  it('imports once when two workers do it at the same time', async () => {
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    await openCorpusDatabase().replace(await filed('v1'), 5);
    const once = puts.mock.calls.length;
    vi.stubGlobal('indexedDB', new IDBFactory());
    puts.mockClear();
    const stamps = await Promise.all([
      openCorpusDatabase().replace(await filed('v1'), 7),
      openCorpusDatabase().replace(await filed('v1'), 8),
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
    await store.replace(await filed('v1'), 5);
    const realPut = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      puts += 1;
      const request = realPut.apply(this, args);
      if (puts === 4) interrupt(this);
      return request;
    });
    await expect(store.replace(await filed('v2'), 6)).rejects.toMatchObject({ kind });
    vi.restoreAllMocks();
    expect(await store.stamp('bundled')).toMatchObject({ version: 'v1' });
    expect(await told(store)).toEqual([
      `arxiv:${ONE} Papers of the test v1`,
      `arxiv:${TWO} Papers of the test v1`,
    ]);
    expect(await store.replace(await filed('v2'), 7)).toMatchObject({ version: 'v2' });
  });

  it('of a newer Paperkin is left as it is: what was imported may have taken an hour', async () => {
    (await openDB('paperkin-corpus', 99, { upgrade: (db) => void db.createObjectStore('future') })).close();
    const store = openCorpusDatabase();
    await expect(store.replace(await filed('v1'), 5)).rejects.toMatchObject({ kind: 'newer' });
    const after = await openDB('paperkin-corpus');
    expect([after.version, [...after.objectStoreNames]]).toEqual([99, ['future']]);
  });
});
