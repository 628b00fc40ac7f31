import type { PaperId } from '../paper';
import { isSame } from './listed';
import { joinNotes, NO_NOTE } from './note-state';
import { changedAt, FIELD_NAMES, isOnList, NO_RECORD, type PaperRecord } from './record';
import type { Replica } from './replica';
import { joinSeen } from './stamp';

/** What a record says beyond another one, so that both joined say what it does; null where it says nothing more. */
function beyond(record: PaperRecord, other: PaperRecord): PaperRecord | null {
  const gone = isSame(joinSeen(other.gone, record.gone), other.gone) ? {} : record.gone;
  // Of what is off the list nothing else needs telling.
  if (!isOnList(record)) return Object.keys(gone).length > 0 ? { ...NO_RECORD, gone } : null;
  const fields = FIELD_NAMES.filter((name) => record[name] !== null && !isSame(record[name], other[name]));
  const tags = new Map([...record.tags].filter(([key, choice]) => !isSame(choice, other.tags.get(key))));
  const versions = new Map(
    [...record.versions].filter(([id, choice]) => !isSame(choice, other.versions.get(id))),
  );
  const note = isSame(joinNotes(other.note, record.note), other.note) ? NO_NOTE : record.note;
  const isNothing =
    fields.length + tags.size + versions.size === 0 && note === NO_NOTE && Object.keys(gone).length === 0;
  if (isNothing) return null;
  return {
    ...NO_RECORD,
    ...Object.fromEntries(fields.map((name) => [name, record[name]])),
    tags,
    versions,
    note,
    gone,
  };
}

/** Seconds: what was changed later than so long before the latest change goes before anything else. */
const LATELY_S = 30 * 86_400;

/** A record that is to be told to others, the whole of it beside what is told. */
export interface Telling {
  readonly id: PaperId;
  readonly told: PaperRecord;
  readonly whole: PaperRecord;
}

/**
 * What a replica says beyond another, what matters most first: what was changed lately, then papers that are not read yet, then
 * the rest; of each the latest change first.
 */
export function tellings(replica: Replica, other: Replica): readonly Telling[] {
  const all = [...replica.records].flatMap(([id, whole]) => {
    const told = beyond(whole, other.records.get(id) ?? NO_RECORD);
    return told === null ? [] : [{ id, told, whole, at: changedAt(whole) }];
  });
  const lately = all.reduce((latest, { at }) => Math.max(latest, at), 0) - LATELY_S;
  const classOf = ({ whole, at }: (typeof all)[number]) =>
    at > lately || !isOnList(whole) ? 0 : whole.status?.value.status === 'read' ? 2 : 1;
  return all.toSorted((a, b) => classOf(a) - classOf(b) || b.at - a.at || (a.id < b.id ? -1 : 1));
}
