import type { ImportFilter } from '../formats/import-filter';
import type { FoundSource, UnusableSource } from './inspect';

/** What a file was found to be, in plain data that crosses from a worker to its page. */
export interface FoundFile {
  readonly ok: true;
  readonly name: string;
  /** What the file calls itself; null where it does not. */
  readonly title: string | null;
  readonly fingerprint: string;
  /** What its formats are called, each once. */
  readonly formats: readonly string[];
  /** Files of an archive that are no papers. */
  readonly skipped: number;
  readonly papers: number;
  /** Whether `papers` was counted, not estimated. */
  readonly isExact: boolean;
  /** Of the start of the file, most common first; empty where the format has none. */
  readonly categories: readonly string[];
  /** On disk, for each paper. */
  readonly bytesPerPaper: number;
}

/** What the reader chose for an import. */
export interface ImportPlan {
  /** What the corpus is to be called. */
  readonly name: string;
  readonly filter: ImportFilter;
  /** The corpus that the file's papers go into; null makes a new one. */
  readonly updates: string | null;
}

export function foundFile(source: FoundSource | UnusableSource): FoundFile | UnusableSource {
  if (!source.ok) return source;
  const { name, header, fingerprint, parts, skipped, sample } = source;
  const formats = [...new Set(parts.map(({ format }) => format.label))];
  return {
    ok: true,
    name,
    title: header?.name ?? null,
    fingerprint,
    formats,
    skipped: skipped.length,
    ...sample,
  };
}
