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
import {
  nearPlaces,
  placesOf,
  unpackSignatures,
  type NearPlace,
  type SignatureColumns,
} from './signature-shard';
import { errorsAllowed, groupsOfEnd, soughtSignatures } from './signatures';

/** Keys and signatures that were used last stay in memory, up to this: some 400 titles of a large corpus need all of it. */
const KEYS_BYTES_MAX = 8 << 20;
const SIGNATURES_BYTES_MAX = 10 << 20;

/** Of the titles whose fingerprints are near, so many are compared letter by letter. */
const NEAR_MAX = 24;
/** Where more titles may end so than this, what is left of one is not looked for: each may be in another file. */
const ENDS_MAX = 64;

/** What is filed under a key, and what goes on after it. */
export interface KeyPlaces {
  readonly same: KeyEntry | null;
  /** Keys that begin with it and are longer: the first two, since only one alone is of use. */
  readonly longer: readonly KeyEntry[];
}

/** What is left of a title whose beginning is cut off. */
interface CutTitle {
  readonly key: string;
  /** UTF-8 of the key. */
  readonly bytes: Uint8Array;
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
    const entries = await this.#entriesAt(places.flat().map(({ place }) => place));
    return titles.map((title, at) =>
      (places[at] ?? []).flatMap(({ place }): NearTitle[] => {
        const entry = entries.get(place);
        if (!entry) return [];
        const key = this.#decoder.decode(entry.key);
        const similarity = nearness(title, key);
        return similarity === null ? [] : [{ key, ordinals: entry.ordinals, similarity }];
      }),
    );
  }

  /** The first two titles that are longer than a string of 30 letters or more and end with it; none where too many may. */
  async findLonger({ key, bytes }: CutTitle): Promise<readonly KeyEntry[]> {
    const groups = groupsOfEnd(key).map((hash) => ({ hash, name: this.#signatureShard(hash) }));
    const shards = await this.#signatures.load(
      new Set(groups.map(({ name }) => name).filter((name) => name !== null)),
    );
    const places = groups.flatMap(({ hash, name }) => {
      const columns = shards.get(name ?? '');
      return columns ? placesOf(columns, hash) : [];
    });
    if (places.length > ENDS_MAX) return [];
    const ending = [...(await this.#entriesAt(places)).values()].filter((entry) => isEndOf(bytes, entry.key));
    return ending.slice(0, 2);
  }

  /** The keys at these places in the order of all keys. */
  async #entriesAt(places: readonly number[]): Promise<ReadonlyMap<number, KeyEntry>> {
    const nameOf = (place: number) => keyShardName(shardOfPlace(this.#directory, place).shard);
    const shards = await this.#keys.load(new Set(places.map(nameOf)));
    const entries = new Map<number, KeyEntry>();
    for (const place of places) {
      const entry = shards.get(nameOf(place))?.at(shardOfPlace(this.#directory, place).place);
      if (entry) entries.set(place, entry);
    }
    return entries;
  }

  async #nearPlaces(titles: readonly ReadTitle[]): Promise<readonly (readonly NearPlace[])[]> {
    const sought = titles.map(({ key }) => soughtSignatures(key));
    const names = sought.flat().map(({ hash }) => this.#signatureShard(hash));
    const shards = await this.#signatures.load(new Set(names.filter((name) => name !== null)));
    return titles.map(({ key }, at) => {
      const found = new Map<number, NearPlace>();
      for (const signature of sought[at] ?? []) {
        const columns = shards.get(this.#signatureShard(signature.hash) ?? '');
        const near = columns ? nearPlaces(columns, signature, errorsAllowed(key.length + 1)) : [];
        for (const place of near) found.set(place.place, place);
      }
      return [...found.values()].toSorted((a, b) => a.distance - b.distance).slice(0, NEAR_MAX);
    });
  }

  #signatureShard(hash: number): string | null {
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

function isEndOf(end: Uint8Array, key: Uint8Array): boolean {
  return key.length > end.length && beginsWith(key.subarray(key.length - end.length), end);
}

function openSignatures(bytes: Uint8Array): LoadedSignatures | null {
  const columns = unpackSignatures(bytes);
  return columns && { ...columns, size: bytes.length };
}
