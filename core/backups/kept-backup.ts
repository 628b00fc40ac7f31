import type { BackupName } from './names';

/** What a sound backup says of itself. */
export interface BackupFacts {
  readonly entries: number;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
}

/** A backup in the folder. */
export interface KeptBackup extends BackupName {
  readonly bytes: number;
  /** Null where it is damaged. */
  readonly facts: BackupFacts | null;
}
