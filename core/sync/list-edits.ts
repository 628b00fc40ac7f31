import type { Paper, PaperId } from '../paper';
import type { ReadingListEntry } from '../reading-list/entry';
import { entryOf, isSame, listedIn, listedOf, type Listed } from './listed';
import { isOnList, type PaperRecord } from './record';
import type { Replica } from './replica';
import { broughtVersions } from './told-versions';

/** What becomes of an entry: null for none, the same object for no change. */
type EntryEdit = (current: ReadingListEntry | null) => ReadingListEntry | null;

/** The papers that a replica has and a list does not: what their machine's corpora say of them is worth asking. */
export function newPapers({ records }: Replica, list: readonly ReadingListEntry[]): readonly PaperId[] {
  const present = new Set(list.map(({ paper }) => paper.id));
  return [...records].flatMap(([id, record]) => (!present.has(id) && isOnList(record) ? id : []));
}

/**
 * What makes `list` say what the replica says, for entries that differ. An edit leaves alone whatever was changed since `list` was
 * read: that is absorbed the next time, as what came last.
 */
export function listEdits(
  { records }: Replica,
  list: readonly ReadingListEntry[],
  known: ReadonlyMap<PaperId, Paper>,
): ReadonlyMap<PaperId, EntryEdit> {
  const entries = new Map(list.map((entry) => [entry.paper.id, entry]));
  const edits = new Map<PaperId, EntryEdit>();
  for (const [id, record] of records) {
    const entry = entries.get(id);
    const [isWanted, told] = [isOnList(record), listedIn(record)];
    if (!entry) {
      const fresh = isWanted ? entryOf(id, record, known.get(id) ?? null) : null;
      if (fresh) edits.set(id, (current) => current ?? fresh);
    } else if (!isWanted) {
      const read = listedOf(entry);
      edits.set(id, (current) => (current && isSame(listedOf(current), read) ? null : current));
    } else if (!isLike(listedOf(entry), told)) {
      edits.set(id, (current) => current && broughtTo(current, listedOf(entry), record));
    }
  }
  return edits;
}

/** Whether an entry says what a record says; the order of tags is each machine's own. */
function isLike(a: Listed, b: Listed): boolean {
  return isSame({ ...a, tags: a.tags.toSorted() }, { ...b, tags: b.tags.toSorted() });
}

/** The entry with what is told, but for what is no longer as it was read. */
function broughtTo(current: ReadingListEntry, read: Listed, record: PaperRecord): ReadingListEntry {
  const told = listedIn(record);
  const now = listedOf(current);
  const isNew = (name: keyof Listed) => isSame(now[name], read[name]) && !isSame(now[name], told[name]);
  const wanted = new Set(told.tags);
  const present = new Set(now.tags);
  const tags = [
    ...now.tags.filter((tag) => wanted.has(tag)),
    ...told.tags.filter((tag) => !present.has(tag)),
  ];
  return {
    ...current,
    ...(isNew('addedAt') && { addedAt: told.addedAt * 1_000 }),
    ...(isNew('status') && { status: told.status.status, statusAt: told.status.statusAt * 1_000 }),
    ...(isNew('starred') && { starred: told.starred }),
    ...(isNew('priority') && { priority: told.priority }),
    ...(isNew('openedAt') && { openedAt: told.openedAt === null ? null : told.openedAt * 1_000 }),
    ...(isNew('note') && { note: told.note }),
    ...(isNew('tags') && { tags }),
    ...(isNew('versions') && { versions: broughtVersions(current, record) }),
  };
}
