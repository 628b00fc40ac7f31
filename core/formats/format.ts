import type { Paper } from '../paper';
import type { Versions } from '../reading-list/entry';
import type { StatedMarks } from '../reading-list/stated-marks';
import type { RecordReason } from './reasons';

/** One record of a source: a paper, or why it is none; `line` counts from 1 (the record's first line). */
export type ImportedRecord = (
  | {
      readonly ok: true;
      readonly paper: Paper;
      readonly line: number;
      /** As the source has them (`cs.CL`), for filters; absent where it has none. */
      readonly categories?: readonly string[];
      /**
       * What the record says of somebody's reading of the paper (tags, note, status); absent where the format has no place
       * for it. Worked out when it is read: corpora of millions of papers have no use for it.
       */
      readonly marks?: StatedMarks;
      /** Other records of the paper, where the format has a place for them: a backup. */
      readonly versions?: Versions;
    }
  | {
      readonly ok: false;
      readonly reason: RecordReason;
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

/** What a source says of itself before its records; text is bounded and plain. */
export interface SourceHeader {
  readonly name: string | null;
  /** Where a later Paperkin wrote it, in a layout that this one does not know. */
  readonly newer: NewerPack | null;
}

/** A pack of a layout that this Paperkin does not know yet. */
export interface NewerPack {
  readonly version: number;
  readonly versionKnown: number;
  /** "Paperkin 2.0"; null where it does not say. */
  readonly madeBy: string | null;
}

/** A file format: knows itself by its first bytes and turns text into papers, streaming. */
export interface ImportFormat {
  /** `bibtex`, `ris`, … */
  readonly id: string;
  /** As people call it: "BibTeX". */
  readonly label: string;
  /** 0 (surely not) to 1 (surely), from the first 64 kB of decoded text and the file's name (a hint only). */
  readonly fits: (head: string, fileName: string) => number;
  /** What the source's first 64 kB say of the whole; absent where the format has no header. */
  readonly header?: (head: string) => SourceHeader;
  /** Reads chunks of decoded text (any cut), yields records in order; never throws for bad records. */
  readonly read: (chunks: AsyncIterable<string>) => AsyncIterable<ImportedRecord>;
}
