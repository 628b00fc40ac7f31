import type { Paper } from '../paper';
import type { CorpusFolder } from './corpus-files';

/**
 * One index of a corpus (keys, title signatures, terms) while it is built, in bounded memory: papers are noted, what
 * has gathered is flushed as a sorted run, and at the end all runs are merged into the final files, shard by shard.
 */
export interface PartBuilder {
  /** Prefix of its files: `keys`. Runs are `keys/runs/000003…`, final files anything else below it. */
  readonly name: string;
  /** Ordinals number the papers of a corpus from 0 and come in order. */
  add(ordinal: number, paper: Paper): void;
  /** Roughly, of what has gathered since the last flush. */
  readonly bufferedBytes: number;
  /** What has gathered, as the files of one run; then starts anew. */
  flush(run: number): ReadonlyMap<string, Uint8Array>;
  /**
   * Merges runs 0 to `runs - 1` into the final files. Interrupted anywhere and called again it comes to the same end:
   * it reads runs and writes final files, and takes the runs away only when all is written.
   */
  merge(folder: CorpusFolder, runs: number): Promise<void>;
}
