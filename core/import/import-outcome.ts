import type { SourceTrouble } from '../formats/inflate';
import type { ImportProgress } from './import-progress';
import type { UnusableSource } from './inspect';

/** How an import came out, in plain data that crosses from a worker to its page. */
export type ImportOutcome =
  | {
      readonly kind: 'done';
      readonly corpusId: string;
      readonly name: string;
      readonly progress: ImportProgress;
      /** Why the file ended before its end, or what of it was not as it was made; null when nothing was wrong. */
      readonly trouble: SourceTrouble | null;
    }
  /** No paper came through; nothing was kept. */
  | { readonly kind: 'empty'; readonly progress: ImportProgress }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unusable'; readonly source: UnusableSource }
  /** Another tab is importing. */
  | { readonly kind: 'busy' }
  /** The database refused. What is done is kept: the same file, offered again, goes on. */
  | {
      readonly kind: 'stopped';
      readonly reason: 'refused' | 'newer' | 'full' | 'failed';
      readonly message: string;
    };
