/** The text of one JSON value of a source, not yet parsed. */
export interface JsonPiece {
  /** Only its start where `tooLong`. */
  readonly text: string;
  /** Of its first line, from 1. */
  readonly line: number;
  /** See `ImportedRecord.position`. */
  readonly position: number | null;
  readonly tooLong: boolean;
}

/** Takes text in chunks of any cut and hands out the values that are whole. */
export interface PieceSource {
  push(chunk: string): readonly JsonPiece[];
  end(): readonly JsonPiece[];
}

/**
 * Longer records are skipped unparsed. The longest real ones seen (OpenAlex works of collaborations with 3,000
 * authors) have about five million characters.
 */
export const RECORD_CHARS_MAX = 16 * 2 ** 20;

/** Enough of a record that is too long to tell which it is. */
export const LONG_EXCERPT_CHARS = 1_000;
