import type { PaperId } from '../../core/paper';
import type { Priority, ReadingListEntry, ReadingStatus } from '../../core/reading-list/entry';

/** What a reader would miss of an entry. */
export interface Facts {
  /** Null where either of two is right: it goes by clocks. */
  readonly status: ReadingStatus | null;
  readonly starred: boolean;
  readonly priority: Priority;
  readonly note: string;
  /** In alphabetical order. */
  readonly tags: readonly string[];
  /** What it was merged of and has been left as since; null for an entry of its own. */
  readonly merged: Merged | null;
}

export interface Merged {
  readonly paperId: PaperId;
  /** Whether nothing was done to it since, so that it comes apart as it was. */
  readonly isAsMade: boolean;
  readonly own: Facts;
  readonly into: Facts;
}

/** The reading list and the bin as they may be. */
export interface World {
  readonly entries: ReadonlyMap<PaperId, Facts>;
  readonly bin: ReadonlyMap<PaperId, Facts>;
}

/** What an action makes of a world; null where it would have been refused there. */
export type Apply = (world: World) => World | null;

/** An entry as the extension tells it, or one of its bin. */
export type Seen = Pick<
  ReadingListEntry,
  'paper' | 'status' | 'starred' | 'priority' | 'note' | 'tags' | 'versions'
>;

export interface SeenList {
  readonly entries: readonly Seen[];
  readonly bin: readonly Seen[];
}

/** What was found wrong. `half`: each paper by itself may be so, all together not. */
export interface Verdict {
  readonly lost: readonly string[];
  readonly half: readonly string[];
}

export const EMPTY_WORLD: World = { entries: new Map(), bin: new Map() };
const NOTHING_WRONG: Verdict = { lost: [], half: [] };
/** More cannot come about between two checks, unless the model is wrong. */
const WORLDS_MAX = 20_000;

/**
 * What the extension may hold after what it acknowledged. An action without an answer may have been done or not: both worlds
 * go on until a look tells which. No world has half an action.
 */
export class Model {
  #worlds: readonly World[] = [EMPTY_WORLD];
  /** Papers that were written while the list could not be read: what was there before comes on top. */
  readonly #loose = new Set<PaperId>();

  /** An action was acknowledged. False where it could have been in no world: something was lost before. */
  done(apply: Apply): boolean {
    const worlds = this.#worlds.flatMap((world) => apply(world) ?? []);
    if (worlds.length === 0) return false;
    this.#worlds = distinct(worlds);
    return true;
  }

  /** An action came to no answer, or to one that says that it failed. */
  perhaps(apply: Apply): void {
    this.#worlds = distinct(this.#worlds.flatMap((world) => [world, apply(world) ?? world]));
    if (this.#worlds.length > WORLDS_MAX) throw new Error('the model knows nothing any more');
  }

  /** Whether an action would be done, whichever world is the true one. */
  isSure(apply: Apply): boolean {
    return this.#worlds.every((world) => apply(world) !== null);
  }

  /** Whether something holds in every world. */
  isEverywhere(holds: (world: World) => boolean): boolean {
    return this.#worlds.every(holds);
  }

  loosen(ids: readonly PaperId[]): void {
    for (const id of ids) this.#loose.add(id);
  }

  /** Compares with what there is; from then on that is the truth. */
  settle(seen: SeenList): Verdict {
    const fits = this.#worlds.find((world) => differences(world, seen, this.#loose).length === 0);
    const verdict = fits ? NOTHING_WRONG : this.#explain(seen);
    this.#worlds = [adopted(fits ?? EMPTY_WORLD, seen)];
    this.#loose.clear();
    return verdict;
  }

  #explain(seen: SeenList): Verdict {
    const all = this.#worlds.map((world) => differences(world, seen, this.#loose));
    const nearest = all.toSorted((a, b) => a.length - b.length)[0] ?? [];
    const isEachPossible = nearest.every(({ id }) =>
      all.some((others) => !others.some((one) => one.id === id)),
    );
    const words = nearest.map(({ said }) => said);
    return isEachPossible ? { lost: [], half: words } : { lost: words, half: [] };
  }
}

interface Difference {
  readonly id: PaperId;
  readonly said: string;
}

function differences(world: World, { entries, bin }: SeenList, loose: ReadonlySet<PaperId>): Difference[] {
  return [...differing('list', world.entries, entries, loose), ...differing('bin', world.bin, bin, loose)];
}

function differing(
  where: string,
  expected: ReadonlyMap<PaperId, Facts>,
  seen: readonly Seen[],
  loose: ReadonlySet<PaperId>,
): Difference[] {
  const found = new Map(seen.map((entry) => [entry.paper.id, entry]));
  const missing = [...expected.keys()].filter((id) => !found.has(id));
  const versions = new Set(seen.flatMap((entry) => entry.versions.map(({ paper }) => paper.id)));
  // Saved while nobody could see that it is a version of an entry, it is an entry of its own beside that one.
  const extra = [...found.keys()].filter((id) => !expected.has(id) && !(loose.has(id) && versions.has(id)));
  const changed = [...expected].flatMap(([id, facts]) => {
    const entry = found.get(id);
    const fits = !entry || (loose.has(id) ? covers(entry, facts) : isAs(entry, facts));
    return fits ? [] : [{ id, said: `${where}: ${id} is ${told(factsOf(entry))} and was ${told(facts)}` }];
  });
  return [
    ...missing.map((id) => ({ id, said: `${where}: ${id} is gone` })),
    ...extra.map((id) => ({ id, said: `${where}: ${id} should not be there` })),
    ...changed,
  ];
}

const told = ({ merged, ...facts }: Facts): string => JSON.stringify({ ...facts, with: merged?.paperId });

function isAs(entry: Seen, { status, starred, priority, note, tags, merged }: Facts): boolean {
  return (
    (status === null || entry.status === status) &&
    entry.starred === starred &&
    entry.priority === priority &&
    entry.note === note &&
    entry.tags.toSorted().join('\n') === tags.join('\n') &&
    entry.versions.map(({ paper }) => paper.id).join() === (merged?.paperId ?? '')
  );
}

function covers(entry: Seen, { status, starred, note, tags }: Facts): boolean {
  return (
    (status === null || entry.status === status) &&
    (!starred || entry.starred) &&
    entry.note.includes(note) &&
    tags.every((tag) => entry.tags.includes(tag))
  );
}

/** The facts of an entry as it is told; how its version came to it is not. */
export function factsOf({ status, starred, priority, note, tags, versions }: Seen): Facts {
  const facts: Facts = { status, starred, priority, note, tags: tags.toSorted(), merged: null };
  const paperId = versions[0]?.paper.id;
  return paperId === undefined
    ? facts
    : { ...facts, merged: { paperId, own: facts, into: facts, isAsMade: false } };
}

/** What is seen, with what the model knows of how it came about. */
function adopted(world: World, { entries, bin }: SeenList): World {
  const kept = (known: ReadonlyMap<PaperId, Facts>, seen: readonly Seen[]) =>
    new Map(
      seen.map((entry) => {
        const facts = factsOf(entry);
        const merged = known.get(entry.paper.id)?.merged ?? facts.merged;
        return [entry.paper.id, { ...facts, merged }] as const;
      }),
    );
  return { entries: kept(world.entries, entries), bin: kept(world.bin, bin) };
}

const inOrder = (map: ReadonlyMap<PaperId, Facts>) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));

function distinct(worlds: readonly World[]): readonly World[] {
  if (worlds.length === 1) return worlds;
  const byText = worlds.map(
    (world) => [JSON.stringify([inOrder(world.entries), inOrder(world.bin)]), world] as const,
  );
  return [...new Map(byText).values()];
}
