import type { PaperId } from '../paper';
import { changedAt, isOnList, joinRecords, NO_RECORD, type PaperRecord } from './record';
import type { DeviceId } from './stamp';

/** The reading list as one machine knows it, in the form that joins with any other machine's. */
export interface Replica {
  readonly records: ReadonlyMap<PaperId, PaperRecord>;
  /** Where the machine's logical clock stands, in seconds. */
  readonly clock: number;
}

export const EMPTY_REPLICA: Replica = { records: new Map(), clock: 0 };

/** Seconds that a removal is remembered: what a machine that was away for longer still has comes back to the list. */
export const REMOVAL_KEPT_S = 180 * 86_400;

/** What two machines, or files of them, know together. Order and repetition make no difference. */
export function joinReplicas(a: Replica, b: Replica): Replica {
  const records = new Map(a.records);
  for (const [id, record] of b.records) {
    const mine = records.get(id);
    records.set(id, mine ? joinRecords(mine, record) : record);
  }
  return { records, clock: Math.max(a.clock, b.clock) };
}

/** A replica of records, with a clock that is behind none of them. */
export function replicaOf(records: ReadonlyMap<PaperId, PaperRecord>): Replica {
  const times = [...records.values()].map(changedAt);
  return { records, clock: times.reduce((latest, time) => Math.max(latest, time), 0) };
}

/** Without the removals that are old and of which no other machine speaks any more; `now` in seconds since the epoch. */
export function withoutOldRemovals(replica: Replica, others: Replica, now: number): Replica {
  const isKept = ([id, record]: readonly [PaperId, PaperRecord]) =>
    isOnList(record) ||
    changedAt(record) > now - REMOVAL_KEPT_S ||
    isOnList(others.records.get(id) ?? NO_RECORD);
  return { ...replica, records: new Map([...replica.records].filter(isKept)) };
}

/** Of what is kept on this machine. */
export const REPLICA_LAYOUT = 1;

/** A replica as it is kept on this machine; maps do not go through every door. */
export interface StoredReplica {
  readonly layout: typeof REPLICA_LAYOUT;
  readonly device: DeviceId;
  readonly clock: number;
  /** The last time of this machine's stamps that others may have read. */
  readonly publishedAt: number;
  readonly records: ReadonlyMap<PaperId, PaperRecord>;
}

/** What was stored; null where nothing was or it is none of ours, `newer` where a later Paperkin wrote it: only our own database ever holds one. */
export function storedReplica(stored: unknown): StoredReplica | 'newer' | null {
  if (typeof stored !== 'object' || stored === null || !('layout' in stored)) return null;
  if (Number(stored.layout) > REPLICA_LAYOUT) return 'newer';
  const isOurs =
    stored.layout === REPLICA_LAYOUT &&
    'records' in stored &&
    stored.records instanceof Map &&
    'clock' in stored &&
    typeof stored.clock === 'number' &&
    'publishedAt' in stored;
  if (!isOurs) return null;
  const kept = stored as unknown as StoredReplica;
  // What a release before versions kept has none.
  const records = [...kept.records].map(([id, record]) => [id, { ...NO_RECORD, ...record }] as const);
  return { ...kept, records: new Map(records) };
}
