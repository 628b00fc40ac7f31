import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusFolder } from '../../core/corpus/corpus-files';

/** A corpus's files in a folder of the disk, for benchmarks of more papers than fit in memory. */
export class FilesOnDisk implements CorpusFolder {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    mkdirSync(root, { recursive: true });
  }

  async read(name: string): Promise<Uint8Array | null> {
    try {
      // Bytes of their own: a Buffer may be part of a pool, and its `slice` is no copy.
      return new Uint8Array(readFileSync(this.#path(name)));
    } catch {
      return null;
    }
  }

  async readMany(names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    for (const name of names) {
      const bytes = await this.read(name);
      if (bytes) found.set(name, bytes);
    }
    return found;
  }

  async write(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    for (const [name, bytes] of files) writeFileSync(this.#path(name), bytes);
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) rmSync(this.#path(name), { force: true });
  }

  /** Number of files and their bytes together. */
  size(): { readonly files: number; readonly bytes: number } {
    const files = readdirSync(this.#root);
    return {
      files: files.length,
      bytes: files.reduce((sum, name) => sum + statSync(join(this.#root, name)).size, 0),
    };
  }

  /** A name may be both a file and the beginning of others. */
  #path(name: string): string {
    return join(this.#root, name.replaceAll('/', '+'));
  }
}
