/** What an evaluation comes to: lines for people, and the figures that `--json` prints. */
export interface Evaluation {
  readonly lines: readonly string[];
  readonly figures: object;
}

export interface EvaluationOptions {
  /** A file of titles, one a line, that are imported as a corpus first; null for the bundled papers alone. */
  readonly corpus: string | null;
  /** Paths after the first. */
  readonly more: readonly string[];
}
