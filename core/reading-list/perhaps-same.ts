import { familyName } from '../match/agreement';
import { indexKeys } from '../match/keys';
import type { Paper } from '../paper';
import { titleKey } from '../text/title-key';
import { wordsOf } from '../text/words';
import { recordsOf, type ReadingListEntry } from './entry';
import { sameness } from './same-version';
import { idsOf } from './versions';

/** Two entries that may be of one paper, the one that was added first first. */
export type Suggestion = readonly [ReadingListEntry, ReadingListEntry];

/** Letters at either end of a title under which it is filed: an error, or a subtitle, spares one of the two. */
const END_LETTERS = 16;
/** Authors of a longer list are in another order, or cut, elsewhere. */
const TEAM_MAX = 30;
/** What more entries have in common says nothing of two of them; it keeps the time in proportion to the list. */
const FILED_MAX = 40;

/**
 * The entries that may be of one paper and that the reader has not told apart. Only those are compared that have a key, an end of
 * the title, its words or all authors in common: the time grows with the list and not with its square.
 */
export function perhapsSame(entries: readonly ReadingListEntry[]): readonly Suggestion[] {
  const filed = new Map<string, ReadingListEntry[]>();
  for (const entry of entries) {
    for (const place of new Set(recordsOf(entry).flatMap(placesOf))) {
      const there = filed.get(place);
      if (there) there.push(entry);
      else filed.set(place, [entry]);
    }
  }
  const compared = new Map<string, Suggestion | null>();
  for (const there of filed.values()) {
    if (there.length < 2 || there.length > FILED_MAX) continue;
    for (const [at, one] of there.entries()) {
      for (const other of there.slice(at + 1)) compare(one, other, compared);
    }
  }
  return [...compared.values()].filter((pair) => pair !== null);
}

/** Works out beforehand where an entry's papers are filed, which is most of the work. */
export function fileEntry(entry: ReadingListEntry): void {
  for (const paper of recordsOf(entry)) placesOf(paper);
}

function compare(
  one: ReadingListEntry,
  other: ReadingListEntry,
  compared: Map<string, Suggestion | null>,
): void {
  const pair = [one.paper.id, other.paper.id].toSorted().join('\n');
  if (compared.has(pair)) return;
  const suggestion: Suggestion = one.addedAt <= other.addedAt ? [one, other] : [other, one];
  compared.set(pair, mayBeOne(one, other) ? suggestion : null);
}

function mayBeOne(a: ReadingListEntry, b: ReadingListEntry): boolean {
  if (idsOf(b).some((id) => a.apart.includes(id)) || idsOf(a).some((id) => b.apart.includes(id)))
    return false;
  return recordsOf(a).some((record) => recordsOf(b).some((other) => sameness(record, other) !== 'no'));
}

/** Papers do not change, and the list is looked through after each edit. */
const remembered = new WeakMap<Paper, readonly string[]>();

function placesOf(paper: Paper): readonly string[] {
  let places = remembered.get(paper);
  if (places === undefined) {
    const keys = indexKeys(paper).map((key) => key.replace(/^o:/, 't:'));
    places = [...keys, ...endsOf(titleKey(paper.title)), ...wordsIn(paper.title), ...teamOf(paper)];
    remembered.set(paper, places);
  }
  return places;
}

function endsOf(key: string): readonly string[] {
  return key.length < END_LETTERS ? [] : [`<${key.slice(0, END_LETTERS)}`, `>${key.slice(-END_LETTERS)}`];
}

function wordsIn(title: string): readonly string[] {
  const stems = wordsOf(title).flatMap(({ isStop, stem }) => (isStop ? [] : [stem]));
  return stems.length < 3 ? [] : [`w:${[...new Set(stems)].toSorted().join(' ')}`];
}

function teamOf({ authors }: Paper): readonly string[] {
  if (authors.length < 2 || authors.length > TEAM_MAX) return [];
  return [`n:${authors.map(familyName).toSorted().join(' ')}`];
}
