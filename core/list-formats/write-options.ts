import type { PaperId } from '../paper';
import type { ReadingStatus } from '../reading-list/entry';

/** What a file is written with beside the papers. */
export interface WriteOptions {
  /** Of the whole list, by `citationKeys`. */
  readonly keys: ReadonlyMap<PaperId, string>;
  /** "Paperkin 0.1.0" */
  readonly madeBy: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  /** In the reader's language, for files that are read as they are. */
  readonly words: ListWords;
}

/** Words that stand in a file for people. */
export interface ListWords {
  /** Of the interface, as a language tag: "en", "zh-CN". */
  readonly language: string;
  /** "Reading list" */
  readonly title: string;
  readonly statuses: Readonly<Record<ReadingStatus, string>>;
  readonly starred: string;
  readonly abstract: string;
}
