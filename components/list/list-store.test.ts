import { beforeEach, describe, expect, it } from 'vitest';
import { changeEntry, factsOf } from '../../core/reading-list/change';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { revertedEntry } from '../../core/reading-list/revert';
import { entry } from '../../tests/popup/fake-ports';
import { fakeVersions } from '../../tests/popup/fake-versions';
import { ListStore } from './list-store';
import { nextPriority, otherStar } from './next-change';
import type { ListPorts } from './ports';
import { pushStep, UNDO_STEPS_MAX, type UndoStep } from './undo-stack';
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
  restore: async (entries) => {
    for (const each of entries) kept.set(each.paper.id, each);
    return { ok: true, value: entries };
  },
  revert: async (joined) => {
    const left = joined.flatMap((each) => {
      const { id } = each.after.paper;
      const current = kept.get(id);
      const reverted = current ? revertedEntry(current, each) : null;
      kept.delete(id);
      if (reverted) kept.set(id, reverted);
      return reverted ?? [];
    });
    return { ok: true, value: left };
  },
  readingOnOpen: async () => true,
  ...keptNowhere(),
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

describe('undo', () => {
  it('takes everything back, step by step, to exactly what was', async () => {
    const before = store.entries.value;
    await store.edit('status', of('a', 'b'), { status: 'read' });
    await store.edit('star', of('b'), { starred: true });
    await store.edit('tags', of('a', 'b', 'c'), { addTags: ['x'] });
    await store.edit('priority', of('c'), { priority: 2 });
    await store.edit('note', of('d'), { note: 'n' });
    await store.remove(of('a', 'd'));
    expect(store.steps.value.map(({ kind, count, title }) => [kind, count, title])).toEqual([
      ['remove', 2, null],
      ['note', 1, 'Paper d'],
      ['priority', 1, 'Paper c'],
      ['tags', 3, null],
      ['star', 1, 'Paper b'],
      ['status', 2, null],
    ]);
    expect(ids(store.entries.value)).toBe('bc');
    await store.undo();
    expect(ids(store.entries.value)).toBe('abcd');
    await store.undo(5);
    expect(store.entries.value).toEqual(before);
    expect([...kept.values()].toSorted((a, b) => b.addedAt - a.addedAt)).toEqual(before);
    expect(store.steps.value).toEqual([]);
  });

  it('takes as many steps as it is asked for, however fast', async () => {
    const done = [
      store.edit('star', of('a'), { starred: true }),
      store.edit('priority', of('a'), { priority: 3 }),
      store.undo(),
      store.undo(),
    ];
    await Promise.all(done);
    expect(kept.get('a')).toEqual(entry('a', 'to-read', 40));
    expect(store.steps.value).toEqual([]);
  });

  it('leaves alone what was changed elsewhere since, and what is gone', async () => {
    await store.edit('star', of('a'), { starred: true });
    await ports.edit([{ paperIds: ['a'], change: { note: 'from the popup' } }]);
    await store.undo();
    expect(kept.get('a')).toMatchObject({ starred: false, note: 'from the popup' });
    await store.edit('star', of('a'), { starred: true });
    kept.delete('a');
    await store.undo();
    expect([store.steps.value, store.trouble.value]).toEqual([[], null]);
  });

  it('keeps a step that could not be undone', async () => {
    let isBroken = false;
    store = await open({ edit: async (edits) => (isBroken ? refusal : ports.edit(edits)) });
    await store.edit('star', of('a'), { starred: true });
    isBroken = true;
    await store.undo();
    expect(store.steps.value).toHaveLength(1);
    expect(store.trouble.value).toBe('list_undo_failed');
  });

  it('has no step for what changed nothing', async () => {
    await store.edit('star', of('a'), { starred: false });
    await store.noteOpened('a');
    expect(store.steps.value).toEqual([]);
    expect(of('a')[0]?.openedAt).toBe(NOW);
  });

  it('leads back to a note that was written elsewhere within the sitting', async () => {
    await store.edit('note', of('a'), { note: 'H' }, 1);
    await ports.edit([{ paperIds: ['a'], change: { note: 'from another window' } }]);
    for (const note of ['Hi', 'Hi you']) await store.edit('note', of('a'), { note }, 1);
    await store.undo();
    expect(kept.get('a')?.note).toBe('Hi');
    await store.undo();
    expect(kept.get('a')?.note).toBe('from another window');
  });

  it('takes one sitting at a note for one step, and keeps the last hundred', async () => {
    for (const [note, sitting] of [
      ['H', 1],
      ['Hi', 1],
      ['Hi you', 2],
    ] as const) {
      await store.edit('note', of('a'), { note }, sitting);
    }
    expect(store.steps.value).toHaveLength(2);
    await store.undo();
    expect(kept.get('a')?.note).toBe('Hi');
    await store.undo();
    expect(kept.get('a')?.note).toBe('');
    const step: UndoStep = {
      kind: 'star',
      title: null,
      count: 1,
      back: { kind: 'edit', edits: [] },
      sitting: null,
    };
    const steps = Array.from({ length: UNDO_STEPS_MAX + 9 }).reduce<readonly UndoStep[]>(
      (all) => pushStep(all, step),
      [],
    );
    expect(steps).toHaveLength(UNDO_STEPS_MAX);
  });
});

describe('keys that come faster than answers', () => {
  it('go on from what the one before did', async () => {
    const two = of('a', 'b');
    await Promise.all([
      store.edit('star', two, otherStar),
      store.edit('star', two, otherStar),
      store.edit('priority', two, nextPriority),
      store.edit('priority', two, nextPriority),
    ]);
    expect(kept.get('a')).toMatchObject({ starred: false, priority: 2 });
    for (let turn = 0; turn < 2; turn++) await store.edit('priority', two, nextPriority);
    expect(kept.get('b')?.priority).toBe(0);
  });

  it('remove once', async () => {
    await Promise.all([store.remove(of('a')), store.remove(of('a'))]);
    expect([store.steps.value.length, store.trouble.value]).toEqual([1, null]);
  });

  it('are shown whichever answer comes first', async () => {
    store = await open({
      list: async () => {
        const value = [...kept.values()];
        await new Promise((resolve) => setTimeout(resolve, 20));
        return { ok: true, value };
      },
    });
    kept.delete('d');
    await Promise.all([store.load(), store.noteOpened('a'), store.save('d')]);
    expect(of('a')[0]?.openedAt).toBe(NOW);
    expect(ids(store.entries.value)).toContain('d');
  });
});

describe('the rows', () => {
  const selected = () => ids(store.rows.selected.value);

  it('select a range from where it began, to and fro', () => {
    store.rows.moveTo(1);
    store.rows.moveTo(3, { extend: true });
    expect(selected()).toBe('bcd');
    store.rows.moveTo(0, { extend: true });
    expect(selected()).toBe('ab');
    store.rows.toggle(3);
    expect(selected()).toBe('abd');
    store.rows.pickAll();
    expect(selected()).toBe('abcd');
    store.rows.pickNone();
    expect(ids(store.rows.targets)).toBe('d');
  });

  it('act on nothing that the filters hide', () => {
    store.rows.pickAll();
    store.rows.show({ text: 'paper c' });
    expect([selected(), ids(store.rows.targets)]).toEqual(['c', 'c']);
  });

  it('pass the keys on to the row that takes the place of one that went', async () => {
    store.rows.moveTo(1);
    await store.remove(of('b'));
    expect(ids(store.rows.targets)).toBe('c');
    store.rows.moveTo(2);
    await store.remove(of('d'));
    expect(ids(store.rows.targets)).toBe('c');
    await store.remove(of('a', 'c'));
    expect([store.rows.activeAt.value, store.rows.targets]).toEqual([-1, []]);
  });
});
