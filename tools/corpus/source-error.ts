/** A defect of the corpus's source, with the place to look at: `assets/corpus/seed.txt:12: expected …`. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  constructor(
    readonly file: string,
    readonly line: number,
    complaint: string,
  ) {
    super(`${file}:${line}: ${complaint}`);
  }
}
