import { beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../core/paper';
import { SAMPLE_PAPERS } from '../../tests/samples/papers';
import { SharedArea, TestWorld } from './worlds-under-test';

const [ONE, TWO, THREE] = SAMPLE_PAPERS as readonly [Paper, Paper, Paper];

let area: SharedArea;
let desk: TestWorld;
let laptop: TestWorld;

beforeEach(() => {
  area = new SharedArea();
  desk = new TestWorld(area, 0.1);
  laptop = new TestWorld(area, 0.9);
});

const titles = (world: TestWorld) => [...world.entries.values()].map(({ paper }) => paper.title).toSorted();

describe('the versions of a paper, exchanged with other machines', () => {
  it('brings the versions of a paper along, and takes them away where they were split off', async () => {
    laptop.save(ONE);
    laptop.save(THREE, { note: 'Of the preprint.' });
    await laptop.switchOn();
    await desk.switchOn();
    laptop.merge(ONE.id, THREE.id);
    for (const world of [laptop, desk, laptop]) await world.exchange();
    expect(titles(desk)).toEqual([ONE.title]);
    const entry = desk.entries.get(ONE.id);
    expect(entry).toMatchObject({ note: 'Of the preprint.', versions: [{ merged: null, sourceUrl: null }] });
    expect(entry?.versions[0]?.paper).toEqual({ ...THREE, abstract: null });
    // Where it was merged, it can be split into what both were.
    expect(laptop.entries.get(ONE.id)?.versions[0]?.merged).not.toBeNull();
    laptop.split(ONE.id);
    for (const world of [laptop, desk, laptop]) await world.exchange();
    expect(desk.entries.get(ONE.id)?.versions).toEqual([]);
    expect(titles(desk).toSorted()).toEqual([ONE.title, THREE.title].toSorted());
  });

  it('leaves a version alone of which others cannot be told, and comes to rest with one written oddly', async () => {
    const unsaid = { ...THREE, id: 'openreview:x', title: '???', arxiv: null, doi: null };
    const odd = { ...TWO, title: `${TWO.title}  on  gulls`, otherTitles: ['', ' Gulls '] };
    laptop.save(ONE);
    for (const paper of [unsaid, odd]) {
      laptop.save(paper);
      laptop.merge(ONE.id, paper.id);
    }
    await laptop.switchOn();
    await desk.switchOn();
    for (const world of [laptop, desk, laptop, desk]) await world.exchange();
    const { writes } = area;
    for (const world of [laptop, desk, laptop]) await world.exchange();
    expect(area.writes).toBe(writes);
    const versions = (world: TestWorld) => world.entries.get(ONE.id)?.versions.map(({ paper }) => paper.id);
    expect(versions(laptop)?.toSorted()).toEqual([unsaid.id, odd.id].toSorted());
    expect(versions(desk)).toEqual([odd.id]);
  });

  it('tells of versions that were merged before a release that could', async () => {
    laptop.save(ONE);
    laptop.save(TWO);
    laptop.merge(ONE.id, TWO.id);
    await laptop.switchOn();
    await desk.switchOn();
    const kept = laptop.kept.get('replica') as { records: Map<string, object> };
    for (const record of kept.records.values()) delete (record as { versions?: unknown }).versions;
    for (const world of [laptop, desk]) await world.exchange();
    expect(desk.entries.get(ONE.id)?.versions.map(({ paper }) => paper.id)).toEqual([TWO.id]);
  });
});
