import type { SourceTrouble } from './inflate';

/** One file of a zip archive, as its central directory states it. */
export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc32: number;
  /** 0 stored, 8 deflated; others cannot be read. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Of its local header. */
  readonly offset: number;
}

const END_BYTES = 22;
const COMMENT_BYTES_MAX = 0xffff;
const LOCATOR_BYTES = 20;
const END_SIGNATURE = 0x06054b50;
const LOCATOR_SIGNATURE = 0x07064b50;
const END_64_SIGNATURE = 0x06064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
/** A directory of 64 MB lists about a million files: no library. */
const DIRECTORY_BYTES_MAX = 64 * 2 ** 20;
const NEEDS_64 = 0xffffffff;

async function viewOf(blob: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await blob.slice(Math.max(0, start), end).arrayBuffer());
}

interface Directory {
  readonly offset: number;
  readonly bytes: number;
}

/** From the end record that stands last in the file, before a comment of any length (APPNOTE.TXT 6.3.10, 4.3.16). */
async function directoryOf(blob: Blob): Promise<Directory | null> {
  const tailStart = Math.max(0, blob.size - END_BYTES - COMMENT_BYTES_MAX - LOCATOR_BYTES);
  const tail = await viewOf(blob, tailStart, blob.size);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END_SIGNATURE) continue;
    const wide = at >= LOCATOR_BYTES ? await directory64(blob, tail, at - LOCATOR_BYTES) : null;
    return wide ?? { bytes: tail.getUint32(at + 12, true), offset: tail.getUint32(at + 16, true) };
  }
  return null;
}

/** Archives over 4 GB, as arXiv's snapshot is, state their directory in a wider record elsewhere. */
async function directory64(blob: Blob, tail: DataView, at: number): Promise<Directory | null> {
  if (tail.getUint32(at, true) !== LOCATOR_SIGNATURE) return null;
  const start = Number(tail.getBigUint64(at + 8, true));
  const record = await viewOf(blob, start, start + 56);
  if (record.byteLength < 56 || record.getUint32(0, true) !== END_64_SIGNATURE) return null;
  return {
    bytes: Number(record.getBigUint64(40, true)),
    offset: Number(record.getBigUint64(48, true)),
  };
}

/** Sizes and offset that did not fit in 32 bits, in this order, only those that did not fit. */
function wideNumbers(view: DataView, start: number, end: number, narrow: readonly number[]): number[] {
  let at = start;
  while (at + 4 <= end && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  let next = at + 4;
  return narrow.map((number) => {
    if (number !== NEEDS_64 || next + 8 > end) return number;
    next += 8;
    return Number(view.getBigUint64(next - 8, true));
  });
}

function entriesIn(view: DataView): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= view.byteLength && view.getUint32(at, true) === ENTRY_SIGNATURE) {
    const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > view.byteLength) break;
    const name = new TextDecoder().decode(
      new Uint8Array(view.buffer, at + ENTRY_BYTES, nameEnd - at - ENTRY_BYTES),
    );
    const narrow = [24, 20, 42].map((place) => view.getUint32(at + place, true));
    const [unpackedBytes = 0, packedBytes = 0, offset = 0] = wideNumbers(view, nameEnd, extraEnd, narrow);
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const method = view.getUint16(at + 10, true);
    const crc32 = view.getUint32(at + 16, true);
    entries.push({ name, packedBytes, unpackedBytes, crc32, method, encrypted, offset });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

const INCOMPLETE: SourceTrouble = { kind: 'no-directory' };

/** The files of a zip archive, by its central directory; trouble when that is missing. Reads only the archive's end. */
export async function zipEntries(blob: Blob): Promise<readonly ZipEntry[] | SourceTrouble> {
  const directory = await directoryOf(blob);
  if (directory === null) return INCOMPLETE;
  const { offset, bytes } = directory;
  if (bytes > DIRECTORY_BYTES_MAX || offset + bytes > blob.size) return INCOMPLETE;
  return entriesIn(await viewOf(blob, offset, offset + bytes));
}

/** The packed bytes of one file of the archive; null when there is no file where the directory says. */
export async function packedBytesOf(blob: Blob, entry: ZipEntry): Promise<Blob | null> {
  const header = await viewOf(blob, entry.offset, entry.offset + LOCAL_BYTES);
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL_SIGNATURE) return null;
  const start = entry.offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  return blob.slice(start, start + entry.packedBytes);
}
