import { freshEntry, type ReadingListEntry } from '../../core/reading-list/entry';
import { withVersion } from '../../core/reading-list/versions';
import { SYNC_OFF } from '../../core/sync/sync-state';
import { sync } from '../../engine/sync/sync';
import { LIBRARY_DATABASE, openLibraryDatabase } from '../../store/library-database';
import { editOne } from '../../store/library-store';
import { takeProfile, type KeptProfile } from './kept-profile';
import { ANNOTATIONS, DEEDS, PUBLISHED, REMOVED, THEN } from './reader';

/** Has the running code do what the reader did, in an empty database, and takes down what it kept. */
export async function presentProfile(): Promise<KeptProfile> {
  const library = openLibraryDatabase(() => THEN + 20);
  const entries = DEEDS.map((deed, at): ReadingListEntry =>
    Object.assign(freshEntry(deed.paper, deed.addedAt, deed.sourceUrl), deed, ANNOTATIONS[at]),
  );
  const [first, ...others] = entries;
  if (!first) throw new Error('the reader has done nothing');
  const versioned = { ...withVersion(first, PUBLISHED, THEN + 9, null), apart: ['arxiv:2401.00009'] };
  const gone = { ...freshEntry(REMOVED, THEN + 3, null), ...ANNOTATIONS[0] };
  for (const entry of [versioned, ...others, gone]) await editOne(library, entry.paper.id, () => entry);
  await editOne(library, gone.paper.id, () => null);
  await exchangeOnce(library);
  await library.close();
  return takeProfile(LIBRARY_DATABASE);
}

/** With a browser's storage in which nobody else has written. */
async function exchangeOnce(library: ReturnType<typeof openLibraryDatabase>): Promise<void> {
  await library.sync.set('state', { ...SYNC_OFF, isOn: true, since: THEN, name: 'Desk' });
  await sync.exchange({
    area: { get: async () => ({}), set: async () => {}, remove: async () => {} },
    store: library.sync,
    list: () => library.all(),
    papers: async () => new Map(),
    editAll: async () => true,
    setOn: async () => {},
    now: () => THEN + 30_000,
    chance: () => 0.5,
  });
}
