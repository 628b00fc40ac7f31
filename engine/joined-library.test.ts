import { beforeEach, expect, it } from 'vitest';
import { changeEntry } from '../core/reading-list/change';
import { freshEntry, withStatus, type ReadingListEntry } from '../core/reading-list/entry';
import { editOne, type Edit, type LibraryStore } from '../store/library-store';
import { openSessionLibrary } from '../store/session-library';
import { StorageError } from '../store/storage-error';
import { SPARSE } from '../tests/samples/papers';
import { JoinedLibrary } from './joined-library';

const DAY_MS = 86_400_000;
const SAVED_AT = 100 * DAY_MS;

let disk: Map<string, unknown>;
let session: Map<string, unknown>;
let failing: 'nothing' | 'bin' | 'writes' | 'all';
let library: JoinedLibrary;

/** What a map takes, as the database would. */
function storeIn(map: Map<string, unknown>): LibraryStore {
  return openSessionLibrary({
    get: async (key) => structuredClone(map.get(key)),
    set: async (key, value) => void map.set(key, structuredClone(value)),
  });
}

async function unless<T>(isFailing: boolean, work: () => Promise<T>): Promise<T> {
  if (isFailing) throw new StorageError('failed', 'No.');
  return work();
}

function failingDisk(): LibraryStore {
  const whole = storeIn(disk);
  return {
    all: () => unless(failing === 'all', whole.all),
    editAll: (edits) => unless(failing === 'writes' || failing === 'all', () => whole.editAll(edits)),
    changeBin: (change) => unless(failing !== 'nothing', () => whole.changeBin(change)),
  };
}

/** The next worker: nothing of the last one's memory. */
function nextWorker(): void {
  library = new JoinedLibrary(failingDisk(), storeIn(session), () => SAVED_AT);
}

const edit = (change: Edit) => editOne(library, SPARSE.id, change);
const save = (at = SAVED_AT) => edit((current) => current ?? freshEntry(SPARSE, at, null));
const listed = async (): Promise<ReadingListEntry | undefined> => (await library.all())[0];

beforeEach(() => {
  disk = new Map();
  session = new Map();
  failing = 'nothing';
  nextWorker();
});

it('keeps what was chosen while the disk was full and the clock had been set back', async () => {
  await save();
  await edit((entry) => entry && withStatus(entry, 'reading', SAVED_AT));
  failing = 'writes';
  await edit((entry) => entry && withStatus(entry, 'read', SAVED_AT - DAY_MS));
  expect(await listed()).toMatchObject({ status: 'read' });
  failing = 'nothing';
  nextWorker();
  expect(await listed()).toMatchObject({ status: 'read' });
});

it('puts what was saved while the disk could not be read on top of what is there', async () => {
  await save();
  await edit(
    (entry) =>
      entry &&
      changeEntry(entry, { note: 'Kept.', starred: true, tags: ['sea'], status: 'read' }, SAVED_AT + 1),
  );
  failing = 'all';
  await save(SAVED_AT + DAY_MS);
  await edit((entry) => entry && changeEntry(entry, { note: 'New.', addTags: ['land'] }, SAVED_AT + DAY_MS));
  failing = 'nothing';
  const there = { starred: true, tags: ['sea', 'land'], status: 'read', addedAt: SAVED_AT };
  expect(await listed()).toMatchObject(there);
  nextWorker();
  const entry = await listed();
  expect(entry).toMatchObject(there);
  expect(entry?.note).toContain('Kept.');
  expect(entry?.note).toContain('New.');
  expect(entry).not.toHaveProperty('unseen');
});

it('keeps a status that was chosen unseen', async () => {
  await save();
  failing = 'all';
  await save();
  await edit((entry) => entry && withStatus(entry, 'reading', SAVED_AT - DAY_MS));
  failing = 'nothing';
  expect(await listed()).toMatchObject({ status: 'reading' });
});

it('has nothing in the bin of what was put back while only the bin of the disk failed', async () => {
  failing = 'writes';
  const saved = await save();
  await edit(() => null);
  failing = 'bin';
  await edit(() => saved?.after ?? null);
  failing = 'nothing';
  nextWorker();
  expect(await listed()).toMatchObject({ paper: { id: SPARSE.id } });
  expect(await library.changeBin((all) => all)).toEqual([]);
});
