import { ByteReader, ByteWriter, compareBytes } from './bytes';
import { lowerBound } from './signature-shard';

export const DIRECTORY_FILE = 'titles/directory';
export const FILTER_FILE = 'titles/filter';

const numbered = (number: number): string => number.toString(36).padStart(4, '0');
/** Name of a stretch of all title keys in order. */
export const keyShardName = (shard: number): string => `titles/keys/${numbered(shard)}`;
/** Name of a stretch of all signatures in order. */
export const signatureShardName = (shard: number): string => `titles/near/${numbered(shard)}`;

interface ShardPlace {
  readonly shard: number;
  /** Within the shard. */
  readonly place: number;
}

/** Where every shard begins: all that the reader holds of a title index beside what it has in use. */
export interface Directory {
  readonly firstKeys: readonly Uint8Array[];
  /** How many keys come before each shard; one more at the end, for all. */
  readonly keysBefore: Uint32Array;
  readonly firstHashes: Uint32Array;
}

/** As bytes: for each shard of keys the number of its keys and its first key; then the first hash of each shard of signatures. */
export function packDirectory({ firstKeys, keysBefore, firstHashes }: Directory): Uint8Array {
  const out = new ByteWriter();
  out.number(firstKeys.length);
  for (const [shard, key] of firstKeys.entries()) {
    out.number((keysBefore[shard + 1] ?? 0) - (keysBefore[shard] ?? 0));
    out.number(key.length);
    out.raw(key);
  }
  out.number(firstHashes.length);
  for (const hash of firstHashes) out.uint32(hash);
  return out.taken();
}

/** Null when the bytes are no directory. */
export function unpackDirectory(bytes: Uint8Array): Directory | null {
  const reader = new ByteReader(bytes);
  const shards = reader.number();
  if (shards > bytes.length) return null;
  const firstKeys: Uint8Array[] = [];
  const keysBefore = new Uint32Array(shards + 1);
  for (let shard = 0; shard < shards; shard += 1) {
    keysBefore[shard + 1] = (keysBefore[shard] ?? 0) + reader.number();
    firstKeys.push(reader.raw(reader.number()));
  }
  const hashes = reader.number();
  if (hashes > bytes.length) return null;
  const firstHashes = Uint32Array.from({ length: hashes }, () => reader.uint32());
  return reader.overrun || reader.at !== bytes.length ? null : { firstKeys, keysBefore, firstHashes };
}

/** The shard that holds a key if any does. */
export function shardOfKey({ firstKeys }: Directory, key: Uint8Array): number {
  let low = 0;
  let high = firstKeys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const first = firstKeys[middle];
    if (first && compareBytes(first, key) <= 0) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The shard and the place in it of the key at this place of all. */
export function shardOfPlace({ keysBefore }: Directory, place: number): ShardPlace {
  let shard = Math.max(0, lowerBound(keysBefore, place + 1) - 1);
  if (shard >= keysBefore.length - 1) shard = Math.max(0, keysBefore.length - 2);
  return { shard, place: place - (keysBefore[shard] ?? 0) };
}

/** The shard that holds a group of signatures; groups are never cut in two. Null when there are no signatures. */
export function shardOfHash({ firstHashes }: Directory, hash: number): number | null {
  if (firstHashes.length === 0) return null;
  const shard = lowerBound(firstHashes, hash);
  return firstHashes[shard] === hash ? shard : Math.max(0, shard - 1);
}
