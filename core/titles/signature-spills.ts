import type { CorpusFolder } from '../corpus/corpus-files';
import { signatureShardName } from './directory';
import { packSignatures, unpackSignatures, type SignatureColumns } from './signature-shard';
import type { Signature } from './signatures';

/** Signatures in memory before they are put aside: 6 MB. */
const SPILL_ENTRIES = 1 << 19;
/** Parts of the range of hashes that are put aside apart, so that each fits into memory at the end. */
const SLICES = 64;
const SLICE_SHIFT = 26;
/** Of a final file: 8 kB, unless one group is larger. A page of a hundred titles that nobody knows reads three hundred. */
const SHARD_ENTRIES = 682;
/** Hash and index share the 53 bits of a number while they are sorted. */
const INDEX_SPAN = 2 ** 21;

const spillName = (spill: number, slice: number): string => `titles/runs/near/${spill}/${slice}`;

/** Brings the signatures of all keys, which come in the order of the keys, into the order of their hashes. */
export class SignatureSpills {
  readonly #folder: CorpusFolder;
  readonly #hashes = new Uint32Array(SPILL_ENTRIES);
  readonly #places = new Uint32Array(SPILL_ENTRIES);
  readonly #parities = new Uint32Array(SPILL_ENTRIES);
  #count = 0;
  #spills = 0;

  constructor(folder: CorpusFolder) {
    this.#folder = folder;
  }

  /** Takes away what any merge has put aside, the last first, so that an interrupted removal can go on. */
  static async removeAll(folder: CorpusFolder): Promise<void> {
    let spills = 0;
    while ((await folder.read(spillName(spills, 0))) !== null) spills += 1;
    for (let spill = spills - 1; spill >= 0; spill -= 1)
      await folder.remove(Array.from({ length: SLICES }, (_, slice) => spillName(spill, SLICES - 1 - slice)));
  }

  get isFull(): boolean {
    // Two for each key.
    return this.#count + 2 > SPILL_ENTRIES;
  }

  add({ hash, parity }: Signature, place: number): void {
    this.#hashes[this.#count] = hash;
    this.#places[this.#count] = place;
    this.#parities[this.#count] = parity;
    this.#count += 1;
  }

  async spill(): Promise<void> {
    const members: number[][] = Array.from({ length: SLICES }, () => []);
    for (let at = 0; at < this.#count; at += 1) members[(this.#hashes[at] ?? 0) >>> SLICE_SHIFT]?.push(at);
    const files = members.map((indexes, slice): [string, Uint8Array] => [
      spillName(this.#spills, slice),
      packSignatures(this.#columns(indexes)),
    ]);
    await this.#folder.write(new Map(files));
    this.#spills += 1;
    this.#count = 0;
  }

  /** Writes the final files and returns the first hash of each. */
  async finish(): Promise<Uint32Array> {
    if (this.#count > 0) await this.spill();
    const firstHashes: number[] = [];
    for (let slice = 0; slice < SLICES; slice += 1) {
      const files = new Map<string, Uint8Array>();
      for (const columns of cut(sorted(await this.#slice(slice)))) {
        files.set(signatureShardName(firstHashes.length), packSignatures(columns));
        firstHashes.push(columns.hashes[0] ?? 0);
      }
      if (files.size > 0) await this.#folder.write(files);
    }
    return Uint32Array.from(firstHashes);
  }

  #columns(indexes: readonly number[]): SignatureColumns {
    return picked({ hashes: this.#hashes, places: this.#places, parities: this.#parities }, indexes);
  }

  /** All of one slice, in the order of the keys. */
  async #slice(slice: number): Promise<SignatureColumns> {
    const parts: SignatureColumns[] = [];
    for (let spill = 0; spill < this.#spills; spill += 1) {
      const name = spillName(spill, slice);
      const bytes = await this.#folder.read(name);
      const columns = bytes && unpackSignatures(bytes);
      if (!columns) throw new Error(`${name} is missing or damaged`);
      parts.push(columns);
    }
    return {
      hashes: concatenated(parts.map(({ hashes }) => hashes)),
      places: concatenated(parts.map(({ places }) => places)),
      parities: concatenated(parts.map(({ parities }) => parities)),
    };
  }
}

function concatenated(arrays: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

function picked(columns: SignatureColumns, indexes: ArrayLike<number>): SignatureColumns {
  const pick = (column: Uint32Array) => {
    const some = new Uint32Array(indexes.length);
    for (let at = 0; at < some.length; at += 1) some[at] = column[indexes[at] ?? 0] ?? 0;
    return some;
  };
  return {
    hashes: pick(columns.hashes),
    places: pick(columns.places),
    parities: pick(columns.parities),
  };
}

/** By hash, and by key among equal ones. */
function sorted(columns: SignatureColumns): SignatureColumns {
  const order = new Float64Array(columns.hashes.length);
  for (let at = 0; at < order.length; at += 1) order[at] = (columns.hashes[at] ?? 0) * INDEX_SPAN + at;
  const indexes = order.toSorted().map((joint) => joint % INDEX_SPAN);
  return picked(columns, indexes);
}

/** Pieces of about `SHARD_ENTRIES`, never parting signatures of one hash. */
function* cut({ hashes, places, parities }: SignatureColumns): Generator<SignatureColumns> {
  for (let start = 0; start < hashes.length;) {
    let end = Math.min(hashes.length, start + SHARD_ENTRIES);
    while (end < hashes.length && hashes[end] === hashes[end - 1]) end += 1;
    yield {
      hashes: hashes.subarray(start, end),
      places: places.subarray(start, end),
      parities: parities.subarray(start, end),
    };
    start = end;
  }
}
