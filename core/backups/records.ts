/** What is remembered about backups, in small records, each with one writer. */

/** Of the changes of the list; the background writes it. */
export interface ListChanges {
  /** Entries that were changed, ever. */
  readonly count: number;
  /** Milliseconds since the epoch of the first of them; null before it. */
  readonly firstAt: number | null;
}

/** Of the last automatic backup, or try of one; the keeper writes it. */
export interface BackupRecord {
  /** `ListChanges.count` that the last one covers. */
  readonly changes: number;
  /** Milliseconds since the epoch; null for never. */
  readonly triedAt: number | null;
  /** Of the file that has the list as it was then; null where there was nothing to keep. */
  readonly name: string | null;
  /** Of what is in that file. */
  readonly digest: number;
  /** Why the last try failed, in the browser's words; null when it did not. */
  readonly trouble: string | null;
}

/** A moment in the life of the list; the library page writes it: of an export of the whole list, or of a reminder sent away. */
export interface ListMoment {
  readonly changes: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The keys of the records. */
export const RECORDS = {
  changes: 'list-changes',
  backup: 'list-backup',
  exported: 'list-exported',
  dismissed: 'list-reminder-dismissed',
} as const;

/** Between two backups of one day. */
export const BACKUP_INTERVAL_MS = 600_000;
const REMIND_CHANGES = 50;
const REMIND_MS = 30 * 86_400_000;

/** What says that changes are in no backup yet, unless both counts are the same: for one who must know nothing else. */
export type BackupMarks = readonly [Partial<ListChanges> | undefined, Partial<BackupRecord> | undefined];

type Kept = Readonly<Record<string, unknown>>;

export function changesIn(kept: Kept): ListChanges {
  const { count, firstAt } = fieldsOf(kept[RECORDS.changes]);
  return { count: numberIn(count) ?? 0, firstAt: numberIn(firstAt) };
}

export function backupIn(kept: Kept): BackupRecord {
  const { changes, triedAt, name, digest, trouble } = fieldsOf(kept[RECORDS.backup]);
  return {
    changes: numberIn(changes) ?? 0,
    triedAt: numberIn(triedAt),
    name: typeof name === 'string' ? name : null,
    digest: numberIn(digest) ?? 0,
    trouble: typeof trouble === 'string' ? trouble : null,
  };
}

/** Null for a moment that never was. */
export function momentIn(kept: Kept, key: string): ListMoment | null {
  const { changes, at } = fieldsOf(kept[key]);
  const [count, time] = [numberIn(changes), numberIn(at)];
  return count === null || time === null ? null : { changes: count, at: time };
}

/** Milliseconds until the list is to be backed up: 0 for now, null where the last backup has all. A clock set back delays nothing. */
export function backupDueIn(kept: Kept, now: number): number | null {
  const { changes, triedAt } = backupIn(kept);
  if (changesIn(kept).count === changes) return null;
  const age = triedAt === null ? BACKUP_INTERVAL_MS : now - triedAt;
  return age < 0 ? 0 : Math.max(0, BACKUP_INTERVAL_MS - age);
}

/**
 * Whether the reader should be reminded to take the list out as a file: after 50 changes or 30 days since the last time, or
 * since the reminder was sent away.
 */
export function shouldRemind(kept: Kept, now: number): boolean {
  const { count, firstAt } = changesIn(kept);
  const moments = [momentIn(kept, RECORDS.exported), momentIn(kept, RECORDS.dismissed)].flatMap(
    (moment) => moment ?? [],
  );
  const changes = Math.max(0, ...moments.map((moment) => moment.changes));
  const since = moments.length === 0 ? (firstAt ?? now) : Math.max(...moments.map(({ at }) => at));
  return count > changes && (count - changes >= REMIND_CHANGES || now - since >= REMIND_MS);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
