/** A thing and the milliseconds it took. */
export interface Timed<T> {
  readonly ms: number;
  readonly value: T;
}

/** For each title that was asked the one that was found, null where none was. */
export interface Answered {
  readonly ms: number;
  readonly titles: readonly (string | null)[];
}

/** Reading and parsing a file, with nothing else done. */
export interface ReadingOfFile {
  readonly ms: number;
  readonly records: number;
  readonly bytes: number;
}

type Job<A, V> = (args: A) => Promise<V>;
type Nothing = Record<string, never>;

/** What the worker of the benchmark's page does when it is told to. One of a kind after another: nothing runs beside it. */
export interface Jobs {
  /** The file in the page's input. */
  readonly readFile: Job<Nothing, ReadingOfFile>;
  /** Bytes that the extension has stored, as the browser tells it. */
  readonly space: Job<Nothing, number | null>;
  /** Of the imported corpus. */
  readonly corpus: Job<Nothing, { readonly papers: number; readonly bytes: number }>;
  /** One title after another, put to the index of titles. */
  readonly lookUp: Job<{ readonly titles: readonly string[] }, readonly Answered[]>;
  /** One page of titles after another, put to the engine. */
  readonly resolve: Job<{ readonly pages: readonly (readonly string[])[] }, readonly Answered[]>;
  readonly scan: Job<{ readonly text: string }, Answered>;
  /** Milliseconds of each. */
  readonly search: Job<{ readonly queries: readonly string[] }, readonly number[]>;
  readonly card: Job<
    { readonly ids: readonly string[] },
    readonly { readonly ms: number; readonly kin: number }[]
  >;
  /** Milliseconds of each, among the papers of the imported corpus. */
  readonly kin: Job<{ readonly ids: readonly string[] }, readonly number[]>;
}

/** How far a job has come. */
export type JobState =
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly message: string };
