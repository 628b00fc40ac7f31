import type { LookupKey } from '../core/match/keys';
import type { Paper, PaperId } from '../core/paper';
import type { TextIndex } from '../core/search/text-index';
import type { FiledCorpus } from './filed-corpus';

/** The corpus as it ships in `corpus.json`, made by `tools/build-corpus.ts`. */
export interface BundledCorpus {
  /** Of its content: equal papers, equal version. */
  readonly version: string;
  /** For people to read. */
  readonly name: string;
  readonly papers: readonly Paper[];
}

export const BUNDLED_CORPUS_ID = 'bundled';

/** Says that a corpus is there, whole. It is written last. */
export interface CorpusStamp {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly paperCount: number;
  /** Milliseconds since the epoch. */
  readonly importedAt: number;
}

/** Papers that can be made again from their source. Every function rejects with a `StorageError` if the database does. */
export interface CorpusStore {
  /** Null when the corpus is not there, or not whole. */
  stamp(corpusId: string): Promise<CorpusStamp | null>;
  /**
   * Puts a corpus in the place of the one with its id, in one go: readers see the old one or the new one. Writes
   * nothing where its version is already there. `importedAt` in milliseconds since the epoch.
   */
  replace(corpus: FiledCorpus, importedAt: number): Promise<CorpusStamp>;
  /** The papers filed under each key; keys without any are absent. */
  find(keys: readonly LookupKey[]): Promise<ReadonlyMap<LookupKey, readonly PaperId[]>>;
  /** Unknown ids are absent. */
  papers(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, Paper>>;
  /** Null when there is no corpus. */
  textIndex(): Promise<TextIndex | null>;
}
