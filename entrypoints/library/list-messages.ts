import type { ReadList } from '../../components/list/import/ports';
import type { UnusableSource } from '../../core/import/inspect';
import type { ReadingListEntry } from '../../core/reading-list/entry';

/** What the page asks of the worker that reads files for the list: the list as it is in parts, in its order, then what to read, once. */
export type ListRequest =
  | { readonly kind: 'present'; readonly entries: readonly ReadingListEntry[] }
  | { readonly kind: 'read'; readonly file: Blob; readonly name: string };

/** A request as messages. */
export function* asMessages(
  file: Blob,
  name: string,
  present: readonly ReadingListEntry[],
): Generator<ListRequest> {
  for (const entries of cut(present)) yield { kind: 'present', entries };
  yield { kind: 'read', file, name };
}

type Groups = Pick<ReadList['preview'], 'fresh' | 'changed' | 'same'>;

/** What that answers: the papers of a preview in parts, in their order, and then what is said of them all, once. */
export type ListReply =
  | { readonly kind: 'part'; readonly groups: Groups }
  | { readonly kind: 'end'; readonly read: ReadList | UnusableSource };

/**
 * Papers of one message. The page reads or writes a message in one task: 10,000 papers with abstracts held it for 100 ms and more.
 */
export const PART_PAPERS = 250;

const NONE: Groups = { fresh: [], changed: [], same: [] };

/** An answer as messages. */
export function* inMessages(read: ReadList | UnusableSource): Generator<ListReply> {
  if (read.ok) {
    const { fresh, changed, same } = read.preview;
    for (const part of cut(fresh)) yield { kind: 'part', groups: { ...NONE, fresh: part } };
    for (const part of cut(changed)) yield { kind: 'part', groups: { ...NONE, changed: part } };
    for (const part of cut(same)) yield { kind: 'part', groups: { ...NONE, same: part } };
  }
  yield { kind: 'end', read: read.ok ? { ...read, preview: { ...read.preview, ...NONE } } : read };
}

function* cut<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += PART_PAPERS) yield items.slice(at, at + PART_PAPERS);
}

/** Puts messages together again: give it each in turn; it answers null until the last, and with the whole then. */
export function outOfMessages(): (message: ListReply) => ReadList | UnusableSource | null {
  const parts: Groups[] = [];
  return (message) => {
    if (message.kind === 'part') {
      parts.push(message.groups);
      return null;
    }
    const { read } = message;
    if (!read.ok) return read;
    const groups: Groups = {
      fresh: parts.flatMap(({ fresh }) => fresh),
      changed: parts.flatMap(({ changed }) => changed),
      same: parts.flatMap(({ same }) => same),
    };
    return { ...read, preview: { ...read.preview, ...groups } };
  };
}
