/** How far an import has come. Counts are of the whole import, also of what was done before it was interrupted. */
export interface ImportProgress {
  /** `reading`: papers are taken in. `indexing`: all are in, and made findable. */
  readonly phase: 'reading' | 'indexing';
  /** Papers that are in. */
  readonly papers: number;
  /** Papers that came twice; the first stays. */
  readonly duplicates: number;
  /** Papers that the filter kept out. */
  readonly filtered: number;
  /** Records that are no papers. */
  readonly bad: number;
  /** Of the file as it lies on the disk. */
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** Papers each second; null until it can be told. */
  readonly papersPerSecond: number | null;
  /** How much of making them findable is done, 0 to 1. */
  readonly indexed: number;
  /** Of the phase; null until it can be told. */
  readonly secondsLeft: number | null;
}
