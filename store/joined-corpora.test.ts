import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedTermsOf } from '../core/kin/shared-terms';
import type { Paper } from '../core/paper';
import { sampleBrief, samplePaper } from '../tests/samples/papers';
import { openCorpusDatabase } from './corpus-database';
import { fileCorpus, type CorpusContent } from './filed-corpus';

const TITLE = 'One paper that several corpora know';
const KEY = 't:onepaperthatseveralcorporaknow';

const content = (id: string, papers: readonly Paper[]): CorpusContent => ({
  id,
  name: `Corpus ${id}`,
  source: `${id}.bib`,
  version: 'v1',
  papers,
});

const byArxiv = samplePaper({ arxiv: '2101.00001', title: TITLE, year: 2021 });
const byDoi = samplePaper({
  id: 'doi:10.1234/known',
  arxiv: null,
  doi: '10.1234/known',
  title: TITLE,
  year: 2022,
});
const stranger = samplePaper({
  id: 'doi:10.1234/stranger',
  arxiv: null,
  doi: '10.1234/stranger',
  title: TITLE,
  authors: ['Eve Pier'],
});

/** The bundled corpus is imported first, the others one after the other. */
async function storeOf(...corpora: readonly CorpusContent[]) {
  const store = openCorpusDatabase();
  for (const [at, corpus] of corpora.entries()) await store.replace(await fileCorpus(corpus), at + 1);
  return store;
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.restoreAllMocks());

describe('several corpora', () => {
  it('tell a paper as the bundled one does, whichever of them it is found in', async () => {
    const store = await storeOf(content('mine', [byDoi, stranger]), content('bundled', [byArxiv]));
    expect(await store.find([KEY, 'd:10.1234/known'])).toEqual(
      new Map([
        [KEY, [sampleBrief(byArxiv), sampleBrief(stranger)]],
        ['d:10.1234/known', [sampleBrief(byArxiv)]],
      ]),
    );
  });

  it('tell it as the newest import does where the bundled one has it not', async () => {
    const older = samplePaper({ arxiv: '2101.00001', title: TITLE, year: 2019 });
    const store = await storeOf(content('bundled', []), content('old', [older]), content('new', [byArxiv]));
    expect((await store.find([KEY])).get(KEY)).toEqual([sampleBrief(byArxiv)]);
    expect((await store.papers([byArxiv.id])).get(byArxiv.id)).toEqual(byArxiv);
    expect((await store.stamps()).map(({ id }) => id)).toEqual(['bundled', 'new', 'old']);
  });

  it('keep two records of one corpus apart', async () => {
    const store = await storeOf(content('mine', [byArxiv, byDoi]));
    expect((await store.find([KEY])).get(KEY)).toEqual([sampleBrief(byArxiv), sampleBrief(byDoi)]);
  });

  it('are not asked while they are switched off', async () => {
    const store = await storeOf(content('bundled', [byArxiv]), content('mine', [stranger]));
    expect((await store.find(['d:10.1234/stranger'])).size).toBe(1);
    await store.shelf.change('mine', { enabled: false });
    expect((await store.find(['d:10.1234/stranger'])).size).toBe(0);
    expect(await store.search(TITLE, { limit: 3, wordVectors: null, sharedTermsOf })).toHaveLength(1);
    expect(await store.stamps()).toHaveLength(2);
  });

  it('are read anew when another page replaced or removed one', async () => {
    const store = await storeOf(content('mine', [byDoi]));
    expect((await store.find([KEY])).get(KEY)).toEqual([sampleBrief(byDoi)]);
    const page = openCorpusDatabase();
    await page.replace(await fileCorpus({ ...content('mine', [stranger]), version: 'v2' }), 9);
    expect((await store.find([KEY])).get(KEY)).toEqual([sampleBrief(stranger)]);
    await page.shelf.remove('mine');
    expect((await store.find([KEY])).size).toBe(0);
    expect(store.damages()).toEqual([]);
  });

  it('answer from the new generation when the old one goes away in the middle of a question', async () => {
    const store = await storeOf(content('mine', [byDoi]));
    const page = openCorpusDatabase();
    const newer = await fileCorpus({ ...content('mine', [byArxiv]), version: 'v2' });
    const realGetAll = IDBObjectStore.prototype.getAll;
    let isReplaced = false;
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore) {
      const request = realGetAll.call(this);
      if (!isReplaced) {
        isReplaced = true;
        void page.replace(newer, 9);
      }
      return request;
    });
    // The page's write comes between the store's look at the stamps and its first look at a file.
    const files = await vi.waitFor(() => store.find([KEY]));
    expect([sampleBrief(byDoi), sampleBrief(byArxiv)]).toContainEqual(files.get(KEY)?.[0]);
    await vi.waitFor(async () => expect((await store.find([KEY])).get(KEY)).toEqual([sampleBrief(byArxiv)]));
    expect(store.damages()).toEqual([]);
  });
});

describe('what several corpora tell together', () => {
  it('is what the first says, filled up from the others, with who said what', async () => {
    const bare = samplePaper({ arxiv: '2101.00001', title: TITLE, abstract: null, venue: null });
    const full = samplePaper({ ...byDoi, venue: 'Sea 2022', year: 2022 });
    const store = await storeOf(content('bundled', [bare]), content('mine', [stranger, full]));
    const told = await store.tell(bare.id);
    expect(told?.paper).toEqual({ ...bare, abstract: full.abstract, venue: 'Sea 2022', doi: full.doi });
    expect(told?.sources.map(({ corpus, facts }) => [corpus, facts.includes('venue')])).toEqual([
      ['Corpus bundled', false],
      ['Corpus mine', true],
    ]);
    expect(await store.tell('arxiv:2101.99999')).toBeNull();
  });

  it('are the titles of a text, whole and the longest, each with all papers of that title', async () => {
    const longer = samplePaper({ arxiv: '2101.00007', title: `${TITLE}: and More of It` });
    const store = await storeOf(content('bundled', [byArxiv]), content('mine', [byDoi, stranger, longer]));
    const text = `See ${TITLE}.\nThen ${TITLE.toUpperCase()}: and\nmore of it. Not: one paper that several corpora knowingly.`;
    const found = await store.titlesInText(text);
    expect(
      found.map(({ start, end, papers }) => [text.slice(start, end), papers.map(({ id }) => id)]),
    ).toEqual([
      [TITLE, [byArxiv.id, stranger.id]],
      [`${TITLE.toUpperCase()}: and\nmore of it`, [longer.id]],
    ]);
  });

  it('can be searched with filters', async () => {
    const store = await storeOf(content('bundled', [byArxiv]), content('mine', [stranger]));
    const ids = async (query: string) =>
      (await store.search(query, { limit: 5, wordVectors: null, sharedTermsOf }))
        .flat()
        .map(({ paper }) => paper.id);
    expect(await ids('several corpora author:pier')).toEqual([stranger.id]);
    expect(await ids('author:pie year:2024')).toEqual([stranger.id]);
    expect(await ids('several corp year:2021')).toEqual([byArxiv.id]);
  });
});
