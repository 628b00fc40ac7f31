import { describe, expect, it, vi } from 'vitest';
import { RECORDS } from '../../core/backups/records';
import type { BinnedEntry, ReadingListEntry } from '../../core/reading-list/entry';
import { entry, ok, refused } from '../../tests/popup/fake-ports';
import type { ListImportStore } from '../list/import/list-import-store';
import { agoText } from './ago';
import { BackupsStore } from './backups-store';
import type { BackupPorts } from './ports';

const NOW = 1_773_489_600_000;
const DAY = 86_400_000;

/** Ports over a bin and records in memory, every call watched. */
function world(changes: Partial<BackupPorts> = {}) {
  let records: Record<string, unknown> = { [RECORDS.changes]: { count: 60, firstAt: NOW } };
  let bin: readonly BinnedEntry[] = Array.from({ length: 1_200 }, (_, at) => ({
    entry: entry(`p${at}`),
    removedAt: at,
  }));
  const offer = vi.fn<BackupPorts['offer']>();
  const steps: string[] = [];
  const restore = vi.fn<BackupPorts['restore']>(async (entries: readonly ReadingListEntry[]) => {
    const ids = new Set(entries.map(({ paper }) => paper.id));
    bin = bin.filter((each) => !ids.has(each.entry.paper.id));
    return ok(entries);
  });
  const ports: BackupPorts = {
    backups: () => ok([]),
    file: () => ok(new Blob(['x'])),
    removeBackup: () => ok(null),
    backUpFirst: async () => void steps.push('back up'),
    records: async () => records,
    keepMoment: async (key, moment) => void (records = { ...records, [key]: moment }),
    list: () => ok([entry('a'), entry('b')]),
    bin: () => ok(bin),
    emptyBin: (ids) => {
      steps.push(`empty ${ids?.length ?? 'all'}`);
      bin = [];
      return ok(null);
    },
    restore,
    offer,
    now: () => NOW,
    madeBy: 'Paperkin',
    ...changes,
  };
  const imports = { offer: vi.fn<ListImportStore['offer']>(async () => undefined), isRunning: false };
  const store = new BackupsStore(ports, imports as unknown as ListImportStore);
  return { store, offer, steps, restore, imports, records: () => records };
}

describe('the section of backups', () => {
  it('reminds until the whole list is exported, as a file that can be read again', async () => {
    const { store, offer } = world();
    await store.load();
    expect([store.shouldRemind.value, store.changesSince.value, store.lastExport.value]).toEqual([
      true,
      60,
      null,
    ]);
    await store.exportNow('Reading list');
    const [name, file] = offer.mock.calls[0] ?? [];
    expect(name).toMatch(/^Reading list \d{4}-\d\d-\d\d\.paperkin-list$/);
    expect((await file?.text())?.split('\n')).toHaveLength(5);
    expect([store.shouldRemind.value, store.changesSince.value]).toEqual([false, 0]);
    expect(store.lastExport.value).toEqual({ changes: 60, at: NOW });
  });

  it('counts no export of a list that could not be read', async () => {
    const { store, offer } = world({ list: () => refused() });
    await store.load();
    await store.exportNow('x');
    expect([offer.mock.calls.length, store.trouble.value, store.lastExport.value]).toEqual([
      0,
      'backups_change_failed',
      null,
    ]);
  });

  it('sends the reminder away, and forgets no export by that', async () => {
    const { store } = world();
    await store.load();
    await store.dismiss();
    expect([store.shouldRemind.value, store.changesSince.value]).toEqual([false, 60]);
  });

  it('puts all back in parts, last removed first, and stops where one fails', async () => {
    const { store, restore } = world();
    await store.load();
    expect(store.bin.value?.[0]?.removedAt).toBe(1_199);
    await store.putBack(null);
    expect(restore.mock.calls.map(([entries]) => entries.length)).toEqual([500, 500, 200]);
    expect(store.bin.value).toEqual([]);
    const broken = world({ restore: () => refused() });
    await broken.store.load();
    await broken.store.putBack(new Set(['p1', 'p2']));
    expect([broken.store.trouble.value, broken.store.bin.value?.length]).toEqual([
      'backups_change_failed',
      1_200,
    ]);
  });

  it('backs up before it empties the bin, of what was shown alone', async () => {
    const { store, steps } = world();
    await store.load();
    await store.empty();
    expect(steps).toEqual(['back up', 'empty 1200']);
  });

  it('hands a backup to the preview of imports, and says when it is gone', async () => {
    const { store, imports } = world();
    await store.restore('2026-03-14.paperkin-list.gz');
    expect(imports.offer).toHaveBeenCalledWith(expect.any(Blob), '2026-03-14.paperkin-list.gz');
    const gone = world({ file: () => ok(null) });
    await gone.store.restore('x');
    expect([gone.imports.offer.mock.calls.length, gone.store.trouble.value]).toEqual([0, 'backups_gone']);
  });

  it('says why backups cannot be read', async () => {
    const { store } = world({ backups: () => refused(), bin: () => refused() });
    await store.load();
    expect([store.unread.value, store.isBinUnread.value, store.bin.value]).toEqual(['refused', true, null]);
  });
});

it.each([
  [0, 'today'],
  [-400, 'today'],
  [1, 'yesterday'],
  [6, '6 days ago'],
  [22, '3 weeks ago'],
  [45, 'last month'],
  [800, '2 years ago'],
])('%s days are told as “%s”', (days, expected) => {
  expect(agoText(NOW - days * DAY, NOW, 'en')).toBe(expected);
});
