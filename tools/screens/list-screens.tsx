import type { JSX } from 'preact';
import { ListSection } from '../../components/list/list-section';
import { ListStore } from '../../components/list/list-store';
import type { ListPorts } from '../../components/list/ports';
import { changeEntry, factsOf } from '../../core/reading-list/change';
import { PRIORITIES, READING_STATUSES, type ReadingListEntry } from '../../core/reading-list/entry';
import { cardOf, entryOf, odd, paper, papers } from './fixtures';
import { sampleListFiles } from '../../tests/samples/list-files';

const THEN = 1_773_489_600_000;
const MANY = 10_000;
const TAGS = ['methods/attention', 'methods/optimisers', 'thesis', 'Vision', 'to discuss', 'vision/3D'];
const NOTES = [
  '',
  'The ablation in **table 4** is what we need: without the second loss nothing is left of the gain.',
  '- ask Ada about the data\n- compare with ours',
];

function annotated(entry: ReadingListEntry, at: number): ReadingListEntry {
  const tags = TAGS.filter((_, number) => (at + number) % 4 === 0);
  const note = NOTES[at % NOTES.length] ?? '';
  const priority = PRIORITIES[at % 7] ?? 0;
  return {
    ...entry,
    tags,
    note,
    priority,
    starred: at % 3 === 1,
    sourceUrl: 'https://arxiv.org/list/cs.CL/new',
  };
}

const FEW: readonly ReadingListEntry[] = [...papers.slice(0, 24), ...Object.values(odd)].map((of, at) =>
  annotated(entryOf(of, READING_STATUSES[at % 3] ?? 'read', at * 2), at),
);
const few = () => FEW;
const manyEntries = (): readonly ReadingListEntry[] =>
  Array.from({ length: MANY }, (_, at) =>
    annotated(entryOf({ ...paper(at), id: `many:${at}` }, READING_STATUSES[at % 3] ?? 'read', at / 8), at),
  );

/** A list that is kept as long as the page stands. */
function listPorts(entries: readonly ReadingListEntry[]): ListPorts {
  const kept = new Map(entries.map((entry) => [entry.paper.id, entry]));
  const found = (ids: readonly string[]) => ids.flatMap((id) => kept.get(id) ?? []);
  return {
    list: async () => ({ ok: true, value: [...kept.values()] }),
    card: async (id) => ({ ok: true, value: cardOf(kept.get(id)?.paper ?? paper(0)) }),
    save: () => new Promise(() => {}),
    edit: async (edits) => ({
      ok: true,
      value: edits.flatMap(({ paperIds, change }) =>
        found(paperIds).map((entry) => {
          const after = changeEntry(entry, change, THEN);
          kept.set(entry.paper.id, after);
          return { paperId: entry.paper.id, before: factsOf(entry), after: factsOf(after) };
        }),
      ),
    }),
    remove: async (ids) => {
      const removed = found(ids);
      for (const id of ids) kept.delete(id);
      return { ok: true, value: removed };
    },
    restore: async (value) => ({ ok: true, value }),
  };
}

/** An empty one. */
export const LIST_PORTS = listPorts([]);

type Script = (store: ListStore) => unknown;

function list(entries: () => readonly ReadingListEntry[], script: Script = () => {}): () => JSX.Element {
  return () => {
    const store = new ListStore(listPorts(entries()), sampleListFiles(THEN), 'en');
    void store.load().then(() => script(store));
    return (
      <div class="pk-base pk-library" data-section="list">
        <main>
          <ListSection store={store} />
        </main>
      </div>
    );
  };
}

const select = (store: ListStore) => {
  store.rows.moveTo(1);
  store.rows.moveTo(4, { extend: true });
};

/** Every state of the list's page, by name. */
export const listScreens: Readonly<Record<string, () => JSX.Element>> = {
  list: list(few),
  'list-empty': list(() => []),
  'list-selection': list(few, select),
  'list-panel': list(few, async (store) => {
    store.rows.moveTo(1);
    await store.open(FEW[1]?.paper.id ?? null);
  }),
  'list-filtered': list(few, (store) => store.rows.show({ tag: 'vision', status: 'reading' })),
  'list-none-fits': list(few, (store) => store.rows.show({ text: 'nothing of the kind' })),
  'list-undo': list(few, async (store) => {
    select(store);
    await store.edit('status', store.rows.selected.value, { status: 'read' });
    await store.edit('star', FEW.slice(0, 1), { starred: true });
    await store.remove(FEW.slice(7, 9));
    document.querySelector<HTMLElement>('.pk-undo [aria-expanded]')?.click();
  }),
  'list-keys': list(few, () => {
    document.querySelector<HTMLElement>('[aria-keyshortcuts="?"]')?.click();
  }),
  'list-many': list(manyEntries, (store) => store.rows.moveTo(5_000)),
};
