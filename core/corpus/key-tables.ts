import { mayHaveHash, type KeyFilter } from '../match/key-filter';
import { keyHash, type KeyHash } from '../match/key-hash';
import { indexKeys, type LookupKey } from '../match/keys';
import type { PaperBrief, PaperId } from '../paper';
import type { CorpusFiles } from './corpus-files';
import type { ReportDamage } from './damage';
import type { KeyColumns } from './key-records';
import { LeastRecent } from './least-recent';
import { seal, unsealNewest, type FileFormat } from './sealed';

/** Name of the part, and the folder of its files. */
export const KEYS_PART = 'keys';
/** How many bits of a hash choose its shard. */
export const ABOUT_FILE = `${KEYS_PART}/about`;
export const FILTER_FILE = `${KEYS_PART}/filter`;

/** Version 1 filed other titles apart from titles. */
const SHARD: FileFormat = { kind: 'keys', version: 2 };
/** Version 1 held the bits that choose a shard, too. */
const FILTER: FileFormat = { kind: 'kflt', version: 2 };
const ABOUT: FileFormat = { kind: 'kabt', version: 1 };
/** The number of hashes, as a 32-bit word. */
const FILTER_HEAD_BYTES = 4;
/**
 * So many shards are read without asking the filter first. A worker that wakes for one page would wait longer for the filter,
 * 7 MB at 2.7 million papers, than for the shards of its titles; one that goes on for long would read them all.
 */
const UNFILTERED_MAX = 192;
/** Of 12 to 24 kB each. */
const SHARDS_KEPT = 128;
const SHARDS_AT_ONCE = 128;

/** `keys/03f` */
export function shardName(shard: number): string {
  return `${KEYS_PART}/${shard.toString(16).padStart(3, '0')}`;
}

/** Under which key a paper is found by its identity, where none of its other keys says it. */
const identityKey = (id: PaperId): LookupKey => `i:${id}`;

/** Every key under which a paper of a corpus is filed: those of its facts, and its identity where they do not give it. */
export function filedKeys(paper: PaperBrief): readonly LookupKey[] {
  const keys = new Set(indexKeys(paper));
  return keysOfIdentity(paper.id).some((key) => keys.has(key)) ? [...keys] : [...keys, identityKey(paper.id)];
}

/** A title and another paper's other title stand together, so that a title is one look: the paper itself says which it is. */
export function filedHash(key: LookupKey): KeyHash {
  return keyHash(key.startsWith('o:') ? `t:${key.slice(2)}` : key);
}

/** The keys to try for a paper's identity. What is found must be compared with the identity. */
export function keysOfIdentity(id: PaperId): readonly LookupKey[] {
  const own = identityKey(id);
  if (id.startsWith('arxiv:')) return [`a:${id.slice('arxiv:'.length)}`, own];
  if (id.startsWith('doi:')) return [`d:${id.slice('doi:'.length)}`, own];
  return [own];
}

/** Sorted records `from` to `to` as a file: number of records, then the three columns. */
export function packShard({ highs, lows, ordinals }: KeyColumns, from: number, to: number): Uint8Array {
  const count = to - from;
  const words = new Uint32Array(1 + 3 * count);
  words[0] = count;
  words.set(highs.subarray(from, to), 1);
  words.set(lows.subarray(from, to), 1 + count);
  words.set(ordinals.subarray(from, to), 1 + 2 * count);
  return seal(SHARD, new Uint8Array(words.buffer));
}

export function packAbout(shardBits: number): Uint8Array {
  return seal(ABOUT, new Uint8Array(Uint32Array.of(shardBits).buffer));
}

export function packFilter(filter: KeyFilter): Uint8Array {
  const payload = new Uint8Array(FILTER_HEAD_BYTES + filter.bits.length);
  payload.set(new Uint8Array(Uint32Array.of(filter.hashes).buffer));
  payload.set(filter.bits, FILTER_HEAD_BYTES);
  return seal(FILTER, payload);
}

interface SoughtKey {
  readonly key: LookupKey;
  readonly hash: KeyHash;
}

/** The lookup keys of a corpus: reads the shards that a question needs, and the filter once there have been many. */
export class KeyTables {
  readonly #files: CorpusFiles;
  readonly #report: ReportDamage;
  readonly #shardBits: number;
  readonly #kept = new LeastRecent<number, KeyColumns>(SHARDS_KEPT);
  #unfilteredLeft = UNFILTERED_MAX;
  #filter: Promise<KeyFilter | null> | null = null;

  private constructor(files: CorpusFiles, report: ReportDamage, shardBits: number) {
    this.#files = files;
    this.#report = report;
    this.#shardBits = shardBits;
  }

  /** Null when it cannot be known which shards there are: then nothing can be found until the part is rebuilt. */
  static async open(files: CorpusFiles, report: ReportDamage): Promise<KeyTables | null> {
    const file = await files.read(ABOUT_FILE);
    const opened = file ? unsealNewest(ABOUT, file) : ({ ok: false, reason: 'missing' } as const);
    if (!opened.ok) {
      report({ part: KEYS_PART, file: ABOUT_FILE, reason: opened.reason });
      return null;
    }
    const [shardBits = 0] = new Uint32Array(opened.payload.buffer, opened.payload.byteOffset, 1);
    return new KeyTables(files, report, shardBits);
  }

  /**
   * Ordinals of the papers that are filed under each key, in their order; keys without any are absent. Keys are
   * compared by hash alone, and titles not told from other titles: whoever needs certainty compares the paper's own keys.
   */
  async find(keys: readonly LookupKey[]): Promise<ReadonlyMap<LookupKey, readonly number[]>> {
    const wanted = await this.#shardsOf([...new Set(keys)].map((key) => ({ key, hash: filedHash(key) })));
    const found = new Map<LookupKey, readonly number[]>();
    const shards = [...wanted.keys()];
    for (let at = 0; at < shards.length; at += SHARDS_AT_ONCE) {
      for (const [shard, columns] of await this.#read(shards.slice(at, at + SHARDS_AT_ONCE))) {
        for (const { key, hash } of wanted.get(shard) ?? []) {
          const ordinals = ordinalsOf(columns, hash);
          if (ordinals.length > 0) found.set(key, ordinals);
        }
      }
    }
    return found;
  }

  /** Where to look for each key, those left out that are surely not filed. */
  async #shardsOf(sought: readonly SoughtKey[]): Promise<ReadonlyMap<number, readonly SoughtKey[]>> {
    const all = this.#byShard(sought);
    const unread = [...all.keys()].filter((shard) => !this.#kept.get(shard)).length;
    if (!this.#filter && unread <= this.#unfilteredLeft) {
      this.#unfilteredLeft -= unread;
      return all;
    }
    const filter = await this.#loadedFilter();
    return filter ? this.#byShard(sought.filter(({ hash }) => mayHaveHash(filter, hash))) : all;
  }

  #byShard(sought: readonly SoughtKey[]): ReadonlyMap<number, readonly SoughtKey[]> {
    const shards = new Map<number, SoughtKey[]>();
    for (const one of sought) {
      const shard = this.#shardOf(one.hash);
      const others = shards.get(shard);
      if (others) others.push(one);
      else shards.set(shard, [one]);
    }
    return shards;
  }

  /** Null when it cannot be read: everything is found without it, only slower. */
  #loadedFilter(): Promise<KeyFilter | null> {
    this.#filter ??= this.#readFilter().catch((error: unknown) => {
      this.#filter = null;
      throw error;
    });
    return this.#filter;
  }

  async #readFilter(): Promise<KeyFilter | null> {
    const file = await this.#files.read(FILTER_FILE);
    const opened = file ? unsealNewest(FILTER, file) : ({ ok: false, reason: 'missing' } as const);
    if (!opened.ok) {
      this.#report({ part: KEYS_PART, file: FILTER_FILE, reason: opened.reason });
      return null;
    }
    const { payload } = opened;
    const [hashes = 0] = new Uint32Array(payload.buffer, payload.byteOffset, 1);
    return { bits: payload.subarray(FILTER_HEAD_BYTES), hashes };
  }

  #shardOf({ high }: KeyHash): number {
    // A shift by 32 is a shift by 0.
    return this.#shardBits === 0 ? 0 : high >>> (32 - this.#shardBits);
  }

  async #read(shards: readonly number[]): Promise<ReadonlyMap<number, KeyColumns>> {
    const found = new Map<number, KeyColumns>();
    const missing: number[] = [];
    for (const shard of shards) {
      const kept = this.#kept.get(shard);
      if (kept) found.set(shard, kept);
      else missing.push(shard);
    }
    if (missing.length === 0) return found;
    const files = await this.#files.readMany(missing.map(shardName));
    for (const shard of missing) {
      const columns = this.#unpack(shardName(shard), files.get(shardName(shard)));
      if (!columns) continue;
      this.#kept.set(shard, columns);
      found.set(shard, columns);
    }
    return found;
  }

  #unpack(name: string, file: Uint8Array | undefined): KeyColumns | null {
    const opened = file ? unsealNewest(SHARD, file) : ({ ok: false, reason: 'missing' } as const);
    if (!opened.ok) {
      this.#report({ part: KEYS_PART, file: name, reason: opened.reason });
      return null;
    }
    const { buffer, byteOffset, length } = opened.payload;
    const words = new Uint32Array(buffer, byteOffset, length >>> 2);
    const count = words[0] ?? 0;
    const column = (number: number) => words.subarray(1 + number * count, 1 + (number + 1) * count);
    return { highs: column(0), lows: column(1), ordinals: column(2) };
  }
}

/** The first record of the hash by bisection, then all that stand beside it. */
function ordinalsOf({ highs, lows, ordinals }: KeyColumns, { high, low }: KeyHash): readonly number[] {
  let from = 0;
  let end = highs.length;
  while (from < end) {
    const middle = (from + end) >>> 1;
    if ((highs[middle] ?? 0) < high) from = middle + 1;
    else end = middle;
  }
  const found: number[] = [];
  for (let at = from; highs[at] === high; at += 1) {
    if (lows[at] === low) found.push(ordinals[at] ?? 0);
  }
  return found;
}
