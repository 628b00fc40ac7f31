import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedTermsOf } from '../core/kin/shared-terms';
import { repairStateOf, withDamage } from '../core/corpus/repair-notes';
import { sampleBrief, samplePaper } from '../tests/samples/papers';
import { openCorpusDatabase } from './corpus-database';
import { fileCorpus } from './filed-corpus';
import { repairCorpora } from './repair-corpora';

type Store = ReturnType<typeof openCorpusDatabase>;

const KEY = 'a:2101.00007';
const PAPERS = Array.from({ length: 70 }, (_, at) =>
  samplePaper({ arxiv: `2101.${String(at).padStart(5, '0')}`, title: `Damaged goods in harbour ${at}` }),
);

let store: Store;

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  store = openCorpusDatabase();
  await store.replace(
    await fileCorpus({ id: 'mine', name: 'Mine', source: 'mine.bib', version: 'v1', papers: PAPERS }),
    5,
  );
});
afterEach(() => vi.restoreAllMocks());

const place = { corpusId: 'mine', generation: 1 };
const stampOf = async () => (await store.stamp('mine')) ?? expect.unreachable();
const notes = async () => store.repairs.of(await stampOf());

/** Every file of the corpus but the notes. */
async function filesThere(): Promise<ReadonlyMap<string, string>> {
  const db = await openDB('paperkin-corpus');
  const keys = (await db.getAllKeys('files')).map((key) => String((key as unknown[])[2]));
  db.close();
  const files = await store.shelf.folder(place).readMany(keys.filter((name) => name !== 'repair'));
  return new Map([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
}

/** Changes a byte in the middle of a file. */
async function damage(name: string): Promise<void> {
  const folder = store.shelf.folder(place);
  const bytes = Uint8Array.from((await folder.read(name)) ?? []);
  expect(bytes.length).toBeGreaterThan(0);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x55;
  await folder.write(new Map([[name, bytes]]));
}

/** Asks what meets damage anywhere, and notes it as the engine does. */
async function ask(): Promise<readonly string[]> {
  store.forget();
  await Promise.all([
    store.find([KEY]),
    store.search('damaged goods', { limit: 3, wordVectors: null, sharedTermsOf }),
    store.noisyTitles(['Damaged goods in harbuor 12']),
  ]);
  const damages = store.damages();
  await store.repairs.change(await stampOf(), (before) => withDamage(before, damages, 7));
  return damages.map(({ file }) => file);
}

let clock = 10;
const repair = () => repairCorpora(store, () => (clock += 1));

describe('a repair', () => {
  it.each([
    'keys/about',
    'keys/000',
    'terms/about',
    'terms/shards/000000',
    'titles/directory',
    'titles/keys/0000',
  ])('of %s makes the same files as before', async (name) => {
    const before = await filesThere();
    await damage(name);
    expect(await ask()).toEqual([name]);
    expect(repairStateOf(await notes())?.state).toBe('waiting');
    await repair();
    expect(await filesThere()).toEqual(before);
    expect(await ask()).toEqual([]);
    expect((await store.find([KEY])).get(KEY)).toEqual(PAPERS.slice(7, 8).map(sampleBrief));
    expect(await notes()).toMatchObject({ [name.split('/')[0] ?? '']: { state: 'repaired', files: [name] } });
  });

  it('of the manifest makes the papers readable again', async () => {
    await damage('manifest');
    expect(await ask()).toEqual(['manifest']);
    await repair();
    expect(await ask()).toEqual([]);
    expect((await store.find([KEY])).get(KEY)).toEqual(PAPERS.slice(7, 8).map(sampleBrief));
  });

  it('that was killed is done from its start by the next', async () => {
    const before = await filesThere();
    await damage('terms/about');
    await ask();
    const realPut = IDBObjectStore.prototype.put;
    let puts = 0;
    const dying = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      puts += 1;
      if (puts > 5) throw new RangeError('killed');
      return realPut.apply(this, args);
    });
    await expect(repair()).rejects.toThrow('killed');
    dying.mockRestore();
    expect(repairStateOf(await notes())?.state).toBe('waiting');
    await repair();
    expect(await filesThere()).toEqual(before);
  });

  it('leaves papers that cannot be made from anything, and says so', async () => {
    await damage('papers/000000');
    await damage('keys/000');
    await ask();
    await repair();
    expect(await notes()).toMatchObject({ keys: { state: 'repaired' }, papers: { state: 'lost' } });
    expect(await store.find([KEY])).toEqual(new Map());
    expect((await store.find(['a:2101.00069'])).size).toBe(1);
  });

  it('that the database refuses is tried three times', async () => {
    await damage('keys/000');
    await ask();
    for (let time = 0; time < 3; time += 1) {
      const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
        throw new DOMException('no room', 'QuotaExceededError');
      });
      await repair();
      put.mockRestore();
      expect(repairStateOf(await notes())?.state).toBe(time < 2 ? 'waiting' : 'failed');
    }
    await damage('keys/about');
    await ask();
    expect(repairStateOf(await notes())?.state).toBe('failed');
  });

  it('has nothing to do, and writes nothing, for a corpus that is gone or whole', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await repair();
    const stamp = await stampOf();
    await store.shelf.remove('mine');
    const found = [{ part: 'keys', file: 'keys/000', reason: 'damaged' }] as const;
    expect(await store.repairs.change(stamp, (before) => withDamage(before, found, 7))).toBeNull();
    await repair();
    expect(put).not.toHaveBeenCalled();
  });
});
