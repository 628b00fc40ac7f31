import type { CorpusShelf } from '../store/corpus-shelf';
import type { BundledCorpus, CorpusStore } from '../store/corpus-store';
import type { DenialStore } from '../store/denials';
import type { LibraryStore } from '../store/library-store';

/** What the engine needs of the world. */
export interface EnginePorts {
  readonly corpus: CorpusStore;
  /** Manages what `corpus` reads. */
  readonly shelf: CorpusShelf;
  readonly library: LibraryStore;
  /** Takes what `library` refuses. */
  readonly session: LibraryStore;
  readonly denials: DenialStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The version that the corpus on disk must have; known without reading the corpus. */
  readonly bundledVersion: string;
  readonly loadBundled: () => Promise<BundledCorpus>;
  /** Whether an import is at work in any tab. */
  readonly isImportRunning: () => Promise<boolean>;
  /** Called when other papers are known than before. */
  readonly onCorporaChanged: () => void;
  /** Called after every change of the reading list. */
  readonly onListChanged: () => void;
}
