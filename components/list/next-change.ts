import type { EntryChange } from '../../core/reading-list/change';
import { PRIORITIES, type ReadingListEntry } from '../../core/reading-list/entry';

/** Takes the stars away where all have one, and gives them otherwise. */
export function otherStar(of: readonly ReadingListEntry[]): EntryChange {
  return { starred: !of.every(({ starred }) => starred) };
}

/** One priority for all: the next after that of the first, and after the most urgent none. */
export function nextPriority([first]: readonly ReadingListEntry[]): EntryChange {
  const at = PRIORITIES.indexOf(first?.priority ?? 0);
  return { priority: PRIORITIES[(at + 1) % PRIORITIES.length] ?? 0 };
}
