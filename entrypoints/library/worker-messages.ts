import type { FoundFile, ImportPlan } from '../../core/import/found-file';
import type { ImportOutcome } from '../../core/import/import-outcome';
import type { ImportProgress } from '../../core/import/import-progress';
import type { UnusableSource } from '../../core/import/inspect';

/** What the page asks of its import worker. */
export type WorkerRequest =
  | { readonly kind: 'inspect'; readonly file: File }
  | { readonly kind: 'import'; readonly file: File; readonly plan: ImportPlan }
  | { readonly kind: 'pause' }
  | { readonly kind: 'go-on' }
  | { readonly kind: 'cancel' };

/** What the worker says. `defect` is a mistake of ours. */
export type WorkerReply =
  | { readonly kind: 'found'; readonly found: FoundFile | UnusableSource }
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'outcome'; readonly outcome: ImportOutcome }
  | { readonly kind: 'defect'; readonly message: string };
