import { elementsOf, isObject, jsonObject, type JsonObject } from '../formats/json-values';
import { httpUrl } from '../identity/links';
import type { PaperId } from '../paper';
import { PRIORITIES, READING_STATUSES } from '../reading-list/entry';
import { plainNote } from '../reading-list/stated-marks';
import { normaliseTag, tagKey } from '../reading-list/tags';
import { factsOfPaper, statedPaper } from './facts';
import { NO_NOTE, type NoteState, type NoteText, type NoteVersion } from './note-state';
import { FACT_NAMES, impliedSeen, UNSET, type LineFrame } from './record-line';
import {
  FIELD_NAMES,
  NO_RECORD,
  type Facts,
  type Fields,
  type Kept,
  type PaperRecord,
  type TagChoice,
  type VersionChoice,
} from './record';
import { joinSeen, TIME_MAX, type DeviceId, type Seen, type Stamp } from './stamp';

const ID_CHARS_MAX = 4_000;
/** Tags of a record with those that were taken away; of more nobody has chosen each. */
const TAGS_MAX = 400;
/** Versions of a note. */
const NOTES_MAX = 40;
/** Versions of a paper with those that were split off. */
const VERSIONS_TOLD_MAX = 100;
const BASES_MAX = 4;

/** Gives the stamp at a place of the line's table, or null. */
type StampAt = (place: unknown) => Stamp | null;

/**
 * What a line says, checked: text in its plain form, numbers within bounds, values of ours. A field that fails is left out; null
 * where there is no record to tell which paper it is about. Never throws.
 */
export function readRecordLine(
  text: string,
  frame: LineFrame,
): { readonly id: PaperId; readonly record: PaperRecord } | null {
  const line = jsonObject(text);
  if (!line) return null;
  const stampAt = stampsOf(line['s'], frame);
  const stated = factsIn(line['f']);
  const id = typeof line['i'] === 'string' ? line['i'] : (stated?.id ?? '');
  if (id === '' || id.length > ID_CHARS_MAX) return null;
  const record: PaperRecord = {
    ...NO_RECORD,
    ...fieldsOf(line, stated?.facts ?? null, frame.base, stampAt),
    tags: tagsOf(line['t'], stampAt),
    versions: versionsOf(line['e'], frame.base, stampAt),
    note: noteOf(line, stampAt, frame),
    gone: seenIn(line['g'], frame),
  };
  return { id, record };
}

const timeIn = (base: number, back: unknown): number | null => {
  const time = typeof back === 'number' && Number.isSafeInteger(back) ? base - back : -1;
  return time >= 0 && time <= TIME_MAX ? time : null;
};

function stampsOf(numbers: unknown, { base, devices }: LineFrame): StampAt {
  const all = elementsOf(numbers);
  return (place) => {
    if (typeof place !== 'number') return null;
    const time = timeIn(base, all[place * 2]);
    const device = devices[Number(all[place * 2 + 1])];
    return time === null || device === undefined ? null : [time, device];
  };
}

function seenIn(pairs: unknown, { base, devices }: LineFrame): Seen {
  const seen: Record<DeviceId, number> = {};
  const all = elementsOf(pairs);
  for (let at = 0; at + 1 < all.length; at += 2) {
    const device = devices[Number(all[at])];
    const time = timeIn(base, all[at + 1]);
    if (device !== undefined && time !== null) seen[device] = Math.max(time, seen[device] ?? 0);
  }
  return seen;
}

function factsIn(short: unknown): { readonly facts: Facts; readonly id: PaperId } | null {
  if (!isObject(short)) return null;
  const stated = Object.fromEntries(
    Object.entries(FACT_NAMES).map(([name, key]) => [name, Object.hasOwn(short, key) ? short[key] : null]),
  );
  const paper = statedPaper(stated as unknown as Facts);
  if (!paper) return null;
  const sourceUrl = typeof stated['sourceUrl'] === 'string' ? httpUrl(stated['sourceUrl']) : null;
  return { facts: factsOfPaper(paper, sourceUrl), id: paper.id };
}

type FieldsPart = { readonly [Name in keyof Fields]?: Kept<Fields[Name]> };

/** The values stand in the order of the fields that have a stamp; the status has two. */
function fieldsOf(line: JsonObject, facts: Facts | null, base: number, stampAt: StampAt): FieldsPart {
  const refs = typeof line['r'] === 'string' ? line['r'] : '';
  const values = elementsOf(line['v']).values();
  const next = (): unknown => values.next().value;
  const found: Record<string, Kept<unknown>> = {};
  for (const [at, name] of FIELD_NAMES.entries()) {
    const ref = refs[at] ?? UNSET;
    if (ref === UNSET) continue;
    const value = name === 'facts' ? facts : valueOf(name, next, base);
    const stamp = stampAt(Number.parseInt(ref, 36));
    if (stamp !== null && value !== undefined && (value !== null || name === 'openedAt'))
      found[name] = { value, at: stamp };
  }
  return found as FieldsPart;
}

/** The next value as one of a field; undefined where it is none. */
function valueOf(name: Exclude<keyof Fields, 'facts'>, next: () => unknown, base: number): unknown {
  const stated = next();
  if (name === 'starred') return stated === 1 || (stated === 0 ? false : undefined);
  if (name === 'priority') return PRIORITIES.find((priority) => priority === stated);
  if (name === 'openedAt' && stated === null) return null;
  if (name !== 'status') return timeIn(base, stated) ?? undefined;
  const status = READING_STATUSES[Number(stated)];
  const statusAt = timeIn(base, next());
  return status === undefined || statusAt === null ? undefined : { status, statusAt };
}

function tagsOf(list: unknown, stampAt: StampAt): ReadonlyMap<string, Kept<TagChoice>> {
  const tags = new Map<string, Kept<TagChoice>>();
  for (const each of elementsOf(list).slice(0, TAGS_MAX)) {
    const [text, place, isThere] = elementsOf(each);
    const tag = typeof text === 'string' ? normaliseTag(text) : null;
    const at = stampAt(place);
    if (tag !== null && at !== null) tags.set(tagKey(tag), { value: { tag, isThere: isThere !== 0 }, at });
  }
  return tags;
}

function versionsOf(list: unknown, base: number, stampAt: StampAt): PaperRecord['versions'] {
  const versions = new Map<PaperId, Kept<VersionChoice>>();
  for (const each of elementsOf(list).slice(0, VERSIONS_TOLD_MAX)) {
    const [place, what, back, name] = elementsOf(each);
    const at = stampAt(place);
    const stated = factsIn(what);
    const addedAt = timeIn(base, back);
    const id = typeof what === 'string' ? what : typeof name === 'string' ? name : (stated?.id ?? '');
    if (at === null || id === '' || id.length > ID_CHARS_MAX) continue;
    if (typeof what === 'string') versions.set(id, { value: null, at });
    else if (stated && addedAt !== null) versions.set(id, { value: { facts: stated.facts, addedAt }, at });
  }
  return versions;
}

function noteOf(line: JsonObject, stampAt: StampAt, frame: LineFrame): NoteState {
  const stated = elementsOf(line['n']);
  const versions = stated.slice(0, NOTES_MAX).flatMap((each): readonly NoteVersion[] => {
    const [version, ...bases] = textsOf(elementsOf(each), stampAt);
    return version ? [{ ...version, bases }] : [];
  });
  // A note that says it replaced others, and whose text is lost, would take theirs along.
  if (versions.length === 0 || versions.length < stated.length) return NO_NOTE;
  return { versions, seen: joinSeen(impliedSeen(versions), seenIn(line['w'], frame)) };
}

/** Texts and places of stamps in turn, up to the first that is none. */
function textsOf(parts: readonly unknown[], stampAt: StampAt): readonly NoteText[] {
  const texts: NoteText[] = [];
  for (let at = 0; at + 1 < parts.length && texts.length <= BASES_MAX; at += 2) {
    const text = parts[at];
    const stamp = stampAt(parts[at + 1]);
    if (typeof text !== 'string' || stamp === null) break;
    texts.push({ text: plainNote(text), at: stamp });
  }
  return texts;
}
