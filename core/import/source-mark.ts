import type { TextMark } from '../formats/text';

/** A place in a source that an import can go on from, and what had been counted by then; plain data. */
export interface SourceMark {
  /** Which file of the source: 0 for one that is no archive. As many as there are files: all have been read. */
  readonly part: number;
  /** Records of that file that have been read, whatever became of them. */
  readonly records: number;
  /** Where the next record begins; null where the format has to read the file from its start again. */
  readonly text: TextMark | null;
  /** Line ends before that place. */
  readonly lines: number;
  /** Records of all files that were no papers. */
  readonly bad: number;
  /** Papers of all files that the filter kept out. */
  readonly filtered: number;
}

const SOURCE_START: SourceMark = { part: 0, records: 0, text: null, lines: 0, bad: 0, filtered: 0 };

/** The mark that a builder kept as text; the start where it kept none. */
export function sourceMarkOf(kept: string | null): SourceMark {
  return kept === null ? SOURCE_START : (JSON.parse(kept) as SourceMark);
}
