import type { SealTrouble } from './sealed';

/** A file of a corpus that cannot be used. `missing`: it is not there though it should be. */
export interface Damage {
  /** Which part it belongs to, as its builder is named; `papers` for the blocks and `manifest` for the manifest. */
  readonly part: string;
  readonly file: string;
  readonly reason: SealTrouble | 'missing';
}

/** Takes note of damage. The reader that found it goes on without the file. */
export type ReportDamage = (damage: Damage) => void;
