import { crc32 } from './crc32';
import { inflatedMembers } from './gzip-members';
import { inflated, UNPACK_LIMITS } from './inflate';
import type { SourceTrouble, UnpackLimits, UnpackProgress } from './inflate';
import { packedBytesOf, zipEntries } from './zip';
import type { ZipEntry } from './zip';

/** Bytes of one part, unpacked, in order; progress and trouble are readable at any time. */
export interface ByteStream extends AsyncIterable<Uint8Array> {
  readonly progress: Readonly<UnpackProgress>;
}

/** A file to import, or one file of an archive. */
export interface SourcePart {
  readonly name: string;
  /** As it lies in the source, packed: what `progress.packedBytes` runs up to. */
  readonly packedBytes: number;
  /** Unpacked bytes from that place on; to get there a packed part is unpacked from its start. */
  readonly open: (from?: number) => ByteStream;
}

async function* bytesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.length > 0) yield value;
    }
  } finally {
    // An abandoned import has to let go of the file.
    await reader.cancel().catch(() => null);
  }
}

async function* counted(blob: Blob, progress: UnpackProgress): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytesOf(blob)) {
    progress.packedBytes += chunk.length;
    progress.unpackedBytes += chunk.length;
    yield chunk;
  }
}

async function* after(chunks: AsyncIterable<Uint8Array>, from: number): AsyncGenerator<Uint8Array> {
  let toSkip = from;
  for await (const chunk of chunks) {
    if (chunk.length > toSkip) yield toSkip > 0 ? chunk.subarray(toSkip) : chunk;
    toSkip = Math.max(0, toSkip - chunk.length);
  }
}

function streamOf(
  start: (progress: UnpackProgress) => AsyncIterable<Uint8Array>,
  packedBytes = 0,
): ByteStream {
  const progress: UnpackProgress = { packedBytes, unpackedBytes: packedBytes, trouble: null };
  return { progress, [Symbol.asyncIterator]: () => start(progress)[Symbol.asyncIterator]() };
}

function plainPart(name: string, blob: Blob): SourcePart {
  const open = (from = 0) => streamOf((progress) => counted(blob.slice(from), progress), from);
  return { name, packedBytes: blob.size, open };
}

/**
 * What gzip holds, by the browser's own unpacking, the fastest; where that stops at a second gzip that was joined to the
 * first, or at damage, the file is read again in another way, past what has come.
 */
async function* gunzipped(
  blob: Blob,
  progress: UnpackProgress,
  limits: UnpackLimits,
): AsyncGenerator<Uint8Array> {
  yield* inflated(bytesOf(blob), 'gzip', progress, limits);
  if (progress.trouble?.kind !== 'damaged') return;
  const again: UnpackProgress = { packedBytes: 0, unpackedBytes: 0, trouble: null };
  for await (const chunk of after(inflatedMembers(bytesOf(blob), again, limits), progress.unpackedBytes)) {
    progress.packedBytes = Math.max(progress.packedBytes, again.packedBytes);
    progress.unpackedBytes = again.unpackedBytes;
    yield chunk;
  }
  progress.packedBytes = Math.max(progress.packedBytes, again.packedBytes);
  progress.trouble = again.trouble;
}

function gzipPart(name: string, blob: Blob, limits: UnpackLimits): SourcePart {
  const open = (from = 0) => streamOf((progress) => after(gunzipped(blob, progress, limits), from));
  return { name, packedBytes: blob.size, open };
}

/** Of a zip archive. What is stored and read from a place on, as only resumed imports do, cannot be checked. */
function zippedPart(entry: ZipEntry, packed: Blob, limits: UnpackLimits): SourcePart {
  const { name } = entry;
  const bytes = (progress: UnpackProgress) =>
    entry.method === 0
      ? counted(packed, progress)
      : inflated(bytesOf(packed), 'deflate-raw', progress, limits);
  const open = (from = 0) =>
    entry.method === 0 && from > 0
      ? plainPart(name, packed).open(from)
      : streamOf((progress) => after(checked(bytes(progress), entry, progress), from));
  return { name, packedBytes: packed.size, open };
}

/** Passes a file of a zip archive on and says at its end whether it was what the archive's directory says. */
async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  entry: ZipEntry,
  progress: UnpackProgress,
): AsyncGenerator<Uint8Array> {
  let crc = 0;
  for await (const chunk of bytes) {
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (crc !== entry.crc32) progress.trouble ??= { kind: 'changed', file: entry.name };
}

async function partOf(
  blob: Blob,
  entry: ZipEntry,
  limits: UnpackLimits,
): Promise<SourcePart | SourceTrouble> {
  const { name: file } = entry;
  if (entry.encrypted) return { kind: 'encrypted', file };
  const packed = await packedBytesOf(blob, entry);
  if (packed === null) return { kind: 'misplaced', file };
  if (entry.method === 0 || entry.method === 8) return zippedPart(entry, packed, limits);
  return { kind: 'unknown-method', file };
}

/** Folders, and what macOS and others leave beside the files that people packed. */
const isBaggage = (name: string) => /\/$|(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$)/.test(name);

/** More than anyone would import at once; OpenAlex's snapshot has about a thousand. */
const PARTS_MAX = 10_000;

async function partsOfZip(blob: Blob, limits: UnpackLimits): Promise<readonly SourcePart[] | SourceTrouble> {
  const entries = await zipEntries(blob);
  if (!Array.isArray(entries)) return entries as SourceTrouble;
  const files = (entries as readonly ZipEntry[]).filter(({ name }) => !isBaggage(name)).slice(0, PARTS_MAX);
  const parts: SourcePart[] = [];
  let trouble: SourceTrouble | null = null;
  for (const file of files) {
    const part = await partOf(blob, file, limits);
    if ('kind' in part) trouble ??= part;
    else parts.push(part);
  }
  return parts.length === 0 && trouble !== null ? trouble : parts;
}

/**
 * What a file holds: itself, what its gzip holds, or the files of a zip archive, told by its first bytes. A file
 * inside a zip that is packed once more is left packed.
 */
export async function partsOf(
  blob: Blob,
  name: string,
  limits: UnpackLimits = UNPACK_LIMITS,
): Promise<readonly SourcePart[] | SourceTrouble> {
  const head = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  if (starts(0x1f, 0x8b)) return [gzipPart(name.replace(/\.gz$/i, ''), blob, limits)];
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return partsOfZip(blob, limits);
  return [plainPart(name, blob)];
}
