import { browser } from 'wxt/browser';
import type { BackupPorts } from '../../components/backups/ports';
import type { Answer } from '../../components/popup/ports';
import { RECORDS } from '../../core/backups/records';
import { call } from '../../messaging/client';
import { openBackupFolder } from '../../store/backups/backup-folder';
import { backUpBefore, keptBackups } from '../../store/backups/kept-backups';
import { offerDownload } from './offer-download';

/** The page's own way to the files of backups, and the background's to the bin. */
export function connectBackups(madeBy: string): BackupPorts {
  const folder = openBackupFolder(navigator.storage);
  const { local } = browser.storage;
  return {
    backups: () => answered(keptBackups(folder)),
    file: (name) => answered(folder.read(name)),
    removeBackup: (name) => answered(folder.remove(name).then(() => null)),
    backUpFirst: async () => {
      const all = await allEntries();
      const made = all.ok
        ? await answered(backUpBefore(folder, all.value, { madeBy, now: Date.now() }))
        : all;
      // The keeper meets the same trouble after the change; the section tells of it then.
      if (!made.ok) reportError(new Error(`No backup was made first: ${made.error.message}`));
    },
    records: () => local.get(Object.values(RECORDS)).catch(() => ({})),
    keepMoment: (key, moment) => local.set({ [key]: moment }).catch(() => undefined),
    list: allEntries,
    bin: () => call('bin/all', {}),
    emptyBin: (paperIds) => call('bin/empty', { paperIds }),
    restore: (entries) => call('list/restore', { entries }),
    offer: offerDownload,
    now: Date.now,
    madeBy,
  };
}

const allEntries = () => call('list/all', {});

async function answered<T>(work: Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return {
      ok: false,
      error: { code: 'storage', message: error instanceof Error ? error.message : String(error) },
    };
  }
}
