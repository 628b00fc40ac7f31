import type { CorpusFiles } from '../corpus/corpus-files';

interface Opened {
  /** Bytes. */
  readonly size: number;
}

/** Opened files, those used least recently dropped first when together they are larger than `bytesMax`. */
export class ShardCache<Shard extends Opened> {
  readonly #files: CorpusFiles;
  readonly #open: (bytes: Uint8Array) => Shard | null;
  readonly #bytesMax: number;
  readonly #held = new Map<string, Shard>();
  #bytes = 0;

  constructor(files: CorpusFiles, open: (bytes: Uint8Array) => Shard | null, bytesMax: number) {
    this.#files = files;
    this.#open = open;
    this.#bytesMax = bytesMax;
  }

  /** Those of the files that are there and sound, the missing ones read at once. */
  async load(names: ReadonlySet<string>): Promise<ReadonlyMap<string, Shard>> {
    const found = new Map<string, Shard>();
    const missing: string[] = [];
    for (const name of names) {
      const shard = this.#held.get(name);
      if (shard) {
        this.#held.delete(name);
        this.#held.set(name, shard);
        found.set(name, shard);
      } else missing.push(name);
    }
    if (missing.length === 0) return found;
    for (const [name, bytes] of await this.#files.readMany(missing)) {
      const shard = this.#open(bytes);
      if (!shard) continue;
      found.set(name, shard);
      this.#hold(name, shard);
    }
    return found;
  }

  #hold(name: string, shard: Shard): void {
    this.#bytes += shard.size - (this.#held.get(name)?.size ?? 0);
    this.#held.set(name, shard);
    for (const [oldest, dropped] of this.#held) {
      if (this.#bytes <= this.#bytesMax || oldest === name) break;
      this.#held.delete(oldest);
      this.#bytes -= dropped.size;
    }
  }
}
