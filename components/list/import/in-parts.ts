import type { ReadingListEntry } from '../../../core/reading-list/entry';
import type { JoinedEntry } from '../../../core/reading-list/revert';
import type { Answer } from '../../popup/ports';

/** Entries of one message. Each part has every open page look its papers up anew, so they are not too small. */
const PART_ENTRIES = 1_000;
/** UTF-16 units of one message: browsers take some 64 MB, and both sides hold several copies of it. */
const PART_CHARS = 4_000_000;
/** Of an entry beside its abstract and its note. */
const ENTRY_CHARS = 1_000;

/** Entries in their order, in parts that are messages of a bounded size. */
export function inParts<T>(items: readonly T[], entryOf: (item: T) => ReadingListEntry): readonly T[][] {
  const parts: T[][] = [];
  let chars = 0;
  for (const item of items) {
    const { paper, note } = entryOf(item);
    const own = ENTRY_CHARS + (paper.abstract?.length ?? 0) + note.length;
    const last = parts.at(-1);
    if (last && last.length < PART_ENTRIES && chars + own <= PART_CHARS) {
      last.push(item);
      chars += own;
    } else {
      parts.push([item]);
      chars = own;
    }
  }
  return parts;
}

/** What of a joining was done, each entry with how it was before; `isWhole` is false where a part was refused. */
export interface Joining {
  readonly joined: readonly JoinedEntry[];
  readonly isWhole: boolean;
}

/** Joins entries into the list part by part; after a part that is refused the rest is not tried. */
export async function joinInParts(
  entries: readonly ReadingListEntry[],
  present: readonly ReadingListEntry[],
  restore: (part: readonly ReadingListEntry[]) => Promise<Answer<readonly ReadingListEntry[]>>,
  onProgress: (done: number) => void,
): Promise<Joining> {
  const before = new Map(present.map((entry) => [entry.paper.id, entry]));
  const joined: JoinedEntry[] = [];
  for (const part of inParts(entries, (entry) => entry)) {
    const answer = await restore(part);
    if (!answer.ok) return { joined, isWhole: false };
    for (const after of answer.value) joined.push({ before: before.get(after.paper.id) ?? null, after });
    onProgress(joined.length);
  }
  return { joined, isWhole: true };
}
