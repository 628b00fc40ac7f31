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
 * Finds the entries that may be of one paper and that the reader has not told apart. Only those are compared that have a key, an end
 * of the title, its words or all authors in common: the time grows with the list and not with its square. Stops after each piece of
 * work, so that who asks can do something else; what was compared once is not compared again.
 */
export function* perhapsSame(entries: readonly ReadingListEntry[]): Generator<null, readonly Suggestion[]> {
  const filed = new Map<string, ReadingListEntry[]>();
  for (const entry of entries) {
    for (const place of new Set(recordsOf(entry).flatMap(placesOf))) {
      const there = filed.get(place);
      if (there) there.push(entry);
      else filed.set(place, [entry]);
    }
    yield null;
  }
  const met = new Set<string>();
  const found: Suggestion[] = [];
  for (const there of filed.values()) {
    if (there.length < 2 || there.length > FILED_MAX) continue;
    for (const [one, other] of pairsOf(there)) {
      const pair = `${one.paper.id}\n${other.paper.id}`;
      if (met.has(pair)) continue;
      met.add(pair);
      if (mayBeOne(one, other)) found.push(one.addedAt <= other.addedAt ? [one, other] : [other, one]);
      yield null;
    }
  }
  return found;
}

/** In one order, wherever two entries meet: that of their identities. */
function pairsOf(there: readonly ReadingListEntry[]): readonly Suggestion[] {
  const inOrder = there.toSorted((a, b) => (a.paper.id < b.paper.id ? -1 : 1));
  return inOrder.flatMap((one, at) => inOrder.slice(at + 1).map((other): Suggestion => [one, other]));
}

function mayBeOne(a: ReadingListEntry, b: ReadingListEntry): boolean {
  if (idsOf(b).some((id) => a.apart.includes(id)) || idsOf(a).some((id) => b.apart.includes(id)))
    return false;
  return recordsOf(a).some((record) => recordsOf(b).some((other) => mayBeVersions(record, other)));
}

const compared = new WeakMap<Paper, WeakMap<Paper, boolean>>();

function mayBeVersions(a: Paper, b: Paper): boolean {
  let others = compared.get(a);
  if (others === undefined) compared.set(a, (others = new WeakMap()));
  let answer = others.get(b);
  if (answer === undefined) others.set(b, (answer = sameness(a, b) !== 'no'));
  return answer;
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
