import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CorpusBuilder } from '../core/corpus/builder';
import { readCheckpoint } from '../core/corpus/manifest';
import { PAPERS_PER_BLOCK } from '../core/corpus/paper-blocks';
import { samplePaper } from '../tests/samples/papers';
import { openCorpusDatabase } from './corpus-database';
import { fileCorpus, partBuilders } from './filed-corpus';

const papersOf = (year: number) =>
  Array.from({ length: 200 }, (_, at) => samplePaper({ arxiv: `2101.${10_000 + at}`, year }));

const wanted = (source = 'arxiv.jsonl') => ({ corpusId: 'arxiv', source, startedAt: 3 });
const stampOf = (generation: number, importedAt: number) => ({
  id: 'arxiv',
  name: 'arXiv',
  source: 'arxiv.jsonl',
  version: 'v1',
  generation,
  enabled: true,
  paperCount: 200,
  bytes: 1,
  importedAt,
});

/** Imports up to `until` papers; with all of them, to the end. */
async function importPapers(year: number, source?: string, until = 200) {
  const { shelf } = openCorpusDatabase();
  const build = await shelf.begin(wanted(source));
  const builder = await CorpusBuilder.resume(shelf.folder(build), { parts: partBuilders(), stretchBytes: 1 });
  const from = Number(builder.progress.sourceMark ?? 0);
  for (const [at, paper] of papersOf(year).entries()) {
    if (at >= from && at < until) await builder.add(paper, String(at + 1));
  }
  if (until < 200) {
    const whole = until - (until % PAPERS_PER_BLOCK);
    await vi.waitUntil(async () => {
      const checkpoint = await readCheckpoint(shelf.folder(build));
      return checkpoint.ok && checkpoint.value.paperCount === whole;
    });
    await builder.stop();
    return { build, from };
  }
  await builder.finish();
  await shelf.activate(stampOf(build.generation, year));
  return { build, from };
}

/** By corpus and generation, how many. */
async function filesThere(): Promise<ReadonlyMap<string, number>> {
  const db = await openDB('paperkin-corpus');
  const counts = new Map<string, number>();
  for (const key of (await db.getAllKeys('files')) as [string, number, string][])
    counts.set(`${key[0]} ${key[1]}`, (counts.get(`${key[0]} ${key[1]}`) ?? 0) + 1);
  db.close();
  return counts;
}

const yearOf = async () =>
  (await openCorpusDatabase().papers(['arxiv:2101.10150'])).get('arxiv:2101.10150')?.year ?? null;

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

describe('importing beside what is read', () => {
  it('shows nothing before the end, goes on where it stopped, and then shows all', async () => {
    await importPapers(2020, undefined, 150);
    expect(await yearOf()).toBeNull();
    expect(await openCorpusDatabase().shelf.builds()).toMatchObject([{ corpusId: 'arxiv', generation: 1 }]);
    const { from } = await importPapers(2020);
    expect(from).toBe(128);
    expect(await yearOf()).toBe(2020);
    expect(await openCorpusDatabase().shelf.builds()).toEqual([]);
  });

  it('leaves the old generation in place until the switch, then gives its space back', async () => {
    await importPapers(2020);
    await importPapers(2021, 'newer.jsonl', 150);
    expect(await yearOf()).toBe(2020);
    expect([...(await filesThere()).keys()]).toEqual(['arxiv 1', 'arxiv 2']);
    await importPapers(2021, 'newer.jsonl');
    expect(await yearOf()).toBe(2021);
    expect([...(await filesThere()).keys()]).toEqual(['arxiv 2']);
  });

  it('does not go on with another source', async () => {
    await importPapers(2020, 'one.jsonl', 150);
    const { build, from } = await importPapers(2021, 'other.jsonl', 150);
    expect([build.generation, from]).toEqual([2, 0]);
    expect(await openCorpusDatabase().shelf.sweep()).toBe(1);
    expect([...(await filesThere()).keys()]).toEqual(['arxiv 2']);
  });

  it.each([
    ['given up', async (store: ReturnType<typeof openCorpusDatabase>) => store.shelf.abandon('arxiv')],
    ['removed', async (store: ReturnType<typeof openCorpusDatabase>) => store.shelf.remove('arxiv')],
    [
      'replaced whole',
      async (store: ReturnType<typeof openCorpusDatabase>) =>
        store.replace(
          await fileCorpus({ id: 'arxiv', name: '', source: '', version: 'v9', papers: papersOf(1999) }),
          9,
        ),
    ],
  ])('never becomes what is read once it was %s', async (_how, giveUp) => {
    await importPapers(2020);
    const store = openCorpusDatabase();
    const { build } = await importPapers(2021, 'newer.jsonl', 150);
    await giveUp(store);
    const year = await yearOf();
    const builder = await CorpusBuilder.resume(store.shelf.folder(build), { parts: partBuilders() });
    await builder.finish();
    expect(await store.shelf.activate(stampOf(build.generation, 5))).toBe(false);
    expect(await yearOf()).toBe(year);
    expect([...(await filesThere()).keys()]).not.toContain('arxiv 2');
  });

  it('takes no old file for its own after the corpus was removed', async () => {
    const { shelf } = openCorpusDatabase();
    await importPapers(2020, undefined, 150);
    const stale = new Map([['checkpoint', new Uint8Array(9)]]);
    await shelf.remove('arxiv');
    await shelf.folder({ corpusId: 'arxiv', generation: 1 }).write(stale);
    await shelf.begin(wanted());
    expect(await filesThere()).toEqual(new Map());
  });
});

describe('managing corpora', () => {
  it('removes one with all its files and leaves the others', async () => {
    await importPapers(2020);
    const store = openCorpusDatabase();
    const other = { id: 'arxiv2', name: 'B', source: 'b', version: 'v1', papers: [samplePaper()] };
    await store.replace(await fileCorpus(other), 5);
    await store.shelf.remove('arxiv');
    expect([...(await filesThere()).keys()]).toEqual(['arxiv2 1']);
    expect((await store.stamps()).map(({ id }) => id)).toEqual(['arxiv2']);
  });

  it('renames, and has nothing to rename where there is nothing', async () => {
    await importPapers(2020);
    const { shelf } = openCorpusDatabase();
    expect(await shelf.change('arxiv', { name: 'All of arXiv' })).toMatchObject({
      name: 'All of arXiv',
      enabled: true,
    });
    expect(await shelf.change('nobody', { name: 'X' })).toBeNull();
  });

  it('gives an import up', async () => {
    await importPapers(2020, undefined, 150);
    const { shelf } = openCorpusDatabase();
    await shelf.abandon('arxiv');
    expect(await filesThere()).toEqual(new Map());
    expect(await shelf.builds()).toEqual([]);
  });

  it('sweeps only what nothing needs', async () => {
    await importPapers(2020);
    await importPapers(2021, 'newer.jsonl', 150);
    const { shelf } = openCorpusDatabase();
    for (const generation of [7, 8, 9])
      await shelf
        .folder({ corpusId: 'gone', generation })
        .write(new Map([['papers/000000', new Uint8Array(5)]]));
    expect(await shelf.sweep()).toBe(3);
    expect([...(await filesThere()).keys()]).toEqual(['arxiv 1', 'arxiv 2']);
  });
});

describe('files of a generation', () => {
  it('are stored without what they are a view of', async () => {
    const folder = openCorpusDatabase().shelf.folder({ corpusId: 'a', generation: 1 });
    await folder.write(new Map([['part', new Uint8Array(1_000_000).subarray(10, 14).fill(7)]]));
    expect((await folder.read('part'))?.buffer.byteLength).toBe(4);
    expect(await folder.readMany(['part', 'nothing'])).toEqual(
      new Map([['part', Uint8Array.of(7, 7, 7, 7)]]),
    );
    await folder.remove(['part', 'nothing']);
    expect(await folder.read('part')).toBeNull();
  });

  it('are written together or not at all', async () => {
    const folder = openCorpusDatabase().shelf.folder({ corpusId: 'a', generation: 1 });
    const realPut = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      puts += 1;
      if (puts === 3) throw new DOMException('no room', 'QuotaExceededError');
      return realPut.apply(this, args);
    });
    const files = new Map(['a', 'b', 'c'].map((name) => [name, new Uint8Array(3)]));
    await expect(folder.write(files)).rejects.toMatchObject({ kind: 'full' });
    vi.restoreAllMocks();
    expect((await folder.readMany(['a', 'b', 'c'])).size).toBe(0);
  });
});

it('drops what version 1 of the database kept', async () => {
  const old = await openDB('paperkin-corpus', 1, {
    upgrade(db) {
      for (const name of ['corpora', 'papers', 'keys', 'blobs']) db.createObjectStore(name);
    },
  });
  await old.put('corpora', { id: 'bundled', version: 'v1' }, 'bundled');
  old.close();
  const store = openCorpusDatabase();
  expect(await store.stamps()).toEqual([]);
  await store.close();
  expect([...(await openDB('paperkin-corpus')).objectStoreNames]).toEqual(['builds', 'corpora', 'files']);
});
