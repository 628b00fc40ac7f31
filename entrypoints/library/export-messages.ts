import type { ExportOutcome, ExportProgress } from '../../core/import/export-outcome';

/** What the page asks of its export worker. */
export type ExportRequest =
  | {
      readonly kind: 'export';
      readonly corpusId: string;
      /** "Paperkin 0.1.0" */
      readonly madeBy: string;
      /** The file that the reader chose; null where the browser has no such choice, then the bytes come back. */
      readonly target: FileSystemFileHandle | null;
    }
  | { readonly kind: 'cancel' };

/** What the worker says. `file` is whole, and only there without a target. */
export type ExportReply =
  | { readonly kind: 'progress'; readonly progress: ExportProgress }
  | { readonly kind: 'outcome'; readonly outcome: ExportOutcome; readonly file: Blob | null };
