import { gunzipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { backupIn, BACKUP_INTERVAL_MS, changesIn, RECORDS } from '../../core/backups/records';
import { readListFile } from '../../core/list-formats/list-imports';
import { freshEntry, type BinnedEntry, type ReadingListEntry } from '../../core/reading-list/entry';
import { openBackupFolder } from '../../store/backups/backup-folder';
import { backUpBefore, keptBackups } from '../../store/backups/kept-backups';
import { sampleDirectory, type SampleDirectory } from '../../tests/samples/directory';
import { samplePaper } from '../../tests/samples/papers';
import { sampleKeep } from '../../tests/samples/worker';
import type { KeepPorts, tend as Tend } from './tend';

const DAY = 86_400_000;
/** Noon, so that no zone makes two days of what is one. */
const NOON = new Date(2026, 5, 1, 12).getTime();
const TODAY = '2026-06-01.paperkin-list.gz';
const entry = (arxiv: string): ReadingListEntry => freshEntry(samplePaper({ arxiv }), 5, null);
const FEW = ['2401.00001', '2401.00002', '2401.00003'].map(entry);

let directory: SampleDirectory;
let keep: KeepPorts;
let list: readonly ReadingListEntry[];
let bin: readonly BinnedEntry[];
let tend: typeof Tend;

beforeEach(async () => {
  // A worker of its own for each test: one that was killed in the middle never ends its turn.
  vi.resetModules();
  ({ tend } = await import('./tend'));
  directory = sampleDirectory();
  keep = { ...sampleKeep(), storage: directory.storage };
  list = FEW;
  bin = [];
});

/** What a worker does after so many changes; null at a start. */
const after = (changes: number | null, now = NOON) =>
  tend({
    changes,
    now,
    keep,
    entries: async () => ({ ok: true, entries: list }),
    changeBin: async (change) => (bin = change(bin)),
  });
const record = async () => backupIn(await keep.local.get([RECORDS.backup]));
const folder = () => openBackupFolder(directory.storage);
const entriesIn = async (name: string) => {
  const file = await readListFile(directory.files.get(name) ?? new Blob(), name);
  return file.ok ? file.records.flatMap((one) => (one.ok ? one.paper.id : 'bad')) : file.kind;
};
const ids = (of: readonly ReadingListEntry[]) => of.map(({ paper }) => paper.id);

describe('the backup of a day', () => {
  it('is there after a change, whole, and says when it was made', async () => {
    await after(1);
    expect([...directory.files.keys()]).toEqual([TODAY]);
    expect(await entriesIn(TODAY)).toEqual(ids(FEW));
    expect(await keptBackups(folder())).toMatchObject([
      { name: TODAY, day: '2026-06-01', isBefore: false, facts: { entries: 3, madeAt: NOON } },
    ]);
    expect(await record()).toMatchObject({ changes: 1, name: TODAY, trouble: null });
  });

  it('is written anew after the interval, also by a worker that did not see the change', async () => {
    await after(1);
    list = [...FEW, entry('2401.00004')];
    await after(2, NOON + 1_000);
    expect(await entriesIn(TODAY)).toHaveLength(3);
    // Killed here. The next one finds that there is more than the backup has.
    await after(0, NOON + BACKUP_INTERVAL_MS);
    expect(await entriesIn(TODAY)).toEqual(ids(list));
    expect(changesIn(await keep.local.get([RECORDS.changes])).count).toBe(3);
  });

  it('is made at a start where a mark was lost, and only then', async () => {
    await after(1);
    await after(null, NOON + DAY);
    expect([...directory.files.keys()]).toEqual([TODAY]);
    list = FEW.slice(1);
    await after(null, NOON + DAY);
    expect(await entriesIn('2026-06-02.paperkin-list.gz')).toEqual(ids(list));
  });

  it('does not wait after a start that found nothing to keep', async () => {
    list = [];
    await after(null);
    list = FEW;
    await after(1, NOON + 1_000);
    expect(await entriesIn(TODAY)).toHaveLength(3);
  });

  it('counts every change, however they cross', async () => {
    await Promise.all(Array.from({ length: 20 }, () => after(2)));
    expect(changesIn(await keep.local.get([RECORDS.changes])).count).toBe(40);
  });

  it('keeps what it had when it is killed in the middle', async () => {
    await after(1);
    const [before] = [...directory.files.values()];
    list = [entry('2401.00009'), ...FEW];
    directory.faults.diesBeforeMove = true;
    void after(1, NOON + BACKUP_INTERVAL_MS);
    await expect.poll(() => directory.files.has(`${TODAY}.undone`)).toBe(true);
    expect(directory.files.get(TODAY)).toBe(before);
    expect(await keptBackups(folder())).toHaveLength(1);
  });

  it('is not made of a list that is not to be had whole, and says why', async () => {
    await tend({
      changes: 1,
      now: NOON,
      keep,
      entries: async () => ({ ok: false, message: 'held open' }),
      changeBin: async () => [],
    });
    expect(directory.files.size).toBe(0);
    expect(await record()).toMatchObject({ changes: 0, trouble: 'held open' });
  });

  it('tells of a disk that is full, keeps the old one, and tries again', async () => {
    await after(1);
    list = FEW.slice(1);
    directory.faults.onWrite = new DOMException('no room', 'QuotaExceededError');
    await after(1, NOON + BACKUP_INTERVAL_MS);
    expect(await record()).toMatchObject({ trouble: 'QuotaExceededError: no room', changes: 1 });
    expect(await entriesIn(TODAY)).toHaveLength(3);
    directory.faults.onWrite = null;
    await after(0, NOON + 2 * BACKUP_INTERVAL_MS);
    expect(await record()).toMatchObject({ trouble: null, changes: 2 });
    expect(await entriesIn(TODAY)).toHaveLength(2);
    expect([...directory.files.keys()]).toEqual([TODAY]);
  });

  it('is not taken by an empty list, and set aside for one of less than half', async () => {
    await after(1);
    list = [];
    await after(3, NOON + BACKUP_INTERVAL_MS);
    expect(await entriesIn(TODAY)).toHaveLength(3);
    list = FEW.slice(2);
    await after(1, NOON + 2 * BACKUP_INTERVAL_MS);
    expect(await entriesIn(TODAY)).toHaveLength(1);
    expect(await entriesIn('2026-06-01-before-122000.paperkin-list.gz')).toHaveLength(3);
  });

  it('holds long lists in the order they have', async () => {
    list = Array.from({ length: 450 }, (_, at) => entry(`2401.${10_000 + at}`));
    await after(1);
    const lines = new TextDecoder().decode(
      gunzipSync(new Uint8Array((await directory.files.get(TODAY)?.arrayBuffer()) ?? new ArrayBuffer(0))),
    );
    expect(lines.trimEnd().split('\n')).toHaveLength(452);
    expect(await entriesIn(TODAY)).toEqual(ids(list));
  });
});

describe('backups', () => {
  it('are rotated when a day is new', async () => {
    for (let day = 0; day < 20; day++) {
      list = [...FEW, entry(`2402.${10_000 + day}`)];
      await after(1, NOON + day * DAY);
    }
    expect((await keptBackups(folder())).map(({ day }) => day)).toEqual(
      [20, 19, 18, 17, 16, 15, 14, '07'].map((day) => `2026-06-${day}`),
    );
  });

  it('that are damaged are shown as that, stay, and take no place', async () => {
    await after(1);
    const file = directory.files.get(TODAY) ?? new Blob();
    const cut = file.slice(0, file.size - 5);
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x55;
    directory.files.set('2026-05-30.paperkin-list.gz', cut);
    directory.files.set('2026-05-31.paperkin-list.gz', new Blob([bytes]));
    expect((await keptBackups(folder())).map(({ facts }) => facts?.entries ?? 'damaged')).toEqual([
      3,
      'damaged',
      'damaged',
    ]);
    for (let day = 1; day < 7; day++) {
      list = [...FEW, entry(`2402.${10_000 + day}`)];
      await after(1, NOON + day * DAY);
    }
    expect(directory.files.size).toBe(9);
  });

  it('before something are kept beside that of the day', async () => {
    await after(1);
    await backUpBefore(folder(), FEW.slice(1), { madeBy: 'Paperkin', now: NOON });
    await backUpBefore(folder(), [], { madeBy: 'Paperkin', now: NOON + 1_000 });
    expect((await keptBackups(folder())).map(({ name, facts }) => [name, facts?.entries])).toEqual([
      [TODAY, 3],
      ['2026-06-01-before-120000.paperkin-list.gz', 2],
    ]);
  });
});

describe('the bin', () => {
  it('is looked through: what is over goes at the second look', async () => {
    const [one, two] = FEW.map((of, at) => ({ entry: of, removedAt: NOON - at * 40 * DAY }));
    if (!one || !two) throw new Error('too few');
    bin = [one, two];
    await after(1);
    expect(bin).toEqual([one, { ...two, dueSince: NOON }]);
    await after(1, NOON + 8 * DAY);
    expect(bin).toEqual([one]);
  });

  it('keeps no backup from being made when it fails', async () => {
    await tend({
      changes: 1,
      now: NOON,
      keep,
      entries: async () => ({ ok: true, entries: list }),
      changeBin: () => Promise.reject(new Error('held open')),
    });
    expect(directory.files.size).toBe(1);
  });
});
