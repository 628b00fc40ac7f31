import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { openVisitedDatabase, type VisitedStore } from './visited-database';

const paper = (at: number, facts: object = {}) =>
  samplePaper({ arxiv: `2101.${String(at).padStart(5, '0')}`, title: `Visited harbour ${at}`, ...facts });
const unknown = (at: number, facts: object = {}) => ({ paper: paper(at, facts), knownAs: null });
const TITLED = samplePaper({ id: 'title:visitedharbour1', arxiv: null, title: 'Visited harbour 1' });

let store: VisitedStore;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  store = openVisitedDatabase(5);
});
afterEach(() => store.close());

const ids = async () => (await store.after(null, 100)).map(({ id }) => id);
const changesBy = async (work: () => Promise<void>) => {
  const { changes } = await store.state();
  await work();
  return (await store.state()).changes - changes;
};

describe('note', () => {
  it('keeps each paper once, with the day it was last seen and nothing finer', async () => {
    expect(await changesBy(() => store.note([unknown(1), unknown(2), unknown(1)], 100))).toBe(2);
    expect(await changesBy(() => store.note([unknown(1)], 107))).toBe(0);
    expect(await store.state()).toMatchObject({ papers: 2, oldestDay: 100 });
    const db = await openDB('paperkin-visited');
    expect(await db.get('papers', paper(1).id)).toEqual({ id: paper(1).id, paper: paper(1), day: 107 });
    db.close();
  });

  it('replaces a record by what the page says now', async () => {
    await store.note([unknown(1, { abstract: 'Buy harbours.' })], 100);
    expect(await changesBy(() => store.note([unknown(1)], 100))).toBe(1);
    expect(await store.after(null, 9)).toEqual([paper(1)]);
  });

  it('leaves alone what others know, but for what is kept already', async () => {
    await store.note([{ paper: paper(1), knownAs: paper(1).id }], 100);
    expect(await ids()).toEqual([]);
    await store.note([unknown(2)], 100);
    await store.note([{ paper: paper(2), knownAs: paper(2).id }], 130);
    expect(await store.state()).toMatchObject({ papers: 1, oldestDay: 130 });
  });

  it('gives a paper that was known by its title its identifier, and does not keep it twice', async () => {
    await store.note([{ paper: TITLED, knownAs: null }], 100);
    await store.note([{ paper: paper(1), knownAs: TITLED.id }], 101);
    expect(await ids()).toEqual([paper(1).id]);
    await store.note([{ paper: TITLED, knownAs: paper(1).id }], 102);
    expect(await ids()).toEqual([paper(1).id]);
    expect(await store.state()).toMatchObject({ papers: 1, oldestDay: 102 });
  });

  it('has the oldest go beyond the cap', async () => {
    await store.note([unknown(3), unknown(4)], 100);
    await store.note([unknown(5), unknown(6)], 101);
    expect(await changesBy(() => store.note([unknown(1), unknown(2)], 102))).toBe(3);
    expect(await ids()).toEqual([1, 2, 4, 5, 6].map((at) => paper(at).id));
  });

  it('keeps all of a call or nothing', async () => {
    const broken = { paper: { ...paper(2), id: undefined as unknown as string }, knownAs: null };
    await expect(store.note([unknown(1), broken], 100)).rejects.toBeInstanceOf(Error);
    expect(await store.state()).toMatchObject({ papers: 0 });
  });
});

describe('expire', () => {
  it('takes what is as old as the limit, and what a wrong clock dated ahead', async () => {
    await store.setLimit(30);
    await store.note([unknown(1)], 100);
    await store.note([unknown(2)], 101);
    await store.note([unknown(3)], 900);
    expect(await changesBy(() => store.expire(129))).toBe(1);
    expect(await changesBy(() => store.expire(130))).toBe(1);
    expect(await ids()).toEqual([paper(2).id]);
    expect(await changesBy(() => store.expire(130))).toBe(0);
  });
});

it('clear takes everything, and counts on, so that no corpus passes for that of another time', async () => {
  await store.note([unknown(1)], 100);
  const { changes } = await store.state();
  await store.clear();
  expect(await store.state()).toMatchObject({ papers: 0, oldestDay: null, changes: changes + 1 });
});

it('reads on after a paper', async () => {
  await store.note([unknown(1), unknown(2), unknown(3)], 100);
  expect((await store.after(paper(1).id, 1)).map(({ id }) => id)).toEqual([paper(2).id]);
});
