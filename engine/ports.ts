import type { SharedTermsOf } from '../core/kin/shared-terms';
import type { Summarise } from '../core/summary/summary';
import type { CorpusShelf } from '../store/corpus-shelf';
import type { CorpusStore } from '../store/corpus-store';
import type { DenialStore } from '../store/denials';
import type { LibraryStore } from '../store/library-store';
import type { RepairLog } from '../store/repair-notes';
import type { Keeper } from './keeper/keeper';
import type { KeepPorts } from './keeper/tend';
import type { Sync } from './sync/sync';
import type { SyncWorld } from './sync/sync-world';
import type { Visited } from './visited/visited';

/** What the engine needs of the world. */
export interface EnginePorts {
  readonly corpus: CorpusStore;
  /** Manages what `corpus` reads. */
  readonly shelf: CorpusShelf;
  /** What was damaged in `corpus`, and what became of it. */
  readonly repairs: RepairLog;
  readonly library: LibraryStore;
  /** Takes what `library` refuses. */
  readonly session: LibraryStore;
  readonly denials: DenialStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The version that the corpus on disk must have; known without reading the corpus. */
  readonly bundledVersion: string;
  /** The bundled corpus as it ships: see `openBundle`. */
  readonly loadBundled: () => Promise<Uint8Array>;
  /** The word vectors as they ship: see `openWordVectors`. */
  readonly loadWordVectors: () => Promise<Uint8Array>;
  /** What own pages do to the list, which is not read before they do. */
  readonly loadKeeper: () => Promise<Keeper>;
  /** What the keeper keeps backups with. */
  readonly keep: KeepPorts;
  /** What exchanges the list with other machines, which is not read before it is asked for. */
  readonly loadSync: () => Promise<Sync>;
  /** What that needs beside the list and the corpora. */
  readonly sync: Pick<SyncWorld, 'store' | 'area' | 'setOn' | 'chance'>;
  /** What keeps papers that pages show, which is not read before one is. */
  readonly loadVisited: () => Promise<Visited>;
  /** What makes summaries, which is not read before the first card. */
  readonly loadSummariser: () => Promise<Summarise>;
  /** What tells what kin share, which is not read before the first card. */
  readonly loadSharedTerms: () => Promise<SharedTermsOf>;
  /**
   * Has what the notes say made good, and the corpus of visited papers made anew, outside the background, which may end any time and
   * has none of the code for it. May be called again while that goes on; the end is told by `corpora/changed`.
   */
  readonly requestRepair: () => void;
  /** Whether an import or a repair is at work anywhere. */
  readonly isImportRunning: () => Promise<boolean>;
  /** Called when other papers are known than before. */
  readonly onCorporaChanged: () => void;
  /** Called after every change of which papers the reading list holds, or of their statuses. */
  readonly onListChanged: () => void;
  /** Called after every change of the reading list, whatever was changed. */
  readonly onListEdited: () => void;
}
