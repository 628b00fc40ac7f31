/** Named, immutable byte files of one generation of a corpus: `papers/000012`, `keys/3f`, `terms/0a1`. */
export interface CorpusFiles {
  /** Null when there is no such file. */
  read(name: string): Promise<Uint8Array | null>;
  /** Those of the files that are there. */
  readMany(names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** The same while a generation is being built. */
export interface CorpusFolder extends CorpusFiles {
  /** Adds files, replacing those of the same name; all of one call, or none. */
  write(files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Takes away files that only the building needed. Names that are not there are no error. */
  remove(names: readonly string[]): Promise<void>;
}

/** Files in memory: for tests, benchmarks outside a browser, and where the database refuses. */
export class FilesInMemory implements CorpusFolder {
  readonly #files: Map<string, Uint8Array>;

  constructor(files: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.#files = new Map(files);
  }

  async read(name: string): Promise<Uint8Array | null> {
    return this.#files.get(name) ?? null;
  }

  async readMany(names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    for (const name of names) {
      const bytes = this.#files.get(name);
      if (bytes) found.set(name, bytes);
    }
    return found;
  }

  async write(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    for (const [name, bytes] of files) this.#files.set(name, bytes);
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) this.#files.delete(name);
  }

  all(): ReadonlyMap<string, Uint8Array> {
    return this.#files;
  }

  /** Of every file, by name: what the corpus takes. */
  sizes(): ReadonlyMap<string, number> {
    return new Map([...this.#files].map(([name, bytes]) => [name, bytes.length]));
  }
}
