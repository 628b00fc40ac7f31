import { xxHash32 } from './checksum';

/** What a file holds: four ASCII letters, and the newest version of that layout which this code writes and reads. */
export interface FileFormat {
  readonly kind: string;
  readonly version: number;
}

/**
 * Why a file cannot be used: `foreign` is no file of this kind, `newer` was written by a later Paperkin, `damaged`
 * is cut short or changed.
 */
export type SealTrouble = 'foreign' | 'newer' | 'damaged';

/** What came out of an envelope. The payload is a view of the file's own bytes wherever it starts at a multiple of eight. */
export type Unsealed =
  | { readonly ok: true; readonly version: number; readonly payload: Uint8Array }
  | { readonly ok: false; readonly reason: SealTrouble };

/** "PKNF", read as a little-endian number. */
const MAGIC = 0x464e4b50;
/** Magic, kind, version, payload length, checksum (4 bytes each), 4 bytes of nothing: the payload starts aligned to 8. */
const HEADER_BYTES = 24;

/** Wraps a payload in the envelope of every file of a corpus; `docs/file-formats.md` has the layout. */
export function seal(format: FileFormat, payload: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(HEADER_BYTES + payload.length);
  const view = new DataView(sealed.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, kindNumber(format.kind), true);
  view.setUint32(8, format.version, true);
  view.setUint32(12, payload.length, true);
  sealed.set(payload, HEADER_BYTES);
  view.setUint32(16, checksumOf(sealed, payload), true);
  return sealed;
}

/** Opens an envelope of this kind and of any version up to this one. Any bytes at all are taken; none makes it throw. */
export function unseal({ kind, version }: FileFormat, file: Uint8Array): Unsealed {
  if (file.length < HEADER_BYTES) return { ok: false, reason: 'damaged' };
  const view = new DataView(file.buffer, file.byteOffset, HEADER_BYTES);
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== kindNumber(kind))
    return { ok: false, reason: 'foreign' };
  const found = view.getUint32(8, true);
  if (found > version) return { ok: false, reason: 'newer' };
  const payload = file.subarray(HEADER_BYTES);
  const isWhole = view.getUint32(12, true) === payload.length && view.getUint32(20, true) === 0;
  if (!isWhole || view.getUint32(16, true) !== checksumOf(file, payload))
    return { ok: false, reason: 'damaged' };
  return { ok: true, version: found, payload: payload.byteOffset % 8 === 0 ? payload : payload.slice() };
}

/** The same where files of an older version are of no use: those are `foreign`. */
export function unsealNewest(format: FileFormat, file: Uint8Array): Unsealed {
  const opened = unseal(format, file);
  return opened.ok && opened.version !== format.version ? { ok: false, reason: 'foreign' } : opened;
}

/** The header is the seed, so that it is covered too. */
function checksumOf(file: Uint8Array, payload: Uint8Array): number {
  return xxHash32(payload, xxHash32(file.subarray(0, 16)));
}

function kindNumber(kind: string): number {
  if (!/^[\x21-\x7e]{4}$/.test(kind)) throw new TypeError(`a kind of file has four letters, not "${kind}"`);
  return [...kind].reduce((number, letter, at) => number + letter.charCodeAt(0) * 256 ** at, 0);
}
