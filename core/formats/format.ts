import type { Paper } from '../paper';

/** One record of a source: a paper, or why it is none; `line` counts from 1 (the record's first line). */
export type ImportedRecord = (
  | {
      readonly ok: true;
      readonly paper: Paper;
      readonly line: number;
      /** As the source has them (`cs.CL`), for filters; absent where it has none. */
      readonly categories?: readonly string[];
    }
  | {
      readonly ok: false;
      readonly reason: string;
      readonly line: number;
      /** The start of the record as it stands there, at most 200 characters. */
      readonly excerpt: string;
    }
) & {
  /**
   * UTF-16 units of the text up to the record's end: given the text from there a reader yields the records that
   * follow. Absent where what follows needs what came before (a CSV header, BibTeX strings): such a source is read
   * again from its start, past as many records as were read.
   */
  readonly position?: number;
};

/** A file format: knows itself by its first bytes and turns text into papers, streaming. */
export interface ImportFormat {
  /** `bibtex`, `ris`, … */
  readonly id: string;
  /** As people call it: "BibTeX". */
  readonly label: string;
  /** 0 (surely not) to 1 (surely), from the first 64 kB of decoded text and the file's name (a hint only). */
  readonly fits: (head: string, fileName: string) => number;
  /** Reads chunks of decoded text (any cut), yields records in order; never throws for bad records. */
  readonly read: (chunks: AsyncIterable<string>) => AsyncIterable<ImportedRecord>;
}
