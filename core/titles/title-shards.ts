import type { CorpusFiles } from '../corpus/corpus-files';
import {
  keyShardName,
  shardOfHash,
  shardOfKey,
  shardOfPlace,
  signatureShardName,
  type Directory,
} from './directory';
import { KeyShard, type KeyEntry } from './key-shard';
import { nearness, type ReadTitle } from './near-title';
import { ShardCache } from './shard-cache';
import { nearPlaces, unpackSignatures, type NearPlace, type SignatureColumns } from './signature-shard';
import { errorsAllowed, soughtSignatures, type Signature } from './signatures';

/** Keys and signatures that were used last stay in memory, up to this: some 400 titles of a large corpus need all of it. */
const KEYS_BYTES_MAX = 8 << 20;
const SIGNATURES_BYTES_MAX = 10 << 20;

/** Of the titles whose fingerprints are near, so many are compared letter by letter. */
const NEAR_MAX = 24;

/** What is filed under a key, and what goes on after it. */
export interface KeyPlaces {
  readonly same: KeyEntry | null;
  /** Keys that begin with it and are longer: the first two, since only one alone is of use. */
  readonly longer: readonly KeyEntry[];
}

/** A title at most a few letters away. */
export interface NearTitle {
  readonly key: string;
  readonly ordinals: readonly number[];
  /** 0.95 to 1. */
  readonly similarity: number;
}

interface LoadedSignatures extends SignatureColumns {
  readonly size: number;
}

/** How far a string of letters goes along with a filed key. */
export interface Beginning {
  /** Bytes that both begin with. */
  readonly shared: number;
  /** The key, where the letters begin with all of it. */
  readonly entry: KeyEntry | null;
}

/** The files of a title index, read as they are needed. */
export class TitleShards {
  readonly #directory: Directory;
  readonly #keys: ShardCache<KeyShard>;
  readonly #signatures: ShardCache<LoadedSignatures>;
  readonly #decoder = new TextDecoder();

  constructor(files: CorpusFiles, directory: Directory) {
    this.#directory = directory;
    this.#keys = new ShardCache(files, (bytes) => KeyShard.open(bytes), KEYS_BYTES_MAX);
    this.#signatures = new ShardCache(files, openSignatures, SIGNATURES_BYTES_MAX);
  }

  /** For each key what is filed under it and under what begins with it. */
  async find(keys: readonly Uint8Array[]): Promise<readonly KeyPlaces[]> {
    const shards = await this.#keys.load(
      new Set(keys.flatMap((key) => this.#shardsFor(key).map(keyShardName))),
    );
    return keys.map((key) => {
      const entries = this.#from(key, shards);
      const same = entries[0] && entries[0].key.length === key.length ? entries[0] : null;
      return { same, longer: entries.slice(same ? 1 : 0, same ? 3 : 2) };
    });
  }

  /** For each string of letters the greatest filed key that is not greater; null when there is none. */
  async notGreater(letters: readonly Uint8Array[]): Promise<readonly (Beginning | null)[]> {
    const names = letters.map((some) => keyShardName(shardOfKey(this.#directory, some)));
    const shards = await this.#keys.load(new Set(names));
    return letters.map((some, at) => {
      const shard = shards.get(names[at] ?? '');
      if (!shard) return null;
      const { place, shared, length } = shard.notGreater(some);
      return place < 0 ? null : { shared, entry: shared === length ? shard.at(place) : null };
    });
  }

  /** For each title those at a similarity of 0.95 or more. */
  async findNear(titles: readonly ReadTitle[]): Promise<readonly (readonly NearTitle[])[]> {
    const places = await this.#nearPlaces(titles);
    const wanted = places.flat().map(({ place }) => keyShardName(shardOfPlace(this.#directory, place).shard));
    const shards = await this.#keys.load(new Set(wanted));
    return titles.map((title, at) =>
      (places[at] ?? []).flatMap(({ place }): NearTitle[] => {
        const there = shardOfPlace(this.#directory, place);
        const entry = shards.get(keyShardName(there.shard))?.at(there.place);
        if (!entry) return [];
        const key = this.#decoder.decode(entry.key);
        const similarity = nearness(title, key);
        return similarity === null ? [] : [{ key, ordinals: entry.ordinals, similarity }];
      }),
    );
  }

  async #nearPlaces(titles: readonly ReadTitle[]): Promise<readonly (readonly NearPlace[])[]> {
    const sought = titles.map(({ key }) => soughtSignatures(key));
    const names = sought.flat().map((signature) => this.#signatureShard(signature));
    const shards = await this.#signatures.load(new Set(names.filter((name) => name !== null)));
    return titles.map(({ key }, at) => {
      const found = new Map<number, NearPlace>();
      for (const signature of sought[at] ?? []) {
        const columns = shards.get(this.#signatureShard(signature) ?? '');
        const near = columns ? nearPlaces(columns, signature, errorsAllowed(key.length + 1)) : [];
        for (const place of near) found.set(place.place, place);
      }
      return [...found.values()].toSorted((a, b) => a.distance - b.distance).slice(0, NEAR_MAX);
    });
  }

  #signatureShard({ hash }: Signature): string | null {
    const shard = shardOfHash(this.#directory, hash);
    return shard === null ? null : signatureShardName(shard);
  }

  /** The shard a key would be in, and the next where keys that begin with it go on. */
  #shardsFor(key: Uint8Array): number[] {
    const shard = shardOfKey(this.#directory, key);
    if (shard >= this.#directory.firstKeys.length) return [];
    const next = this.#directory.firstKeys[shard + 1];
    return next && beginsWith(next, key) ? [shard, shard + 1] : [shard];
  }

  /** The first three keys that begin with a key. */
  #from(key: Uint8Array, shards: ReadonlyMap<string, KeyShard>): KeyEntry[] {
    const entries: KeyEntry[] = [];
    for (const [index, number] of this.#shardsFor(key).entries()) {
      const shard = shards.get(keyShardName(number));
      if (!shard) continue;
      for (const entry of shard.walk(index === 0 ? shard.placeOf(key) : 0)) {
        if (entries.length === 3 || !beginsWith(entry.key, key)) break;
        entries.push(entry);
      }
    }
    return entries;
  }
}

function beginsWith(key: Uint8Array, start: Uint8Array): boolean {
  if (key.length < start.length) return false;
  for (let at = start.length - 1; at >= 0; at -= 1) if (key[at] !== start[at]) return false;
  return true;
}

function openSignatures(bytes: Uint8Array): LoadedSignatures | null {
  const columns = unpackSignatures(bytes);
  return columns && { ...columns, size: bytes.length };
}
