import type { Paper } from '../paper';
import { changeEntry, changeBack, factsOf } from './change';
import type { ReadingListEntry } from './entry';
import { tagKey } from './tags';
import { idsOf } from './versions';

/** What a joining did to one entry: how it was before, null where it was not on the list, and how it was left. */
export interface JoinedEntry {
  readonly before: ReadingListEntry | null;
  readonly after: ReadingListEntry;
}

/**
 * An entry after a joining is taken back; null where it goes. Only what still is as the joining left it is set back, fact by
 * fact, and only tags that came with it go: what was done since, here or elsewhere, stays. A paper that came with it and that the
 * reader has worked with since (status, star, priority, tags, note) stays as well.
 */
export function revertedEntry(
  current: ReadingListEntry,
  { before, after }: JoinedEntry,
): ReadingListEntry | null {
  if (before === null) return isUntouched(current, after) ? null : current;
  const paper = setBack<Paper>(current.paper, before.paper, after.paper);
  const facts = setBack(factsOf(current), factsOf(before), factsOf(after));
  // One choice, of which the time is a part: a status chosen anew that is the same by chance stays with its time.
  const isSameStatus = current.status === after.status && current.statusAt === after.statusAt;
  const { status, statusAt } = isSameStatus ? before : current;
  const had = new Set(before.tags.map(tagKey));
  const came = new Set(after.tags.map(tagKey).filter((key) => !had.has(key)));
  const tags = current.tags.filter((tag) => !came.has(tagKey(tag)));
  const reverted: ReadingListEntry = { ...current, ...facts, paper, status, statusAt, tags };
  return JSON.stringify(reverted) === JSON.stringify(current) ? current : reverted;
}

/** Having been opened is no work that would be lost. A version may be all that is left of another entry. */
function isUntouched(current: ReadingListEntry, after: ReadingListEntry): boolean {
  if (!same(idsOf(current), idsOf(after))) return false;
  const back = changeBack(factsOf(after), factsOf(changeEntry(current, { openedAt: after.openedAt }, 0)));
  return Object.keys(back).length === 0;
}

function setBack<T extends object>(current: T, before: T, after: T): T {
  const names = Object.keys(before) as (keyof T)[];
  const back = names.filter((name) => same(current[name], after[name]) && !same(before[name], after[name]));
  return Object.assign({ ...current }, ...back.map((name) => ({ [name]: before[name] }))) as T;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
