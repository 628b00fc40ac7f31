import { expect, it, vi } from 'vitest';
import { fakePorts, paper } from '../../../tests/popup/fake-ports';
import { sampleListPorts } from '../../../tests/samples/list-ports';
import { sampleListFiles } from '../../../tests/samples/list-files';
import { sampleLookPorts } from '../../../tests/samples/list-look';
import { freshEntry, type ReadingListEntry } from '../../../core/reading-list/entry';
import { ListStore } from '../list-store';
import { KinOrder, SLICE_PAPERS } from './kin-order';
import type { KinPorts } from './ports';

const entries = (count: number): readonly ReadingListEntry[] =>
  Array.from({ length: count }, (_, at) => freshEntry(paper(`p${at}`), at, null));

async function listOf(count: number): Promise<ListStore> {
  const { list } = fakePorts(entries(count));
  const store = new ListStore(sampleListPorts(list), sampleListFiles(0), 'en');
  await store.load();
  return store;
}
/** By the number in the identity: the next numbers are nearest. */
const numberOf = (id: string) => Number(id.slice(1));
const byNumber: KinPorts['kinScores'] = async (to, papers) =>
  papers.map(({ id }) => 1 / (1 + Math.abs(numberOf(id) - numberOf(to.id))));
function orderOf(store: ListStore, changes: Partial<KinPorts> = {}) {
  const ports = sampleLookPorts([], { kinScores: byNumber, ...changes });
  const kinScores = vi.spyOn(ports, 'kinScores');
  const endKin = vi.spyOn(ports, 'endKin');
  return { order: new KinOrder(ports, store), kinScores, endKin };
}
const ids = (store: ListStore, count: number) =>
  store.rows.shown.value.slice(0, count).map((entry) => entry.paper.id);

it('weighs a list of 10,000 in slices, each asked when the one before is answered', async () => {
  const store = await listOf(10_000);
  let open = 0;
  const { order, kinScores, endKin } = orderOf(store, {
    kinScores: async (to, papers) => {
      open += 1;
      expect(open).toBe(1);
      await new Promise((done) => setTimeout(done));
      open -= 1;
      return byNumber(to, papers);
    },
  });
  store.rows.show({ kinTo: 'p5000' });
  await vi.waitFor(() => expect(order.progress.value?.total).toBe(10_000));
  expect(ids(store, 1)).toEqual(['p9999']);
  await vi.waitFor(() => expect(endKin).toHaveBeenCalledOnce(), 10_000);
  expect(kinScores).toHaveBeenCalledTimes(10_000 / SLICE_PAPERS);
  for (const [, papers] of kinScores.mock.calls) expect(papers).toHaveLength(SLICE_PAPERS);
  // Of two at the same distance the one that was added later.
  expect(ids(store, 5)).toEqual(['p5000', 'p5001', 'p4999', 'p5002', 'p4998']);
  expect(order.progress.value).toBeNull();
});

it('says what the nearest share, and leads back to the order of before', async () => {
  const store = await listOf(5);
  const { endKin } = orderOf(store, {
    kinWords: async (_to, papers) => new Map(papers.slice(0, 1).map(({ id }) => [id, ['sparse attention']])),
  });
  store.rows.show({ order: 'title' });
  store.rows.toggleKin('p2');
  await vi.waitFor(() => expect(endKin).toHaveBeenCalled());
  expect(ids(store, 5)).toEqual(['p2', 'p3', 'p1', 'p4', 'p0']);
  expect(store.rows.kinWordsOf('p3')).toEqual(['sparse attention']);
  expect(store.rows.kinWordsOf('p2')).toEqual([]);
  store.rows.toggleKin('p2');
  expect(ids(store, 5)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
  expect(store.rows.kinWordsOf('p3')).toEqual([]);
});

it('asks again for a list with papers that it has not weighed, and not for one with other notes', async () => {
  const store = await listOf(3);
  const { kinScores, endKin } = orderOf(store);
  store.rows.show({ kinTo: 'p0' });
  await vi.waitFor(() => expect(endKin).toHaveBeenCalledTimes(1));
  store.entries.value = entries(3).map((entry) => Object.assign({}, entry, { note: 'new' }));
  await new Promise((done) => setTimeout(done, 20));
  expect(kinScores).toHaveBeenCalledTimes(1);
  store.entries.value = entries(4);
  await vi.waitFor(() => expect(endKin).toHaveBeenCalledTimes(2));
  expect(ids(store, 4)).toEqual(['p0', 'p1', 'p2', 'p3']);
});

it('lets go of a paper that is not wanted any more, and shows no answer that comes too late', async () => {
  const store = await listOf(3);
  const late: { tell?: (scores: readonly number[]) => void } = {};
  const { order, endKin } = orderOf(store, {
    kinScores: (to, papers) =>
      to.id === 'p0' ? new Promise((done) => (late.tell = done)) : byNumber(to, papers),
  });
  store.rows.show({ kinTo: 'p0' });
  await vi.waitFor(() => expect(order.progress.value).not.toBeNull());
  store.rows.show({ kinTo: 'p2' });
  await vi.waitFor(() => expect(store.rows.kin.value?.to).toBe('p2'));
  late.tell?.([0, 0, 1]);
  await new Promise((done) => setTimeout(done, 20));
  expect(store.rows.kin.value?.to).toBe('p2');
  store.rows.show({ kinTo: null });
  expect(order.progress.value).toBeNull();
  expect(endKin).toHaveBeenCalled();
});

it('says so where nothing can be weighed, and goes back', async () => {
  const store = await listOf(3);
  const { order } = orderOf(store, { kinScores: async () => null });
  store.rows.show({ kinTo: 'p0' });
  await vi.waitFor(() => expect(order.hasFailed.value).toBe(true));
  expect(store.rows.view.value.kinTo).toBeNull();
  expect(order.progress.value).toBeNull();
});

it('leaves the order alone where the paper is not on the list', async () => {
  const store = await listOf(3);
  const { kinScores } = orderOf(store);
  store.rows.show({ kinTo: 'gone' });
  await new Promise((done) => setTimeout(done, 20));
  expect(kinScores).not.toHaveBeenCalled();
  expect(ids(store, 3)).toEqual(['p2', 'p1', 'p0']);
});
