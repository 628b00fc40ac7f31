import { ByteReader, ByteWriter, compareBytes, sharedBytes } from './bytes';

/** A title key as it is filed. */
export interface KeyEntry {
  /** UTF-8. */
  readonly key: Uint8Array;
  /** Letters of the title before its first colon; 0 when it has none. */
  readonly head: number;
  /** Papers of that title, ascending, at most `ORDINALS_MAX`. */
  readonly ordinals: readonly number[];
}

/** "Editorial" and "Erratum" name thousands of papers; no caller can use more than a few of one title. */
export const ORDINALS_MAX = 32;

/** Every so many keys one is written whole, so that a search can start there. */
const STRIDE = 16;

/**
 * Writes a sorted stretch of title keys: each as the number of bytes it shares with the one before and the rest of it.
 * Layout: entries; then the offsets of the whole keys (uint32), their number, and the number of entries (uint32).
 */
export class KeyShardWriter {
  #out = new ByteWriter();
  #starts: number[] = [];
  #count = 0;
  #last: Uint8Array = new Uint8Array();

  get bytes(): number {
    return this.#out.length;
  }

  get count(): number {
    return this.#count;
  }

  /** Keys have to come in the order of their bytes, each once. */
  add({ key, head, ordinals }: KeyEntry): void {
    const whole = this.#count % STRIDE === 0;
    if (whole) this.#starts.push(this.#out.length);
    const shared = whole ? 0 : sharedBytes(this.#last, key);
    this.#out.number(shared);
    this.#out.number(key.length - shared);
    this.#out.raw(key.subarray(shared));
    this.#out.number(head);
    this.#out.number(ordinals.length);
    let before = 0;
    for (const ordinal of ordinals) {
      this.#out.number(ordinal - before);
      before = ordinal;
    }
    this.#last = key;
    this.#count += 1;
  }

  /** The shard's bytes; then starts anew. */
  take(): Uint8Array {
    for (const start of this.#starts) this.#out.uint32(start);
    this.#out.uint32(this.#starts.length);
    this.#out.uint32(this.#count);
    const bytes = this.#out.taken();
    this.#out = new ByteWriter();
    this.#starts = [];
    this.#count = 0;
    return bytes;
  }
}

/** A key as the search for another one met it. */
interface Predecessor {
  /** −1 when there is none. */
  readonly place: number;
  /** Bytes that it and the sought key begin with. */
  readonly shared: number;
  /** Bytes of it; where as many are shared it is a beginning of the sought key. */
  readonly length: number;
}

/** Searches a sorted stretch of title keys as it lies in its bytes. */
export class KeyShard {
  readonly count: number;
  readonly #bytes: Uint8Array;
  readonly #table: number;
  readonly #starts: number;
  readonly #tableReader: ByteReader;

  private constructor(bytes: Uint8Array, count: number, starts: number) {
    this.count = count;
    this.#bytes = bytes;
    this.#starts = starts;
    this.#table = bytes.length - 8 - 4 * starts;
    this.#tableReader = new ByteReader(bytes);
  }

  /** Null when the bytes are no shard. */
  static open(bytes: Uint8Array): KeyShard | null {
    if (bytes.length < 8) return null;
    const tail = new ByteReader(bytes, bytes.length - 8);
    const starts = tail.uint32();
    const count = tail.uint32();
    if (starts !== Math.ceil(count / STRIDE) || 4 * starts + 8 > bytes.length) return null;
    return new KeyShard(bytes, count, starts);
  }

  /** Bytes in memory. */
  get size(): number {
    return this.#bytes.length;
  }

  /** Number of keys before `key` in the order of bytes: the place of `key`, or where it would be. */
  placeOf(key: Uint8Array): number {
    const { place, shared, length } = this.notGreater(key);
    return shared === key.length && length === shared ? place : place + 1;
  }

  /** The greatest key that is not greater than `key`. */
  notGreater(key: Uint8Array): Predecessor {
    const group = this.#groupOf(key);
    let found: Predecessor = { place: group * STRIDE - 1, shared: 0, length: 0 };
    if (group < 0) return { ...found, place: -1 };
    const reader = new ByteReader(this.#bytes, this.#startOf(group));
    const end = Math.min(this.count, (group + 1) * STRIDE);
    for (let place = group * STRIDE; place < end; place += 1) {
      const before = reader.number();
      const rest = reader.raw(reader.number());
      skipPapers(reader);
      // It differs from `key` where the one before differed from what both share: later, so it is greater.
      if (before < found.shared) break;
      const shared = before > found.shared ? found.shared : before + sharedBytes(rest, key, before);
      const length = before + rest.length;
      const isGreater =
        before === found.shared && shared < length && !isLess(rest[shared - before], key[shared]);
      if (isGreater) break;
      found = { place, shared, length };
    }
    return found;
  }

  at(place: number): KeyEntry | null {
    if (place < 0) return null;
    let here = place - (place % STRIDE);
    for (const entry of this.walk(here)) {
      if (here === place) return entry;
      here += 1;
    }
    return null;
  }

  /** The entries from a place on; one that is no multiple of the stride is reached by skipping. */
  *walk(from: number): Generator<KeyEntry> {
    const first = from - (from % STRIDE);
    const reader = new ByteReader(this.#bytes, this.#startOf(first / STRIDE));
    let key: Uint8Array = new Uint8Array();
    for (let place = first; place < this.count && reader.at < this.#table; place += 1) {
      const entry = readEntry(reader, key);
      key = entry.key;
      if (place >= from) yield entry;
    }
  }

  /** The last group of keys whose first is not greater; −1 when all are. */
  #groupOf(key: Uint8Array): number {
    let low = 0;
    let high = this.#starts;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const reader = new ByteReader(this.#bytes, this.#startOf(middle));
      reader.number();
      if (compareBytes(reader.raw(reader.number()), key) <= 0) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #startOf(group: number): number {
    this.#tableReader.at = this.#table + 4 * group;
    return group < this.#starts ? this.#tableReader.uint32() : this.#table;
  }
}

function isLess(a: number | undefined, b: number | undefined): boolean {
  return b !== undefined && a !== undefined && a < b;
}

function skipPapers(reader: ByteReader): void {
  reader.number();
  for (let left = Math.min(reader.number(), ORDINALS_MAX); left > 0; left -= 1) reader.number();
}

function readEntry(reader: ByteReader, before: Uint8Array): KeyEntry {
  const shared = reader.number();
  const rest = reader.raw(reader.number());
  const key = new Uint8Array(Math.min(shared, before.length) + rest.length);
  key.set(before.subarray(0, shared));
  key.set(rest, key.length - rest.length);
  const head = reader.number();
  const ordinals: number[] = [];
  let ordinal = 0;
  for (let left = Math.min(reader.number(), ORDINALS_MAX); left > 0; left -= 1) {
    ordinal += reader.number();
    ordinals.push(ordinal);
  }
  return { key, head, ordinals };
}
