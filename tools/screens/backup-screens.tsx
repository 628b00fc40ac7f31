import type { JSX } from 'preact';
import { BackupsSection } from '../../components/backups/backups-section';
import { BackupsStore } from '../../components/backups/backups-store';
import type { BackupPorts } from '../../components/backups/ports';
import { Reminder } from '../../components/backups/reminder';
import { ListStore } from '../../components/list/list-store';
import type { KeptBackup } from '../../core/backups/kept-backup';
import { RECORDS } from '../../core/backups/records';
import type { BinnedEntry } from '../../core/reading-list/entry';
import { sampleListFiles } from '../../tests/samples/list-files';
import { entryOf, odd, papers } from './fixtures';
import { addingTo, LIST_PORTS } from './list-screens';

const DAY_MS = 86_400_000;
/** 14 March 2026, noon UTC. */
const THEN = 1_773_489_600_000;

const kept = (day: string, entries: number | null, isBefore = false): KeptBackup => ({
  name: `${day}.paperkin-list.gz`,
  day,
  isBefore,
  bytes: 1_200 * (entries ?? 40),
  facts: entries === null ? null : { entries, madeAt: Date.parse(`${day}T10:12:00Z`) },
});
const BACKUPS = [
  kept('2026-03-14', 412),
  kept('2026-03-14', 409, true),
  kept('2026-03-13', 405),
  kept('2026-03-10', null),
  kept('2026-03-08', 398),
];
const BIN: readonly BinnedEntry[] = [...papers.slice(0, 3), ...Object.values(odd)].map((paper, at) => ({
  entry: entryOf(paper, 'to-read', at),
  removedAt: THEN - at * 6 * DAY_MS,
}));

const PORTS: BackupPorts = {
  backups: async () => ({ ok: true, value: BACKUPS }),
  file: async () => ({ ok: true, value: null }),
  removeBackup: async () => ({ ok: true, value: null }),
  backUpFirst: async () => {},
  records: async () => ({
    [RECORDS.changes]: { count: 63, firstAt: 0 },
    [RECORDS.exported]: { changes: 12, at: THEN - 22 * DAY_MS },
  }),
  keepMoment: async () => {},
  list: async () => ({ ok: true, value: [] }),
  bin: async () => ({ ok: true, value: BIN }),
  emptyBin: async () => ({ ok: true, value: null }),
  restore: async (value) => ({ ok: true, value }),
  offer: () => {},
  now: () => THEN,
  madeBy: 'Paperkin',
};

/** What keeps the list, over ports that remember nothing. */
export function backupsOver(changes: Partial<BackupPorts> = {}): BackupsStore {
  const list = new ListStore(LIST_PORTS, sampleListFiles(THEN), 'en');
  return new BackupsStore({ ...PORTS, ...changes }, addingTo(list).imports);
}

function screen(
  changes: Partial<BackupPorts> = {},
  script: (backups: BackupsStore) => unknown = () => {},
): () => JSX.Element {
  return () => {
    const backups = backupsOver(changes);
    void backups.load().then(() => script(backups));
    return (
      <div class="pk-base pk-library" data-section="backups">
        <main>
          <BackupsSection backups={backups} />
        </main>
      </div>
    );
  };
}

/** Every state of the section of backups, by name. */
export const backupScreens: Readonly<Record<string, () => JSX.Element>> = {
  'library-backups': screen({}, (backups) => backups.pick(papers[1]?.id ?? '')),
  'library-backups-none': screen({
    backups: async () => ({ ok: true, value: [] }),
    bin: async () => ({ ok: true, value: [] }),
    records: async () => ({}),
  }),
  'library-backups-failed': screen({
    records: async () => ({
      [RECORDS.backup]: { changes: 3, triedAt: THEN, trouble: 'QuotaExceededError: The disk is full.' },
    }),
    bin: async () => ({ ok: false, error: { code: 'storage', message: 'held open' } }),
  }),
  'library-backups-empty-bin': screen({}, (backups) => (backups.isAsking.value = true)),
  'library-reminder': () => {
    const backups = backupsOver();
    void backups.load();
    return (
      <div class="pk-base pk-library">
        <main>
          <Reminder backups={backups} />
        </main>
      </div>
    );
  },
};
