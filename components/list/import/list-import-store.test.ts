import { beforeEach, expect, it } from 'vitest';
import { previewImport } from '../../../core/list-formats/preview';
import type { ReadingListEntry } from '../../../core/reading-list/entry';
import { checkedMarks } from '../../../core/reading-list/stated-marks';
import { entry, paper } from '../../../tests/popup/fake-ports';
import type { ListStore } from '../list-store';
import { importPorts, listOver, NOW } from './imports-under-test';
import { ListImportStore } from './list-import-store';
import type { ListImportPorts, ReadList } from './ports';

let kept: Map<string, ReadingListEntry>;
let list: ListStore;
const marks = checkedMarks({ tags: ['theirs'], note: 'theirs' });
const records = ['a', 'b', 'c'].map((id) => ({ ok: true, paper: paper(id), line: 1, marks }) as const);
const read: ListImportPorts['read'] = async (_file, name, present): Promise<ReadList> => ({
  ok: true,
  name,
  formats: ['BibTeX'],
  isCut: false,
  preview: { ...previewImport(records, present, NOW), doubles: [] },
});
const open = (ports: Partial<ListImportPorts> = {}) =>
  new ListImportStore({ ...importPorts(), read, ...ports }, list);

beforeEach(async () => {
  kept = new Map([['a', { ...entry('a'), note: 'mine' }]]);
  list = await listOver(kept);
});

it('does nothing before it is told to, then joins what is not left out, with tags, as one step', async () => {
  const before = [...kept.values()];
  const store = open();
  await store.offer(new Blob(), 'x.bib');
  expect([...kept.values()]).toEqual(before);
  expect(store.chosen.map((each) => each.paper.id).toSorted()).toEqual(['a', 'b', 'c']);
  store.leavingOut.set(['c'], false);
  store.tags.value = 'all, Theirs';
  await store.start();
  expect(store.state.value).toEqual({ kind: 'done', name: 'x.bib', count: 2, isWhole: true });
  expect(kept.get('b')).toMatchObject({ tags: ['theirs', 'all'], note: 'theirs' });
  expect(kept.get('a')).toMatchObject({ tags: ['theirs', 'all'], note: 'mine\n\n---\n\ntheirs' });
  expect(list.entries.value).toHaveLength(2);
  expect(list.steps.value).toHaveLength(1);
  await list.undo();
  expect([...kept.values()]).toEqual(before);
  expect(list.entries.value).toEqual(before);
});

it('gives tags to what is there already as well, where tags are given', async () => {
  kept.set('b', { ...entry('b'), tags: ['theirs'], note: 'theirs' });
  const store = open();
  await store.offer(new Blob(), 'x.bib');
  expect(store.chosen.map((each) => each.paper.id)).not.toContain('b');
  store.tags.value = 'all';
  await store.start();
  expect(kept.get('b')?.tags).toEqual(['theirs', 'all']);
});

it('keeps the work of another window when it is taken back', async () => {
  const store = open();
  await store.offer(new Blob(), 'x.bib');
  await store.start();
  kept.set('b', { ...entry('b'), ...kept.get('b'), note: 'since' });
  await list.undo();
  expect([...kept.keys()].toSorted()).toEqual(['a', 'b']);
  expect(list.entries.value?.map((each) => each.note).toSorted()).toEqual(['mine', 'since']);
});

it('says that it stopped where a part is refused, and what came in can be undone', async () => {
  const store = open();
  await store.offer(new Blob(), 'x.bib');
  kept.clear();
  const whole = list.bringIn.bind(list);
  list.bringIn = async (entries, show) => ({ ...(await whole(entries.slice(0, 1), show)), isWhole: false });
  await store.start();
  expect(store.state.value).toMatchObject({ kind: 'done', count: 1, isWhole: false });
  expect(list.steps.value).toHaveLength(1);
});

it('shows what cannot be used, and drops the answer for a file that was given up', async () => {
  const unusable = { ok: false, name: 'x.pdf', kind: 'unknown', looksLike: 'pdf' } as const;
  const store = open({ read: async () => unusable });
  await store.offer(new Blob(), 'x.pdf');
  expect(store.state.value).toEqual({ kind: 'unusable', source: unusable });
  const offered = store.offer(new Blob(), 'y.pdf');
  store.dismiss();
  await offered;
  expect(store.state.value).toEqual({ kind: 'idle' });
});
