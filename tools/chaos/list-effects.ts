import type { PaperId } from '../../core/paper';
import type { EntryChange } from '../../core/reading-list/change';
import type { Priority, ReadingStatus } from '../../core/reading-list/entry';
import type { Apply, Facts, World } from './model';

/** Between two notes that were joined. */
const BETWEEN_NOTES = '\n\n---\n\n';
const FRESH: Facts = { status: 'to-read', starred: false, priority: 0, note: '', tags: [], merged: null };

/** What saving a paper does: it comes onto the list with what the bin had of it; one that is there stays as it is. */
export function saving(id: PaperId): Apply {
  return (world) => (ownerOf(world, id) ? world : withBack(world, id, FRESH));
}

/** What a new status of a paper does; it may be a version of another. */
export function choosing(id: PaperId, status: ReadingStatus): Apply {
  return (world) => {
    const owner = ownerOf(world, id);
    return owner === null ? null : changed(world, [owner], (facts) => ({ ...facts, status }));
  };
}

/** What an edit does; papers that are not on the list are passed over. */
export function editing(ids: readonly PaperId[], change: EntryChange): Apply {
  const edited = (facts: Facts): Facts => ({
    ...facts,
    status: change.status ?? facts.status,
    starred: change.starred ?? facts.starred,
    priority: change.priority ?? facts.priority,
    note: change.note ?? facts.note,
    tags: joinedTags(
      facts.tags.filter((tag) => !change.removeTags?.includes(tag)),
      change.addTags ?? [],
    ),
  });
  return (world) => changed(world, ids, edited);
}

/**
 * What an edit does while the disk cannot be read, to those papers that its answer names. A version of an entry that is not to be
 * seen then stands beside it, and is edited there.
 */
export function editingSeen(ids: readonly PaperId[], change: EntryChange): Apply {
  const edit = editing(ids, change);
  return (world) => edit(world) ?? (ids.every((id) => hasVersionOf(world, id)) ? world : null);
}

export function removing(ids: readonly PaperId[]): Apply {
  return (world) => {
    const gone = ids.filter((id) => world.entries.has(id));
    const binned = [...world.entries].filter(([id]) => gone.includes(id));
    if (gone.length === 0) return null;
    return { entries: without(world.entries, gone), bin: new Map([...world.bin, ...binned]) };
  };
}

/** Entries put back, or brought in by a file; `isOld` where their status is older than whatever the list says. */
export function restoring(entries: ReadonlyMap<PaperId, Facts>, isOld: boolean): Apply {
  return (world) => {
    let next = world;
    for (const [id, facts] of entries) {
      const current = next.entries.get(id);
      next = current
        ? { ...next, entries: new Map(next.entries).set(id, joined(current, facts, isOld)) }
        : withBack(next, id, facts);
    }
    return next;
  };
}

export function emptying(ids: readonly PaperId[] | null): Apply {
  return (world) => ({ ...world, bin: ids ? without(world.bin, ids) : new Map() });
}

/** One entry goes into another; only of two that are of one record each. */
export function merging(intoId: PaperId, paperId: PaperId): Apply {
  return (world) => {
    const [into, own] = [world.entries.get(intoId), world.entries.get(paperId)];
    const isVersion = [intoId, paperId].some((id) => ownerOf(world, id) !== id || hasVersionOf(world, id));
    if (!into || !own || into.merged || own.merged || isVersion || intoId === paperId) return null;
    const one: Facts = {
      ...joined(into, own, false),
      priority: Math.max(into.priority, own.priority) as Priority,
      merged: { paperId, own, into, isAsMade: true },
    };
    return { ...world, entries: new Map(without(world.entries, [paperId])).set(intoId, one) };
  };
}

/** And comes out again, where nothing was done to it since. */
export function splitting(intoId: PaperId, paperId: PaperId): Apply {
  return (world) => {
    const merged = world.entries.get(intoId)?.merged;
    if (merged?.paperId !== paperId || !merged.isAsMade || world.entries.has(paperId)) return null;
    const entries = new Map(world.entries).set(intoId, merged.into).set(paperId, merged.own);
    return { ...world, entries };
  };
}

/** The entry that has a paper as its own or as a version. */
function ownerOf({ entries }: World, id: PaperId): PaperId | null {
  if (entries.has(id)) return id;
  return [...entries].find(([, { merged }]) => merged?.paperId === id)?.[0] ?? null;
}

/** Whether a paper is a version of an entry. */
export const hasVersionOf = ({ entries }: World, id: PaperId): boolean =>
  [...entries.values()].some(({ merged }) => merged?.paperId === id);

function changed(world: World, ids: readonly PaperId[], change: (facts: Facts) => Facts): World | null {
  const present = ids.filter((id) => world.entries.has(id));
  if (present.length === 0) return null;
  const edited = [...world.entries].map(
    ([id, facts]) => [id, present.includes(id) ? touched(change(facts)) : facts] as const,
  );
  return { ...world, entries: new Map(edited) };
}

const touched = (facts: Facts): Facts =>
  facts.merged ? { ...facts, merged: { ...facts.merged, isAsMade: false } } : facts;

/** Onto the list, out of the bin, with all that one had. */
function withBack({ entries, bin }: World, id: PaperId, facts: Facts): World {
  const binned = bin.get(id);
  const back = binned ? { ...joined(facts, binned, true), merged: facts.merged ?? binned.merged } : facts;
  return { entries: new Map(entries).set(id, back), bin: without(bin, [id]) };
}

function joined(a: Facts, b: Facts, isOld: boolean): Facts {
  return {
    status: isOld || a.status === b.status ? a.status : null,
    starred: a.starred || b.starred,
    priority: a.priority || b.priority,
    note: joinedNotes(a.note, b.note),
    tags: joinedTags(a.tags, b.tags),
    merged: touched({ ...a, merged: a.merged ?? b.merged }).merged,
  };
}

function joinedNotes(a: string, b: string): string {
  if (a.includes(b)) return a;
  return b.includes(a) ? b : a + BETWEEN_NOTES + b;
}

const joinedTags = (a: readonly string[], b: readonly string[]): readonly string[] =>
  [...new Set([...a, ...b])].toSorted();

function without(map: ReadonlyMap<PaperId, Facts>, ids: readonly PaperId[]): ReadonlyMap<PaperId, Facts> {
  return new Map([...map].filter(([id]) => !ids.includes(id)));
}
