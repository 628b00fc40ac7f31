/** Where things are kept just now, so that the interface can say so. */
export interface Health {
  /** `database`: on disk. `memory`: the database refused; the bundled corpus serves from memory. */
  readonly corpus: 'database' | 'memory';
  /** `database`: on disk. `session`: the database refused; entries live until the browser closes. */
  readonly library: 'database' | 'session';
  /** What the database said when it refused, for people to read; null when all is well. */
  readonly reason: string | null;
  readonly paperCount: number;
}
