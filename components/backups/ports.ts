import type { KeptBackup } from '../../core/backups/kept-backup';
import type { ListMoment } from '../../core/backups/records';
import type { PaperId } from '../../core/paper';
import type { BinnedEntry, ReadingListEntry } from '../../core/reading-list/entry';
import type { Answer } from '../popup/ports';

/** Everything the section of backups asks of the world. None of these reject. */
export interface BackupPorts {
  /** All of them, last made first. */
  readonly backups: () => Promise<Answer<readonly KeptBackup[]>>;
  /** Null where it is not there any more. */
  readonly file: (name: string) => Promise<Answer<Blob | null>>;
  readonly removeBackup: (name: string) => Promise<Answer<null>>;
  /** Keeps the list as it is, before something that could cost entries. */
  readonly backUpFirst: () => Promise<void>;
  /** The records of `core/backups/records` by their keys; empty where they cannot be read. */
  readonly records: () => Promise<Readonly<Record<string, unknown>>>;
  readonly keepMoment: (
    key: 'list-exported' | 'list-reminder-dismissed',
    moment: ListMoment,
  ) => Promise<void>;
  readonly list: () => Promise<Answer<readonly ReadingListEntry[]>>;
  readonly bin: () => Promise<Answer<readonly BinnedEntry[]>>;
  /** Null for all of them. */
  readonly emptyBin: (paperIds: readonly PaperId[] | null) => Promise<Answer<null>>;
  readonly restore: (entries: readonly ReadingListEntry[]) => Promise<Answer<readonly ReadingListEntry[]>>;
  /** Puts a file among the reader's downloads. */
  readonly offer: (fileName: string, file: Blob) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** "Paperkin 0.1.0" */
  readonly madeBy: string;
}
