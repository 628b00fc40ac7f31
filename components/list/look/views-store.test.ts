import { beforeEach, expect, it } from 'vitest';
import { fakePorts } from '../../../tests/popup/fake-ports';
import { sampleListPorts } from '../../../tests/samples/list-ports';
import { sampleListFiles } from '../../../tests/samples/list-files';
import { sampleLookPorts } from '../../../tests/samples/list-look';
import type { NamedView } from '../../../core/reading-list/named-views';
import { WHOLE_LIST } from '../../../core/reading-list/view';
import { ListStore } from '../list-store';
import type { LookPorts } from './ports';
import { stepOfKey, viewOfKey } from './view-keys';
import { ViewsStore } from './views-store';

const KEPT: readonly NamedView[] = [
  { name: 'Stars', view: { ...WHOLE_LIST, starredOnly: true } },
  { name: 'Thesis', view: { ...WHOLE_LIST, tag: 'thesis', order: 'year' } },
];
let list: ListStore;
let store: ViewsStore;

async function open(changes: Partial<LookPorts> = {}): Promise<void> {
  list = new ListStore(sampleListPorts(fakePorts().list), sampleListFiles(0), 'en');
  store = new ViewsStore(sampleLookPorts(KEPT, changes), list);
  await store.load();
}
beforeEach(() => open());
const names = () => store.views.value.map(({ name }) => name);
const at = (index: number) => store.views.value[index] ?? null;

it('shows a view, says when the list is shown otherwise since, and the whole list again', () => {
  store.open(at(1));
  expect(list.rows.view.value).toEqual(KEPT[1]?.view);
  expect([store.opened.value?.name, store.isChanged.value]).toEqual(['Thesis', false]);
  list.rows.show({ text: 'kites' });
  expect([store.opened.value?.name, store.isChanged.value]).toEqual(['Thesis', true]);
  store.open(null);
  expect([list.rows.view.value, store.opened.value, store.isChanged.value]).toEqual([
    WHOLE_LIST,
    null,
    false,
  ]);
});

it('keeps what is shown, renames, updates and deletes it, each with its way back', async () => {
  list.rows.show({ status: 'reading', text: 'kites' });
  expect(await store.keep('Now')).toBe(true);
  expect([store.opened.value?.name, store.isChanged.value]).toEqual(['Now', false]);
  const kept = store.views.value;
  expect(kept[2]).toEqual({ name: 'Now', view: { ...WHOLE_LIST, status: 'reading', text: 'kites' } });
  await store.rename(KEPT[0] ?? { name: '', view: WHOLE_LIST }, 'Best');
  expect(names()).toEqual(['Best', 'Thesis', 'Now']);
  list.rows.show({ text: '' });
  const best = at(0);
  if (!best) throw new Error('no view');
  await store.overwrite(best);
  expect(at(0)?.view).toEqual({ ...WHOLE_LIST, status: 'reading' });
  const changed = at(0);
  if (!changed) throw new Error('no view');
  await store.remove(changed);
  expect(names()).toEqual(['Thesis', 'Now']);
  expect(store.opened.value).toBeNull();
  expect(list.steps.value.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
    'view-remove Best',
    'view-change Best',
    'view-rename Best',
    'view-keep Now',
  ]);
  await list.undo(3);
  expect(store.views.value).toEqual(kept);
  await list.undo();
  expect(store.views.value).toEqual(KEPT);
  expect(list.steps.value).toEqual([]);
});

it('has one view of a name: a second is refused with a word, and nothing is to be undone', async () => {
  expect(await store.keep('STARS')).toBe(false);
  expect(store.trouble.value).toBe('taken');
  expect(names()).toEqual(['Stars', 'Thesis']);
  expect(list.steps.value).toEqual([]);
  store.open(at(0));
  expect(store.trouble.value).toBeNull();
});

it('says when the browser keeps nothing, and leaves the step where an undo was refused', async () => {
  let isFull = false;
  const memory = sampleLookPorts(KEPT);
  await open({ changeViews: async (change) => (isFull ? null : memory.changeViews(change)) });
  expect(await store.keep('Now')).toBe(true);
  isFull = true;
  expect(await store.keep('Later')).toBe(false);
  expect(store.trouble.value).toBe('failed');
  await list.undo();
  expect(list.steps.value).toHaveLength(1);
  isFull = false;
  await list.undo();
  expect([names(), list.steps.value]).toEqual([['Stars', 'Thesis'], []]);
});

it('does not mind a view that another tab has deleted', async () => {
  const memory = sampleLookPorts(KEPT);
  await open(memory);
  await memory.changeViews({ from: 'Stars', to: null });
  expect(await store.remove(KEPT[0] ?? { name: '', view: WHOLE_LIST })).toBe(true);
  expect([names(), store.trouble.value]).toEqual([['Thesis'], null]);
});

it('opens views by their numbers', () => {
  expect([viewOfKey('1', KEPT), viewOfKey('2', KEPT), viewOfKey('0', KEPT)]).toEqual([...KEPT, null]);
  expect(['3', '9', 'a', '12', 'v'].map((key) => viewOfKey(key, KEPT))).toEqual(Array(5).fill(undefined));
  expect([stepOfKey('ArrowRight', false), stepOfKey('ArrowRight', true)]).toEqual([1, -1]);
  expect(['toString', 'ArrowUp'].map((key) => stepOfKey(key, false))).toEqual([0, 0]);
});
