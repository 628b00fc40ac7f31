import type { RepairState } from './corpus/repair-notes';

/** A corpus some of whose files were damaged, and what became of it. */
export interface CorpusRepair {
  readonly corpusId: string;
  /** For people to read. */
  readonly name: string;
  /** Of the part that is worst off. */
  readonly state: RepairState;
}

/** Where things are kept just now, and how they are, so that the interface can say so. */
export interface Health {
  /** `database`: on disk. `memory`: the database refused; the bundled corpus serves from memory. */
  readonly corpus: 'database' | 'memory';
  /** `database`: on disk. `session`: the database refused; entries live until the browser closes. */
  readonly library: 'database' | 'session';
  /** What the database said when it refused, for people to read; null when all is well. */
  readonly reason: string | null;
  /** Whether it refused because a newer Paperkin wrote it: the list where `library` is `session`, else the corpora. */
  readonly isNewer: boolean;
  readonly paperCount: number;
  /** Of the corpora of which a file was ever damaged. */
  readonly repairs: readonly CorpusRepair[];
}
