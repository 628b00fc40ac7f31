import { beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_PAPERS, samplePaper } from '../../tests/samples/papers';
import type { Paper } from '../../core/paper';
import { titleKey } from '../../core/text/title-key';
import { sync } from './sync';
import { SharedArea, TestWorld } from './worlds-under-test';

const [ONE, TWO, THREE] = SAMPLE_PAPERS as readonly [Paper, Paper, Paper];
const DAY_MS = 86_400_000;
const titled = (title: string) => samplePaper({ id: `title:${titleKey(title)}`, title, arxiv: null });
/** Letters that no packing makes much shorter. */
const noise = (seed: number) =>
  Array.from({ length: 40 }, (_, at) => (Math.imul(seed * 40 + at + 1, 0x9e3779b1) >>> 0).toString(36)).join(
    ' ',
  );

let area: SharedArea;
let desk: TestWorld;
let laptop: TestWorld;

beforeEach(() => {
  area = new SharedArea();
  desk = new TestWorld(area, 0.1, new Map([ONE, TWO, THREE].map((paper) => [paper.id, paper])));
  laptop = new TestWorld(area, 0.9);
});

/** What a machine writes after it joined a file. */
async function fileOf(world: TestWorld, text: string | null): Promise<string> {
  const outcome = await sync.exchangeFile(text, world);
  if (outcome.kind !== 'done') throw new Error(outcome.fault);
  return outcome.text;
}
const titles = (world: TestWorld) => [...world.entries.values()].map(({ paper }) => paper.title).toSorted();

describe('the exchange with other machines', () => {
  it('does nothing before the reader switches it on, and nothing after', async () => {
    desk.save(ONE);
    expect(await desk.exchange()).toMatchObject({ isOn: false });
    expect(area.items).toEqual({});
    await desk.switchOn();
    expect(desk.device).toMatch(/^1-/);
    await sync.change({ isOn: false }, desk);
    expect(desk.device).toBeNull();
    const { writes } = area;
    desk.save(TWO);
    await desk.exchange();
    expect(area.writes).toBe(writes);
  });

  it('joins two lists that each had before, and fills in what a corpus knows', async () => {
    laptop.save(ONE, { tags: ['a'], note: 'From the laptop.', starred: true });
    laptop.save(TWO);
    desk.save(ONE, { tags: ['b'], note: 'From the desk.', status: 'read' });
    desk.save(THREE);
    await laptop.switchOn('Laptop');
    await desk.switchOn('Desk');
    const state = await laptop.exchange();
    expect(titles(laptop)).toEqual([ONE, TWO, THREE].map(({ title }) => title).toSorted());
    expect(titles(desk)).toEqual(titles(laptop));
    for (const world of [desk, laptop]) {
      const entry = world.entries.get(ONE.id);
      expect(entry).toMatchObject({ status: 'read', starred: true });
      expect(entry?.tags.toSorted()).toEqual(['a', 'b']);
      expect(entry?.note).toContain('From the laptop.');
      expect(entry?.note).toContain('From the desk.');
    }
    expect(desk.entries.get(TWO.id)?.paper.abstract).toBe(TWO.abstract);
    expect(laptop.entries.get(THREE.id)?.paper).toEqual({ ...THREE, abstract: null });
    expect(state.devices.map(({ name, isThis }) => [name, isThis])).toEqual([
      ['Laptop', true],
      ['Desk', false],
    ]);
    expect(state).toMatchObject({ trouble: null, papers: 3, left: { papers: 0, notes: 0 } });
  });

  it('comes to rest: once all is told nobody writes any more', async () => {
    laptop.save(ONE);
    await laptop.switchOn();
    await desk.switchOn();
    desk.edit(ONE.id, { note: 'A thought.' });
    for (const world of [desk, laptop, desk, laptop]) await world.exchange();
    const { writes } = area;
    for (const world of [desk, laptop, desk]) await world.exchange();
    expect(area.writes).toBe(writes);
    expect(laptop.entries.get(ONE.id)?.note).toBe('A thought.');
  });

  it('joins by a file in a shared folder what the browsers do not exchange', async () => {
    laptop.save(ONE, { note: 'From the laptop.' });
    desk.save(ONE, { addTags: ['desk'] });
    desk.save(TWO);
    const first = await fileOf(laptop, null);
    const second = await fileOf(desk, first);
    await fileOf(laptop, second);
    expect(titles(laptop).toSorted()).toEqual([ONE.title, TWO.title].toSorted());
    for (const world of [laptop, desk])
      expect(world.entries.get(ONE.id)).toMatchObject({ note: 'From the laptop.', tags: ['desk'] });
    // What was taken off after the file was written does not come back with it.
    laptop.entries.delete(TWO.id);
    await fileOf(laptop, second);
    expect(titles(laptop)).toEqual([ONE.title]);
    expect(area.items).toEqual({});
  });

  it('changes nothing for a file that is foreign or newer, or while the list cannot be read', async () => {
    laptop.save(ONE);
    const file = await fileOf(desk, null);
    const refusal = (text: string) => sync.exchangeFile(text, laptop);
    expect(await refusal('@article{a}')).toEqual({ kind: 'refused', fault: 'foreign' });
    expect(await refusal(file.replace('sync 1', 'sync 2'))).toEqual({ kind: 'refused', fault: 'newer' });
    laptop.isListLost = true;
    expect(await refusal(file)).toEqual({ kind: 'refused', fault: 'list' });
    expect(laptop.kept.get('replica')).toBeUndefined();
    expect(titles(laptop)).toEqual([ONE.title]);
  });

  it('takes a list that cannot be read for no removal', async () => {
    laptop.save(ONE);
    await laptop.switchOn();
    await desk.switchOn();
    laptop.isListLost = true;
    expect(await laptop.exchange()).toMatchObject({ trouble: { kind: 'list' } });
    laptop.isListLost = false;
    await laptop.exchange();
    await desk.exchange();
    expect(titles(desk)).toEqual([ONE.title]);
  });

  it('finds an exchange that was cut off after the list was changed to be no news', async () => {
    laptop.save(ONE);
    await laptop.switchOn();
    await desk.switchOn();
    laptop.edit(ONE.id, { starred: true });
    await laptop.exchange();
    const before = structuredClone(desk.kept.get('replica'));
    await desk.exchange();
    desk.kept.set('replica', before);
    // Meanwhile the laptop has changed its mind; had the desk taken the star for its own deed, that would overrule it.
    laptop.edit(ONE.id, { starred: false });
    laptop.time -= 30_000;
    await desk.exchange();
    await laptop.exchange();
    await desk.exchange();
    expect(desk.entries.get(ONE.id)?.starred).toBe(false);
  });

  it('leaves everything alone where another machine has a newer Paperkin', async () => {
    desk.save(ONE);
    await desk.switchOn();
    const items = { ...area.items, 'd:2-abcdef:0': '2:00000000:whatever' };
    area.items = items;
    desk.save(TWO);
    expect(await desk.exchange()).toMatchObject({ trouble: { kind: 'newer' } });
    expect(area.items).toEqual(items);
  });

  it('leaves everything alone where a newer Paperkin kept the replica here', async () => {
    desk.save(ONE);
    await desk.switchOn();
    const newer = { layout: 2, all: 'otherwise' };
    desk.kept.set('replica', newer);
    const items = structuredClone(area.items);
    expect(await desk.exchange()).toMatchObject({ trouble: { kind: 'newer' } });
    expect([desk.kept.get('replica'), area.items]).toEqual([newer, items]);
  });

  it.each([
    ['a foreign item', { settings: { a: 1 }, 'd:nonsense:0': 'x', 'd:1-zzzzzz:0': 12 }],
    ['letters that are none', { 'd:1-zzzzzz:0': '1:00000000:<<<"' }],
    ['an endless item', { 'd:1-zzzzzz:0': 'x'.repeat(50_000) }],
  ])('passes over %s', async (_what, items: Record<string, unknown>) => {
    area.items = items;
    desk.save(ONE);
    expect(await desk.switchOn()).toMatchObject({ trouble: null });
    expect(area.items).toMatchObject(items);
    await laptop.switchOn();
    expect(titles(laptop)).toEqual([ONE.title]);
  });

  it('takes no harm from an item that was cut or changed, and mends it', async () => {
    for (let at = 0; at < 200; at += 1) desk.save(titled(`Harbour logs, part ${at}`), { note: noise(at) });
    await desk.switchOn();
    const whole = structuredClone(area.items);
    const keys = Object.keys(whole);
    expect(keys.length).toBeGreaterThan(1);
    const [first = '', second = ''] = keys;
    area.items[first] = String(whole[first]).slice(0, -7);
    area.items[second] = String(whole[second]).replace(/.$/, (letter) => (letter === '!' ? '#' : '!'));
    expect(await laptop.switchOn()).toMatchObject({ damaged: 2 });
    await desk.exchange();
    await laptop.exchange();
    expect(titles(laptop)).toEqual(titles(desk));
    expect(await desk.exchange()).toMatchObject({ damaged: 0 });
  });

  it('tells what did not fit, unread and new papers first, and still tells news', async () => {
    for (let at = 0; at < 700; at += 1) {
      desk.save(titled(`Part ${at}`), { note: noise(at), status: at < 100 ? 'to-read' : 'read' });
    }
    // All are older than a month, but for what follows.
    desk.time += 40 * DAY_MS;
    const long = titled('With a long note');
    desk.save(long, { note: 'x'.repeat(4_001) });
    const state = await desk.switchOn();
    expect(state.trouble).toBeNull();
    expect(state.left.notes).toBe(1);
    expect(state.left.papers).toBeGreaterThan(50);
    await laptop.switchOn();
    const arrived = [...laptop.entries.values()];
    expect(arrived.length).toBe(701 - state.left.papers);
    expect(laptop.entries.get(long.id)?.note).toBe('');
    expect(desk.entries.get(long.id)?.note).toHaveLength(4_001);
    const present = arrived.map(({ paper }) => paper.title);
    expect(present).toEqual(expect.arrayContaining(['With a long note', 'Part 0', 'Part 99']));
    // Both have room for what is news.
    laptop.edit(long.id, { starred: true });
    await laptop.exchange();
    expect(await desk.exchange()).toMatchObject({ trouble: null });
    expect(desk.entries.get(long.id)).toMatchObject({ starred: true });
    expect(desk.entries.get(long.id)?.note).toHaveLength(4_001);
  });

  it('says what the browser has against it, and goes on when it can', async () => {
    desk.save(ONE);
    area.refusal = 'Sync is off.';
    expect(await desk.switchOn()).toMatchObject({ trouble: { kind: 'refused', words: 'Sync is off.' } });
    area.refusal = null;
    expect(await desk.exchange()).toMatchObject({ trouble: null });
    expect(Object.keys(area.items)).toHaveLength(1);
  });

  it('forgets machines: its own items with the exchange, those of one that is gone for good', async () => {
    laptop.save(ONE);
    await laptop.switchOn('Laptop');
    await desk.switchOn('Desk');
    const away = laptop.device ?? '';
    await sync.change({ forget: away }, desk);
    expect(Object.keys(area.items).every((key) => key.startsWith(`d:${desk.device}:`))).toBe(true);
    const third = new TestWorld(area, 0.5);
    await third.switchOn();
    expect(titles(third)).toEqual([ONE.title]);
    expect(await sync.change({ forget: desk.device ?? '' }, desk)).toMatchObject({
      isOn: false,
      name: 'Desk',
    });
    expect(desk.device).toBeNull();
    expect(titles(desk)).toEqual([ONE.title]);
    expect(Object.keys(area.items).some((key) => key.startsWith('d:2-'))).toBe(false);
  });

  it('drops the items of a machine that was away for half a year, and remembers removals as long', async () => {
    laptop.save(ONE);
    laptop.save(TWO);
    await laptop.switchOn();
    await desk.switchOn();
    desk.entries.delete(TWO.id);
    await desk.exchange();
    desk.time += 181 * DAY_MS;
    await desk.exchange();
    expect(Object.keys(area.items).every((key) => key.startsWith(`d:${desk.device}:`))).toBe(true);
    await desk.exchange();
    expect(titles(desk)).toEqual([ONE.title]);
    const third = new TestWorld(area, 0.5);
    await third.switchOn();
    expect(titles(third)).toEqual([ONE.title]);
  });
});
