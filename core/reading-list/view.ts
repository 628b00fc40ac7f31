import type { PaperId } from '../paper';
import { later } from './by-kinship';
import { recordsOf, type ReadingListEntry, type ReadingStatus } from './entry';
import { isWithin } from './tags';

export const LIST_ORDERS = ['added', 'status', 'title', 'year', 'priority', 'opened'] as const;
/** By when added, when the status changed, title, year, priority, when last opened. */
export type ListOrder = (typeof LIST_ORDERS)[number];

/** Which entries are shown, in which order. The filters hold together; null, false and '' filter nothing. */
export interface ListView {
  readonly status: ReadingStatus | null;
  /** With all tags below it. */
  readonly tag: string | null;
  readonly starredOnly: boolean;
  /** Words, or beginnings and parts of words, that title, authors, tags and note hold all of. */
  readonly text: string;
  readonly order: ListOrder;
  /** Otherwise the newest, most urgent, or A comes first. */
  readonly isReversed: boolean;
  /** The paper that the list is sorted by kinship to, whatever its order; null for none. */
  readonly kinTo: PaperId | null;
}

export const WHOLE_LIST: ListView = {
  status: null,
  tag: null,
  starredOnly: false,
  text: '',
  order: 'added',
  isReversed: false,
  kinTo: null,
};

/** The entries that the filters of a view let through, in the order they have. */
export function entriesInView(
  entries: readonly ReadingListEntry[],
  { status, tag, starredOnly, text }: Pick<ListView, 'status' | 'tag' | 'starredOnly' | 'text'>,
): readonly ReadingListEntry[] {
  const words = folded(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return entries.filter(
    (entry) =>
      (status === null || entry.status === status) &&
      (!starredOnly || entry.starred) &&
      (tag === null || entry.tags.some((each) => isWithin(each, tag))) &&
      (words.length === 0 || holdsAll(entry, words)),
  );
}

/** Read out of an entry once: with each letter typed all are asked again, and entries never change in place. */
const textOfEntry = new WeakMap<ReadingListEntry, string>();

function holdsAll(entry: ReadingListEntry, words: readonly string[]): boolean {
  let text = textOfEntry.get(entry);
  if (text === undefined) {
    const facts = recordsOf(entry).flatMap((paper) => [paper.title].concat(paper.otherTitles, paper.authors));
    text = folded([...facts, ...entry.tags, entry.note].join('\n'));
    textOfEntry.set(entry, text);
  }
  const all = text;
  return words.every((word) => all.includes(word));
}

/** Without case, accents and compatibility forms. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const numbers: Readonly<Record<Exclude<ListOrder, 'title'>, (entry: ReadingListEntry) => number | null>> = {
  added: ({ addedAt }) => addedAt,
  status: ({ statusAt }) => statusAt,
  year: ({ paper }) => paper.year,
  priority: ({ priority }) => priority,
  opened: ({ openedAt }) => openedAt,
};

/** The entries in the order of a view; titles are sorted as in `language`, a BCP 47 tag. 10,000 titles take some 50 ms. */
export function entriesInOrder(
  entries: readonly ReadingListEntry[],
  { order, isReversed }: Pick<ListView, 'order' | 'isReversed'>,
  language: string,
): readonly ReadingListEntry[] {
  const turn = isReversed ? -1 : 1;
  if (order === 'title') {
    const { compare } = new Intl.Collator(language, { numeric: true });
    return entries.toSorted((a, b) => turn * compare(a.paper.title, b.paper.title) || later(a, b));
  }
  const number = numbers[order];
  // What has no such number stands at the end either way.
  const missing = -turn * Infinity;
  return entries.toSorted((a, b) => {
    const [x, y] = [number(a) ?? missing, number(b) ?? missing];
    return x === y ? later(a, b) : turn * (y > x ? 1 : -1);
  });
}
