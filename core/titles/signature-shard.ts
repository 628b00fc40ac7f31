import { parityDistance, type Signature } from './signatures';

/** Signatures of keys by their place in the order of all keys. Three columns of equal length, sorted by hash. */
export interface SignatureColumns {
  readonly hashes: Uint32Array;
  /** Place of the key in the order of all keys of the corpus. */
  readonly places: Uint32Array;
  readonly parities: Uint32Array;
}

const COLUMNS = 3;
const BYTES_PER_NUMBER = 4;

/** As bytes, one column after the other. Little-endian, as every browser's typed arrays are. */
export function packSignatures({ hashes, places, parities }: SignatureColumns): Uint8Array {
  const all = new Uint32Array(hashes.length * COLUMNS);
  all.set(hashes);
  all.set(places, hashes.length);
  all.set(parities, 2 * hashes.length);
  return new Uint8Array(all.buffer);
}

/** Null when the bytes are no columns. */
export function unpackSignatures(bytes: Uint8Array): SignatureColumns | null {
  const length = bytes.length / (COLUMNS * BYTES_PER_NUMBER);
  if (!Number.isInteger(length)) return null;
  // A view on a file may start anywhere, and columns have to start at a multiple of four.
  const all = new Uint32Array(bytes.slice().buffer);
  return {
    hashes: all.subarray(0, length),
    places: all.subarray(length, 2 * length),
    parities: all.subarray(2 * length),
  };
}

/** A key that may be near, and how far its fingerprint is. */
export interface NearPlace {
  readonly place: number;
  readonly distance: number;
}

/** The members of a group whose fingerprints allow at most this many errors. */
export function nearPlaces(
  columns: SignatureColumns,
  { hash, parity }: Signature,
  errors: number,
): NearPlace[] {
  const found: NearPlace[] = [];
  for (let at = lowerBound(columns.hashes, hash); columns.hashes[at] === hash; at += 1) {
    const distance = parityDistance(columns.parities[at] ?? 0, parity);
    if (distance <= 2 * errors) found.push({ place: columns.places[at] ?? 0, distance });
  }
  return found;
}

/** All members of a group. */
export function placesOf({ hashes, places }: SignatureColumns, hash: number): readonly number[] {
  const found: number[] = [];
  for (let at = lowerBound(hashes, hash); hashes[at] === hash; at += 1) found.push(places[at] ?? 0);
  return found;
}

/** Index of the first number that is not less. */
export function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
