import type { PaperId } from '../paper';
import type { ReadingListEntry } from '../reading-list/entry';
import { tagKey } from '../reading-list/tags';
import { factsOf } from './facts';
import { isSame, listedIn, listedOf, type Listed } from './listed';
import { joinNotes, writtenNote } from './note-state';
import {
  isOnList,
  joinRecords,
  NO_RECORD,
  seenOf,
  type Kept,
  type PaperRecord,
  type TagChoice,
} from './record';
import type { Replica } from './replica';
import { joinSeen, nextTime, type DeviceId, type Stamp } from './stamp';
import { editedVersions, freshVersions } from './told-versions';

/** Who absorbs, and when. */
export interface Absorber {
  readonly device: DeviceId;
  /** Seconds since the epoch. */
  readonly now: number;
  /** The last time of this machine's stamps that others may have read. */
  readonly publishedAt: number;
  /** Whether its name is new: then nobody has seen a stamp of it, and even what is news may be told with its true age. */
  readonly isJoining: boolean;
}

/**
 * Takes what happened to the list into a replica: whatever differs from `before`, which is what the list was when it was last
 * absorbed, gets a new stamp. `joined` is `before` and what came from elsewhere since; where the list says what that says too,
 * nothing happened here. One stamp serves all: it costs less, and what was done together stays together.
 */
export function absorb(
  joined: Replica,
  before: Replica,
  list: readonly ReadingListEntry[],
  { device, now, publishedAt, isJoining }: Absorber,
): Replica {
  const at: Stamp = [nextTime(joined.clock, now), device];
  const records = new Map(joined.records);
  const listed = new Set<PaperId>();
  let isChanged = false;
  const put = (id: PaperId, record: PaperRecord) => {
    isChanged ||= record !== records.get(id);
    records.set(id, record);
  };
  for (const entry of list) {
    const { id } = entry.paper;
    listed.add(id);
    const [was, known] = [before.records.get(id), records.get(id)];
    if (!was) put(id, joinRecords(known ?? NO_RECORD, freshRecord(entry, at, isJoining)));
    else put(id, editedRecord(known ?? was, was, entry, { at, publishedAt }));
  }
  for (const [id, was] of before.records) {
    const known = records.get(id) ?? was;
    if (listed.has(id) || was.facts === null || !isOnList(was) || !isOnList(known)) continue;
    put(id, { ...known, gone: joinSeen(known.gone, joinSeen(seenOf(was), { [device]: at[0] })) });
  }
  return { records, clock: isChanged ? at[0] : joined.clock };
}

/**
 * An entry that was never exchanged. Being on the list and its note are news; of the rest the list says when it was done, or
 * at least when it can have been done first, so that a machine that joins late does not overrule what others did lately.
 */
function freshRecord(entry: ReadingListEntry, at: Stamp, isJoining: boolean): PaperRecord {
  const { addedAt, status, starred, priority, openedAt, tags, note } = listedOf(entry);
  const [time, device] = at;
  const back = (then: number): Stamp => [Math.min(then, time), device];
  const since = back(addedAt);
  const news = isJoining ? since : at;
  return {
    ...NO_RECORD,
    facts: { value: factsOf(entry), at: since },
    addedAt: { value: addedAt, at: news },
    status: { value: status, at: back(status.statusAt) },
    starred: starred ? { value: true, at: since } : null,
    priority: priority > 0 ? { value: priority, at: since } : null,
    openedAt: openedAt === null ? null : { value: openedAt, at: back(openedAt) },
    tags: new Map(tags.map((tag) => [tagKey(tag), { value: { tag, isThere: true }, at: since }])),
    versions: freshVersions(entry, since),
    note: note === '' ? NO_RECORD.note : writtenNote(NO_RECORD.note, note, news, 0),
  };
}

interface Moment {
  readonly at: Stamp;
  readonly publishedAt: number;
}

/** The record after what was done to the entry here since `was`; the same object where nothing was. */
function editedRecord(
  known: PaperRecord,
  was: PaperRecord,
  entry: ReadingListEntry,
  { at, publishedAt }: Moment,
): PaperRecord {
  const [now, then, there] = [listedOf(entry), listedIn(was), listedIn(known)];
  const isNews = (name: keyof Listed) => !isSame(now[name], then[name]) && !isSame(now[name], there[name]);
  const isBack = !isOnList(was) && !isOnList(known);
  const tags = editedTags(known.tags, now.tags, then.tags, at);
  const edited: PaperRecord = {
    ...known,
    // Each machine keeps the facts that it has: taken as news they would go to and fro for ever.
    facts: known.facts ?? { value: factsOf(entry), at },
    addedAt: isBack || isNews('addedAt') ? { value: now.addedAt, at } : known.addedAt,
    status: isNews('status') ? { value: now.status, at } : known.status,
    starred: isNews('starred') ? { value: now.starred, at } : known.starred,
    priority: isNews('priority') ? { value: now.priority, at } : known.priority,
    openedAt: isNews('openedAt') ? { value: now.openedAt, at } : known.openedAt,
    // Written over what this machine had; what came from elsewhere since, nobody here had read.
    note: isNews('note')
      ? joinNotes(known.note, writtenNote(was.note, now.note, at, publishedAt))
      : known.note,
    tags,
    versions: editedVersions(known.versions, then.versions, entry, at),
  };
  const names = Object.keys(edited) as (keyof PaperRecord)[];
  return names.every((name) => edited[name] === known[name]) ? known : edited;
}

type Tags = PaperRecord['tags'];

/** Tags with those that came and went between `then` and `now`; the same object where none did. */
function editedTags(known: Tags, now: readonly string[], then: readonly string[], at: Stamp): Tags {
  const was = new Set(then);
  const keys = new Set(now.map(tagKey));
  const news: readonly TagChoice[] = [
    ...now.filter((tag) => !was.has(tag)).map((tag) => ({ tag, isThere: true })),
    ...then.filter((tag) => !keys.has(tagKey(tag))).map((tag) => ({ tag, isThere: false })),
  ];
  const fresh = news.filter((choice) => !isKnown(known.get(tagKey(choice.tag)), choice));
  if (fresh.length === 0) return known;
  return new Map([...known, ...fresh.map((value) => [tagKey(value.tag), { value, at }] as const)]);
}

const isKnown = (kept: Kept<TagChoice> | undefined, choice: TagChoice): boolean =>
  kept !== undefined &&
  kept.value.isThere === choice.isThere &&
  (!choice.isThere || kept.value.tag === choice.tag);
