import type { JSX } from 'preact';
import { AddStore } from '../../components/list/import/add-store';
import { ListImportStore } from '../../components/list/import/list-import-store';
import type { ListImportPorts } from '../../components/list/import/ports';
import { ListSection } from '../../components/list/list-section';
import { ListLook } from '../../components/list/look/list-look';
import type { LookPorts } from '../../components/list/look/ports';
import { ListStore } from '../../components/list/list-store';
import type { ListPorts } from '../../components/list/ports';
import { changeEntry, factsOf } from '../../core/reading-list/change';
import { PRIORITIES, READING_STATUSES, type ReadingListEntry } from '../../core/reading-list/entry';
import type { NamedView } from '../../core/reading-list/named-views';
import { withVersion } from '../../core/reading-list/versions';
import { WHOLE_LIST } from '../../core/reading-list/view';
import { fakeVersions } from '../../tests/popup/fake-versions';
import { awaitClick } from './awaited';
import { cardOf, entryOf, odd, paper, papers } from './fixtures';
import { sampleListFiles } from '../../tests/samples/list-files';
import { keptNowhere } from '../../tests/samples/list-ports';
import { sampleLookPorts } from '../../tests/samples/list-look';

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

export const FEW: readonly ReadingListEntry[] = [...papers.slice(0, 24), ...Object.values(odd)].map(
  (of, at) => annotated(entryOf(of, READING_STATUSES[at % 3] ?? 'read', at * 2), at),
);
const few = () => FEW;
const manyEntries = (): readonly ReadingListEntry[] =>
  Array.from({ length: MANY }, (_, at) =>
    annotated(entryOf({ ...paper(at), id: `many:${at}` }, READING_STATUSES[at % 3] ?? 'read', at / 8), at),
  );

const DAY_MS = 86_400_000;

/** Two years of saving and reading. */
const overTime = (): readonly ReadingListEntry[] =>
  Array.from({ length: 260 }, (_, at) => {
    const addedAt = THEN - ((at * 37) % 700) * DAY_MS;
    const statusAt = Math.min(THEN, addedAt + (1 + ((at * 13) % 90)) * DAY_MS);
    const status = READING_STATUSES[at % 3] ?? 'read';
    const entry = annotated(entryOf({ ...paper(at), id: `then:${at}` }, status, 0), at);
    return { ...entry, addedAt, statusAt };
  });

/** What was saved as it came out twice, once more under the same title, and as a version. */
function twice(): readonly ReadingListEntry[] {
  const [first, second, third, ...rest] = FEW.slice(0, 24);
  if (!first || !second || !third) return FEW;
  const published = {
    ...second.paper,
    id: 'doi:10.1234/a',
    arxiv: null,
    doi: '10.1234/a',
    venue: 'ICLR 2022',
    year: 2022,
  };
  const renamed = {
    ...published,
    id: 'doi:10.1234/w',
    doi: '10.1234/w',
    venue: 'Workshop on Editing',
    title: `${second.paper.title}, Briefly Told`,
  };
  const journal = { ...published, id: 'doi:10.1234/b', doi: '10.1234/b', venue: 'A Journal', year: 2023 };
  const extended = {
    ...first.paper,
    id: 'doi:10.1234/c',
    arxiv: null,
    doi: '10.1234/c',
    title: `${first.paper.title} (Extended Version)`,
    venue: 'JMLR',
  };
  const both = [published, renamed].reduce((entry, record) => withVersion(entry, record, THEN, null), second);
  return [
    first,
    both,
    annotated(entryOf(journal, 'to-read', 3), 3),
    annotated(entryOf(extended, 'read', 4), 4),
    third,
    ...rest,
  ];
}

/** A list that is kept as long as the page stands. */
export function listPorts(entries: readonly ReadingListEntry[]): ListPorts {
  const kept = new Map(entries.map((entry) => [entry.paper.id, entry]));
  const found = (ids: readonly string[]) => ids.flatMap((id) => kept.get(id) ?? []);
  return {
    ...keptNowhere(),
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
    restore: async (value) => {
      for (const entry of value) kept.set(entry.paper.id, entry);
      return { ok: true, value };
    },
    revert: async () => ({ ok: true, value: [] }),
    readingOnOpen: async () => true,
    versions: fakeVersions(kept),
  };
}

/** An empty one. */
export const LIST_PORTS = listPorts([]);

const NO_IMPORTS: ListImportPorts = {
  read: () => new Promise(() => {}),
  stopReading: () => {},
  backUpFirst: async () => {},
  resolve: async (mentions) => ({ ok: true, value: mentions.map(() => null) }),
  card: async () => ({ ok: true, value: cardOf(paper(0)) }),
  search: async () => ({ ok: true, value: [] }),
  openTabs: async () => null,
};

/** What lists papers in, over ports that do nothing but what a screen needs. */
export function addingTo(store: ListStore, changes: Partial<ListImportPorts> = {}): AddStore {
  const ports = { ...NO_IMPORTS, ...changes };
  return new AddStore(ports, store, new ListImportStore(ports, store));
}

const VIEWS: readonly NamedView[] = [
  { name: 'To discuss', view: { ...WHOLE_LIST, tag: 'to discuss' } },
  { name: 'Thesis: still to read', view: { ...WHOLE_LIST, tag: 'thesis', status: 'to-read', order: 'year' } },
  { name: 'Starred', view: { ...WHOLE_LIST, starredOnly: true } },
];

/** Kin by what their titles have in common, which will do for a picture. */
const LOOK: Partial<LookPorts> = {
  kinScores: async (to, among) => among.map(({ title }) => wordsInBoth(to.title, title).length / 20),
  kinWords: async (to, among) =>
    new Map(among.map(({ id, title }) => [id, wordsInBoth(to.title, title).slice(0, 2)])),
};

function wordsInBoth(one: string, other: string): readonly string[] {
  const words = new Set(other.toLowerCase().split(/\W+/));
  return one.split(/\W+/).filter((word) => word.length > 4 && words.has(word.toLowerCase()));
}

const NOTE = `## Before the talk
Compare with *ours* and with **table 4**, see [the code](https://example.org/code):

- [x] read the appendix
- [ ] ask Ada about \`lr=3e-4\`

> We did not tune it. ~~They did.~~

| run | loss |
|---|---|
| theirs | 0.31 |
| ours | 0.29 |

\`\`\`
python train.py --all --with a_line_that_is_longer_than_the_panel_is_wide
\`\`\``;

/** The second with a note of every kind of mark. */
function noted(): readonly ReadingListEntry[] {
  const [first, second, ...rest] = FEW;
  return first && second ? [first, { ...second, note: NOTE }, ...rest] : FEW;
}

type Script = (store: ListStore, look: ListLook) => unknown;

function list(
  entries: () => readonly ReadingListEntry[],
  script: Script = () => {},
  views: readonly NamedView[] = [],
): () => JSX.Element {
  return () => {
    const store = new ListStore(listPorts(entries()), sampleListFiles(THEN), 'en');
    const look = new ListLook(sampleLookPorts(views, LOOK), store);
    void Promise.all([store.load(), look.load()]).then(() => script(store, look));
    return (
      <div class="pk-base pk-library" data-section="list">
        <main>
          <ListSection adding={addingTo(store)} look={look} />
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
  'list-note': list(noted, async (store) => {
    await store.open(FEW[1]?.paper.id ?? null);
  }),
  'list-versions': list(twice, async (store) => {
    store.rows.moveTo(1);
    await store.open(FEW[1]?.paper.id ?? null);
  }),
  'list-review': list(twice, () => awaitClick('.pk-review [aria-expanded]')),
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
  'list-views': list(
    few,
    ({ rows }, { views }) => {
      views.open(VIEWS[1] ?? null);
      rows.show({ starredOnly: true, status: null });
    },
    VIEWS,
  ),
  'list-view-name': list(
    few,
    async ({ rows }, { views }) => {
      rows.show({ tag: 'thesis' });
      await views.keep('Starred');
      document.querySelector<HTMLElement>('.pk-view-tools button')?.click();
    },
    VIEWS,
  ),
  'list-kin': list(
    few,
    async (store) => {
      await store.open(FEW[3]?.paper.id ?? null);
      store.rows.toggleKin(FEW[3]?.paper.id ?? '');
    },
    VIEWS,
  ),
  'list-chart': list(overTime, (_store, look) => look.showChart({ isOpen: true }), VIEWS),
  'list-chart-months': list(overTime, (_store, look) => {
    look.showChart({ isOpen: true, period: 'month' });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.pk-chart-table summary')?.click());
  }),
  'list-chart-empty': list(
    () => [],
    (_store, look) => look.showChart({ isOpen: true }),
  ),
  'list-many': list(manyEntries, (store) => store.rows.moveTo(5_000)),
};
