import type { Damage } from '../core/corpus/damage';
import type { TitleFound, TitleInText } from '../core/corpus/titles-of-corpus';
import type { LookupKey } from '../core/match/keys';
import type { Paper, PaperId } from '../core/paper';
import type { RankedKin } from '../core/kin/find-kin';
import type { RankedPaper } from '../core/search/search';

/** The corpus as it ships in `corpus.json`, made by `tools/build-corpus.ts`. */
export interface BundledCorpus {
  /** Of its content: equal papers, equal version. */
  readonly version: string;
  /** For people to read. */
  readonly name: string;
  readonly papers: readonly Paper[];
}

export const BUNDLED_CORPUS_ID = 'bundled';

/** Says that a corpus is there, whole, and which of its generations is the one to read. */
export interface CorpusStamp {
  readonly id: string;
  /** For people to read; they may change it. */
  readonly name: string;
  /** Where it comes from, for people to read: the name of a file, or `bundled`. */
  readonly source: string;
  readonly version: string;
  /** Its files stand under this number; another import of the corpus has a higher one. */
  readonly generation: number;
  /** Whether it is asked. */
  readonly enabled: boolean;
  readonly paperCount: number;
  /** What its files take. */
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly importedAt: number;
}

/** A corpus with its papers, small enough to be held in memory. */
export interface CorpusContent extends BundledCorpus {
  readonly id: string;
  readonly source: string;
}

/** A file of a corpus that cannot be used. */
export interface CorpusDamage extends Damage {
  readonly corpusId: string;
}

/**
 * All corpora that are switched on, asked as one: where several know a paper it is told as the first of them tells it
 * (the bundled one, then the newest). Every function rejects with a `StorageError` if the database does.
 */
export interface CorpusStore {
  /** Null when the corpus is not there, or not whole. */
  stamp(corpusId: string): Promise<CorpusStamp | null>;
  /** Of all corpora, the switched-off ones too: the bundled one first, then the newest. */
  stamps(): Promise<readonly CorpusStamp[]>;
  /**
   * Puts a corpus in the place of the one with its id, in one go: readers see the old one or the new one. Writes
   * nothing where its version is already there. `importedAt` in milliseconds since the epoch.
   */
  replace(corpus: CorpusContent, importedAt: number): Promise<CorpusStamp>;
  /** The papers filed under each key; keys without any are absent. */
  find(keys: readonly LookupKey[]): Promise<ReadonlyMap<LookupKey, readonly Paper[]>>;
  /** The papers that each title names though it is cut off or a few letters differ; titles without any are absent. */
  noisyTitles(titles: readonly string[]): Promise<ReadonlyMap<string, readonly TitleFound[]>>;
  /** The titles that stand in a running text letter by letter, in its order; of those that overlap the longest. */
  titlesInText(text: string): Promise<readonly TitleInText[]>;
  /** Unknown ids are absent. */
  papers(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, Paper>>;
  /** For each corpus its papers that fit the words of the query, best first, at most `limit`. */
  search(query: string, limit: number): Promise<readonly (readonly RankedPaper[])[]>;
  /** For each corpus its papers nearest to a paper, which need not be in it, nearest first, at most `limit`. */
  kin(
    paper: Pick<Paper, 'id' | 'title' | 'abstract'>,
    limit: number,
  ): Promise<readonly (readonly RankedKin[])[]>;
  /** What could not be read since the store was opened and is not repaired. */
  damages(): readonly CorpusDamage[];
  /**
   * Makes what is damaged anew: indexes from the papers; the bundled corpus, if its papers are damaged, is taken away,
   * so that it is imported again.
   */
  repair(): Promise<void>;
}
