import type { FilesInMemory } from '../core/corpus/corpus-files';
import type { Damage } from '../core/corpus/damage';
import type { FoundInCorpus, FoundKin } from '../core/corpus/terms-of-corpus';
import type { TitleFound, TitleInText } from '../core/corpus/titles-of-corpus';
import type { ToldPaper } from '../core/corpus/told-paper';
import type { LookupKey } from '../core/match/keys';
import type { Paper, PaperBrief, PaperId } from '../core/paper';
import type { KinQuery } from '../core/terms/kin-terms';
import type { KinWish } from '../core/terms/terms-index';

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

/** A corpus as files that are not yet anywhere; small enough to be held in memory. */
export interface FiledCorpus {
  readonly files: FilesInMemory;
  /** All of its stamp but what the place decides. */
  readonly facts: Omit<CorpusStamp, 'generation' | 'importedAt' | 'enabled'>;
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
   * nothing where its version is already there, unless that is `damaged`. `importedAt` in milliseconds since the epoch.
   */
  replace(corpus: FiledCorpus, importedAt: number, damaged?: CorpusStamp): Promise<CorpusStamp>;
  /** The papers filed under each key; keys without any are absent. */
  find(keys: readonly LookupKey[]): Promise<ReadonlyMap<LookupKey, readonly PaperBrief[]>>;
  /** The papers that each title names though it is cut off or a few letters differ; titles without any are absent. */
  noisyTitles(titles: readonly string[]): Promise<ReadonlyMap<string, readonly TitleFound[]>>;
  /** Unknown ids are absent. */
  papers(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, Paper>>;
  /** A paper as all corpora tell it together, and which of them told what; null when none knows it. */
  tell(id: PaperId): Promise<ToldPaper | null>;
  /**
   * Titles that stand in a text as whole words, in its order, with the papers of that title; of titles that overlap the
   * longest.
   */
  titlesInText(text: string): Promise<readonly TitleInText[]>;
  /** For each corpus its papers that fit a query as `readSearchQuery` reads it, best first. */
  search(query: string, wish: KinWish): Promise<readonly (readonly FoundInCorpus[])[]>;
  /** For each corpus its papers nearest to a paper, which need not be in it, nearest first. */
  kin(paper: KinQuery, wish: KinWish): Promise<readonly (readonly FoundKin[])[]>;
  /** The same among papers of elsewhere, weighed by the largest corpus; without any corpus none. */
  kinAmong(paper: KinQuery, others: readonly Paper[], wish: KinWish): Promise<readonly FoundKin[]>;
  /** What could not be read since the store was opened, or since `forget`. */
  damages(): readonly CorpusDamage[];
  /** Opens everything anew at the next question: files have been made good. */
  forget(): void;
}
