import { sharedTermsOf } from '../../core/kin/shared-terms';
import { VISITED_CORPUS_ID } from '../../core/visited/visited-corpus';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY_MS } from '../../core/visited/visited-paper';
import { samplePaper } from '../../tests/samples/papers';
import { openCorpusDatabase } from '../corpus-database';
import { fileCorpus } from '../filed-corpus';
import { foldVisited } from './fold-visited';
import { openVisitedDatabase, type VisitedStore } from './visited-database';

const paper = (at: number, facts: object = {}) =>
  samplePaper({ arxiv: `2101.${String(at).padStart(5, '0')}`, title: `Visited harbour ${at}`, ...facts });
const papers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({ paper: paper(from + at), knownAs: null }));
const TODAY = 20_000;

let corpora: ReturnType<typeof openCorpusDatabase>;
let visited: VisitedStore;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  corpora = openCorpusDatabase();
  visited = openVisitedDatabase();
});
afterEach(async () => {
  await visited.close();
  await corpora.close();
});

const fold = (facts: Partial<Parameters<typeof foldVisited>[0]> = {}) =>
  foldVisited({ corpora, visited, now: () => TODAY * DAY_MS + 5, ...facts });
const stamp = () => corpora.stamp(VISITED_CORPUS_ID);
const titles = async (query: string) =>
  (await corpora.search(query, { limit: 9, wordVectors: null, sharedTermsOf }))
    .flat()
    .map((each) => each.paper.title);

describe('foldVisited', () => {
  it('makes nothing of nothing', async () => {
    expect(await fold()).toBe(false);
    expect(await stamp()).toBeNull();
  });

  it('makes a corpus of what is kept, which is asked, and makes none anew for the same', async () => {
    await visited.note(papers(0, 70), TODAY);
    expect(await fold()).toBe(true);
    expect(await stamp()).toMatchObject({ paperCount: 70, enabled: true, generation: 1 });
    expect([...(await corpora.find(['a:2101.00069'])).keys()]).toEqual(['a:2101.00069']);
    expect(await fold()).toBe(false);
  });

  it('has what is new, says what pages say now, and leaves out what is too old', async () => {
    await visited.setLimit(30);
    await visited.note(papers(0, 3), TODAY - 30);
    await visited.note(papers(3, 6), TODAY - 29);
    await fold();
    expect(await stamp()).toMatchObject({ paperCount: 3 });
    await corpora.shelf.change(VISITED_CORPUS_ID, { enabled: false });
    await visited.note([{ paper: paper(4, { title: 'Renamed quay' }), knownAs: null }], TODAY);
    await fold();
    expect(await stamp()).toMatchObject({ paperCount: 3, enabled: false, generation: 2 });
    await corpora.shelf.change(VISITED_CORPUS_ID, { enabled: true });
    expect(await titles('renamed quay')).toEqual(['Renamed quay']);
  });

  it('takes the corpus away once everything is too old', async () => {
    await visited.note(papers(0, 3), TODAY - 60);
    await fold();
    expect(await stamp()).not.toBeNull();
    await visited.setLimit(30);
    expect(await fold()).toBe(true);
    expect(await stamp()).toBeNull();
    expect(await corpora.shelf.builds()).toEqual([]);
  });

  it('is asked last of all corpora, however new it is', async () => {
    await visited.note([{ paper: paper(1, { title: 'What a page said' }), knownAs: null }], TODAY);
    const mine = { id: 'mine', name: 'Mine', source: 'mine.bib', version: 'v1' };
    await corpora.replace(await fileCorpus({ ...mine, papers: [paper(1)] }), 5);
    await fold();
    expect((await corpora.stamps()).map(({ id }) => id)).toEqual(['mine', VISITED_CORPUS_ID]);
    expect((await corpora.tell(paper(1).id))?.paper.title).toBe(paper(1).title);
  });
});

describe('killed on the way', () => {
  /** A store that dies after so many of its answers. */
  const dying = (answers: number): typeof visited => ({
    ...visited,
    after: async (...asked) => {
      if (answers-- <= 0) throw new Error('killed');
      return visited.after(...asked);
    },
  });

  it('goes on with what was noted meanwhile, and doubles nothing', async () => {
    await visited.note(papers(0, 600), TODAY);
    await expect(fold({ visited: dying(1) })).rejects.toThrow('killed');
    expect(await stamp()).toBeNull();
    await visited.note(papers(590, 610), TODAY);
    expect(await fold()).toBe(true);
    expect(await stamp()).toMatchObject({ paperCount: 610 });
    expect(await corpora.shelf.builds()).toEqual([]);
    expect(await titles('visited harbour 605')).toContain('Visited harbour 605');
  });

  it('puts nothing in place once it was cleared', async () => {
    await visited.note(papers(0, 5), TODAY);
    const clearing: typeof visited = {
      ...visited,
      after: async (...asked) => {
        const read = await visited.after(...asked);
        await visited.clear();
        await corpora.shelf.remove(VISITED_CORPUS_ID);
        return read;
      },
    };
    expect(await fold({ visited: clearing })).toBe(false);
    expect(await stamp()).toBeNull();
    expect(await fold()).toBe(false);
  });

  it('folds again what was noted while it read', async () => {
    await visited.note(papers(0, 5), TODAY);
    const noting: typeof visited = {
      ...visited,
      after: async (...asked) => {
        const read = await visited.after(...asked);
        await visited.note(papers(5, 6), TODAY);
        return read;
      },
    };
    await fold({ visited: noting });
    expect(await stamp()).toMatchObject({ paperCount: 5 });
    expect(await fold()).toBe(true);
    expect(await stamp()).toMatchObject({ paperCount: 6 });
  });
});

it.each([1_000, 5, 0, -1_000])(
  'a store that is lost %i ms later leaves no corpus behind that nobody keeps',
  async (laterMs) => {
    const clock = vi.spyOn(Date, 'now').mockReturnValue(TODAY * DAY_MS);
    await visited.note(papers(0, 5), TODAY);
    await fold();
    await visited.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('paperkin-visited').addEventListener('success', resolve);
    });
    clock.mockReturnValue(TODAY * DAY_MS + laterMs);
    visited = openVisitedDatabase();
    expect(await fold()).toBe(true);
    expect(await stamp()).toBeNull();
    clock.mockRestore();
  },
);
