import type { CorpusOverview } from '../../core/corpus/corpus-info';
import type { ImportError } from '../../core/import/error-list';
import type { ExportOutcome, ExportProgress } from '../../core/import/export-outcome';
import type { FoundFile, ImportPlan } from '../../core/import/found-file';
import type { ImportOutcome } from '../../core/import/import-outcome';
import type { ImportProgress } from '../../core/import/import-progress';
import type { UnusableSource } from '../../core/import/inspect';
import type { Answer } from '../popup/ports';

/** What the browser says about the disk; null where it does not say. */
export interface Space {
  readonly usedBytes: number;
  readonly freeBytes: number;
}

/** Everything the library page asks of the world. None of these reject. */
export interface LibraryPorts {
  readonly overview: () => Promise<Answer<CorpusOverview>>;
  readonly rename: (corpusId: string, name: string) => Promise<Answer<null>>;
  readonly setEnabled: (corpusId: string, enabled: boolean) => Promise<Answer<null>>;
  readonly remove: (corpusId: string) => Promise<Answer<null>>;
  /** Takes the visited papers away, and their corpus with them. */
  readonly clearVisited: () => Promise<Answer<null>>;
  /** Gives an interrupted import up. */
  readonly abandon: (corpusId: string) => Promise<Answer<null>>;
  readonly errors: (corpusId: string) => Promise<Answer<readonly ImportError[]>>;
  /** Says that a corpus is new, so that open pages are marked anew. */
  readonly tellChanged: () => Promise<Answer<null>>;
  readonly space: () => Promise<Space | null>;
  readonly inspect: (file: File) => Promise<FoundFile | UnusableSource>;
  readonly importFile: (
    file: File,
    plan: ImportPlan,
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<ImportOutcome>;
  readonly pause: () => void;
  readonly goOn: () => void;
  readonly cancel: () => void;
  /** Writes a corpus as a pack, to where the reader chooses or among the downloads. */
  readonly exportCorpus: (
    corpus: { readonly id: string; readonly fileName: string },
    onProgress: (progress: ExportProgress) => void,
  ) => Promise<ExportOutcome>;
  readonly cancelExport: () => void;
  /** Hands the reader a text file, of the type that its name says. */
  readonly download: (fileName: string, text: string) => void;
}
