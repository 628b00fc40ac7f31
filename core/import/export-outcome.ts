/** How far an export has come. */
export interface ExportProgress {
  /** Papers that are written. */
  readonly papers: number;
  readonly papersTotal: number;
}

/** How an export came out, in plain data that crosses from a worker to its page. */
export type ExportOutcome =
  | {
      readonly kind: 'done';
      /** Papers of the corpus that could not be read and are not in the file. */
      readonly missing: number;
    }
  | { readonly kind: 'cancelled' }
  /** An import is at work. */
  | { readonly kind: 'busy' }
  /** The corpus was removed meanwhile. */
  | { readonly kind: 'gone' }
  /** The disk or the database refused; no file is left behind. `message` is the browser's. */
  | { readonly kind: 'stopped'; readonly reason: 'full' | 'failed'; readonly message: string };
