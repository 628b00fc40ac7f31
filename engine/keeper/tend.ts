import { dayOf, nameBefore, nameOfDay } from '../../core/backups/names';
import { backupDueIn, backupIn, changesIn, RECORDS, type BackupRecord } from '../../core/backups/records';
import { afterLook } from '../../core/reading-list/bin';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { factsOfBackup, packedBackup } from '../../store/backups/backup-file';
import { openBackupFolder, type BackupFolder, type DirectorySource } from '../../store/backups/backup-folder';
import { rotate } from '../../store/backups/kept-backups';
import type { BinChange } from '../../store/library-store';
import type { SettingsPort } from '../../store/settings';

/** What backups are kept with. */
export interface KeepPorts {
  /** For the records of `core/backups`. */
  readonly local: Pick<SettingsPort, 'get' | 'set'>;
  readonly storage: DirectorySource;
  /** "Paperkin 0.1.0" */
  readonly madeBy: string;
  /** Gets what went wrong where nobody waits for an answer. */
  readonly report: (error: unknown) => void;
}

/** One occasion to see to backups and to the bin. */
export interface Occasion {
  /** Entries that were changed just now; null at a start, when all is compared. */
  readonly changes: number | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly keep: KeepPorts;
  /** The whole list, or why it is not to be had: half of it would be a bad backup. */
  readonly entries: () => Promise<
    | { readonly ok: true; readonly entries: readonly ReadingListEntry[] }
    | { readonly ok: false; readonly message: string }
  >;
  readonly changeBin: (change: BinChange) => Promise<unknown>;
}

const ALL_RECORDS = [RECORDS.changes, RECORDS.backup];

/** One after another, in this script's life: records have no transactions. */
let lastNote: Promise<unknown> = Promise.resolve();
let lastTurn: Promise<unknown> = Promise.resolve();
let timer: ReturnType<typeof setTimeout> | null = null;

/** Notes changes at once, then makes the day's backup if it is time, and looks through the bin. Rejects when a record cannot be kept. */
export async function tend(occasion: Occasion): Promise<void> {
  const noting = lastNote.then(() => note(occasion));
  lastNote = noting.catch(() => null);
  await noting;
  const turn = lastTurn.then(() => takeTurn(occasion));
  lastTurn = turn.catch(() => null);
  await turn;
}

async function note({ changes, now, keep }: Occasion): Promise<void> {
  if (!changes) return;
  const { count, firstAt } = changesIn(await keep.local.get([RECORDS.changes]));
  await keep.local.set({ [RECORDS.changes]: { count: count + changes, firstAt: firstAt ?? now } });
}

async function takeTurn(occasion: Occasion): Promise<void> {
  const { changes, now, keep } = occasion;
  const records = await keep.local.get(ALL_RECORDS);
  const dueInMs = backupDueIn(records, now);
  if (changes !== null && dueInMs !== 0) {
    if (dueInMs !== null) later(occasion, dueInMs);
    return;
  }
  // A bin that cannot be looked through is no reason to go without a backup.
  await occasion.changeBin((all) => all.flatMap((binned) => afterLook(binned, now) ?? [])).catch(keep.report);
  const before = backupIn(records);
  const record = await backUp(occasion, { ...before, trouble: null }).then(
    (made) => ({ ...made, changes: changesIn(records).count }),
    (error: unknown) => ({
      ...before,
      triedAt: now,
      trouble: error instanceof Error ? error.message : String(error),
    }),
  );
  await keep.local.set({ [RECORDS.backup]: record });
}

/** The worker may be gone by then; the next one looks for itself. */
function later(occasion: Occasion, delayMs: number): void {
  timer ??= setTimeout(() => {
    timer = null;
    void tend({ ...occasion, changes: 0, now: occasion.now + delayMs }).catch(occasion.keep.report);
  }, delayMs);
}

/** The record as it is afterwards. Where nothing had to be written, the next change need not wait for it. */
async function backUp({ entries, keep, now }: Occasion, record: BackupRecord): Promise<BackupRecord> {
  const list = await entries();
  if (!list.ok) throw new Error(list.message);
  // A list that is empty has nothing to keep, and may be one that was lost.
  if (list.entries.length === 0) return record;
  const folder = openBackupFolder(keep.storage);
  const names = await folder.names();
  const { file, digest } = await packedBackup(list.entries, { madeBy: keep.madeBy, madeAt: now });
  if (digest === record.digest && record.name !== null && names.includes(record.name)) return record;
  const name = nameOfDay(now);
  await putAside(folder, { name, entries: list.entries.length, now });
  await folder.write(name, file);
  if (!names.includes(name)) await rotate(folder, dayOf(now));
  return { ...record, triedAt: now, name, digest };
}

/** The day's backup gives its place to no list of less than half: that may be one that was lost in part. */
async function putAside(
  folder: BackupFolder,
  { name, entries, now }: { readonly name: string; readonly entries: number; readonly now: number },
): Promise<void> {
  const old = await folder.read(name);
  const facts = old && (await factsOfBackup(old));
  if (old && facts && facts.entries > 2 * entries) await folder.write(nameBefore(now), old);
}
