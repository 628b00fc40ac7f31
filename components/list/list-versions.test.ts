import { beforeEach, describe, expect, it } from 'vitest';
import { changeEntry, factsOf } from '../../core/reading-list/change';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { withVersion } from '../../core/reading-list/versions';
import { entry } from '../../tests/popup/fake-ports';
import { fakeVersions } from '../../tests/popup/fake-versions';
import { ListStore } from './list-store';
import type { ListPorts } from './ports';
import { apartStep, leadStep, mergeStep, splitStep } from './version-steps';
import { sampleListFiles } from '../../tests/samples/list-files';
import { keptNowhere } from '../../tests/samples/list-ports';

const NOW = 900;
const refusal = { ok: false, error: { code: 'storage', message: '' } } as const;
const NOT_THERE = { ok: false, error: { code: 'not-found', message: '' } } as const;
let kept: Map<string, ReadingListEntry>;
let store: ListStore;

/** A background that keeps what it is told, as ours does. */
const ports: ListPorts = {
  list: async () => ({ ok: true, value: [...kept.values()] }),
  card: async () => refusal,
  save: async (id) => {
    const saved = entry(id);
    kept.set(id, saved);
    return { ok: true, value: saved };
  },
  edit: async (edits) => {
    const value = edits.flatMap(({ paperIds, change }) =>
      paperIds.flatMap((paperId) => {
        const before = kept.get(paperId);
        if (!before) return [];
        const after = changeEntry(before, change, NOW);
        kept.set(paperId, after);
        return [{ paperId, before: factsOf(before), after: factsOf(after) }];
      }),
    );
    return value.length > 0 ? { ok: true, value } : NOT_THERE;
  },
  remove: async (ids) => {
    const value = ids.flatMap((id) => kept.get(id) ?? []);
    for (const id of ids) kept.delete(id);
    return value.length > 0 ? { ok: true, value } : NOT_THERE;
  },
  versions: (change) => fakeVersions(kept)(change),
  revert: async () => refusal,
  readingOnOpen: async () => true,
  ...keptNowhere(),
  restore: async (entries) => {
    for (const each of entries) kept.set(each.paper.id, each);
    return { ok: true, value: entries };
  },
};
const open = async (changes: Partial<ListPorts> = {}) => {
  const made = new ListStore({ ...ports, ...changes }, sampleListFiles(NOW), 'en');
  await made.load();
  return made;
};
const of = (...ids: string[]) => (store.entries.value ?? []).filter(({ paper }) => ids.includes(paper.id));
const ids = (entries: readonly ReadingListEntry[] | null) =>
  (entries ?? []).map(({ paper }) => paper.id).join('');

beforeEach(async () => {
  kept = new Map(['a', 'b', 'c', 'd'].map((id, at) => [id, entry(id, 'to-read', 40 - at)]));
  store = await open();
});

describe('versions', () => {
  const one = () => of('a')[0] ?? entry('a');
  const two = () => of('b')[0] ?? entry('b');
  const ownFacts = () =>
    store.entries.value?.map((each) => [each.paper.id, each.note, each.tags, each.apart]);

  it('makes two entries one, has the other lead, parts them, and takes each step back', async () => {
    await store.edit('note', of('b'), { note: 'of b', addTags: ['x'] });
    const before = store.entries.value;
    await store.open('b');
    await store.changeVersions('merge', one(), mergeStep(one(), two()));
    expect(ids(store.entries.value)).toBe('acd');
    expect(store.openId.value).toBe('a');
    expect(one()).toMatchObject({ note: 'of b', tags: ['x'], versions: [{ paper: { id: 'b' } }] });
    const merged = store.entries.value;
    await store.changeVersions('lead', one(), leadStep(one(), 'b'));
    expect(ids(store.entries.value)).toBe('bcd');
    expect(store.openId.value).toBe('b');
    await store.undo();
    expect(store.entries.value).toEqual(merged);
    await store.edit('note', of('a'), { note: 'written since' });
    const written = store.entries.value;
    await store.changeVersions('split', one(), splitStep(one(), 'b'));
    expect(ownFacts()).toEqual([
      ['a', 'written since', [], ['b']],
      ['b', 'of b', ['x'], ['a']],
      ['c', '', [], []],
      ['d', '', [], []],
    ]);
    await store.undo();
    expect(store.entries.value).toEqual(written);
    await store.undo(2);
    expect(store.entries.value).toEqual(before);
    expect([...kept.values()].toSorted((a, b) => b.addedAt - a.addedAt)).toEqual(before);
  });

  it('remembers what is not the same, and forgets it with undo', async () => {
    const before = store.entries.value;
    await store.changeVersions('apart', one(), apartStep(one(), two()));
    expect([one().apart, two().apart]).toEqual([['b'], ['a']]);
    await store.undo();
    expect(store.entries.value).toEqual(before);
  });

  it('offers to undo where saving added a version to an entry', async () => {
    const saved = withVersion(one(), entry('z').paper, NOW, null);
    store = await open({
      save: async () => {
        kept.set('a', saved);
        return { ok: true, value: saved };
      },
    });
    const before = store.entries.value;
    await store.save('z');
    expect(store.entries.value?.[0]?.versions).toHaveLength(1);
    await store.undo();
    expect(store.entries.value).toEqual(before);
  });
});
