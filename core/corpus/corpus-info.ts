import type { CorpusCondition } from './repair-notes';

/** A corpus as the reader sees it. */
export interface CorpusInfo {
  readonly id: string;
  readonly name: string;
  /** Name of the file it was made from; null for the one that comes with Paperkin. */
  readonly file: string | null;
  /** Whether it is asked. */
  readonly enabled: boolean;
  readonly paperCount: number;
  /** What it takes on disk. */
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly importedAt: number;
  /** Records of its file that were kept as an error list. */
  readonly errors: number;
  /** How it is after damage, and since when; null when there was none. */
  readonly repair: CorpusCondition | null;
}

/** An import that was interrupted, or is at work in another tab. */
export interface UnfinishedImport {
  readonly corpusId: string;
  readonly name: string;
  readonly file: string;
  /** By which the same file is known when it is offered again. */
  readonly fingerprint: string;
  /** Papers that are in. */
  readonly papers: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** What there is: whole corpora, the bundled one first, and imports that are not. */
export interface CorpusOverview {
  readonly corpora: readonly CorpusInfo[];
  readonly unfinished: readonly UnfinishedImport[];
}
