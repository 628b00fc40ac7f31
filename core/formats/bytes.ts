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

function packedPart(
  name: string,
  blob: Blob,
  format: 'gzip' | 'deflate-raw',
  limits: UnpackLimits,
): SourcePart {
  const open = (from = 0) =>
    streamOf((progress) => after(inflated(bytesOf(blob), format, progress, limits), from));
  return { name, packedBytes: blob.size, open };
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
  if (entry.method === 0) return plainPart(entry.name, packed);
  if (entry.method === 8) return packedPart(entry.name, packed, 'deflate-raw', limits);
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
  if (starts(0x1f, 0x8b)) return [packedPart(name.replace(/\.gz$/i, ''), blob, 'gzip', limits)];
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return partsOfZip(blob, limits);
  return [plainPart(name, blob)];
}
