/** Why the bytes of a source end before their end; what was read until then stays good. */
export type SourceTrouble =
  /** The archive ends too early, is not as it was made, or unpacks to more than a library holds; bytes read by then. */
  | {
      readonly kind: 'truncated' | 'damaged' | 'bomb';
      readonly packedBytes: number;
      readonly unpackedBytes: number;
    }
  /** A zip archive whose list of files is missing, at its end. */
  | { readonly kind: 'no-directory' }
  /** A file of a zip archive: encrypted, packed by an unknown method, not where it should be, not as it was made. */
  | { readonly kind: 'encrypted' | 'unknown-method' | 'misplaced' | 'changed'; readonly file: string };

/** How far unpacking has come, kept up to date while it runs. */
export interface UnpackProgress {
  packedBytes: number;
  unpackedBytes: number;
  trouble: SourceTrouble | null;
}

/** A bomb is recognised by these. Deflate reaches 1032; of real libraries, JSON of papers packs 3 to 20 times. */
export interface UnpackLimits {
  readonly ratioMax: number;
  /** Until so many bytes have come the ratio may be anything: small files of blanks are no danger. */
  readonly ratioFrom: number;
  readonly totalMax: number;
}

export const UNPACK_LIMITS: UnpackLimits = {
  ratioMax: 200,
  ratioFrom: 64 * 2 ** 20,
  totalMax: 64 * 2 ** 30,
};

/**
 * A browser may unpack all of one written chunk before anybody can stop it (Compression Streams standard, "decompress
 * and enqueue a chunk"): 32 kB bound what a bomb can do to 33 MB.
 */
export const FEED_BYTES = 32 * 1024;

interface Feeding {
  /** All packed bytes are in; trouble from here on means that there should have been more. */
  ended: boolean;
  /** The reader waits for bytes. */
  waiting: boolean;
  reads: number;
}

/** Closing a truncated stream throws away what waits in it, so first everything has to be read. */
async function drained(feeding: Feeding): Promise<void> {
  let reads: number;
  do {
    reads = feeding.reads;
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  } while (!feeding.waiting || feeding.reads !== reads);
}

async function feed(
  writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>,
  packed: AsyncIterable<Uint8Array>,
  progress: UnpackProgress,
  feeding: Feeding,
): Promise<void> {
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += FEED_BYTES) {
      const slice = chunk.subarray(at, at + FEED_BYTES) as Uint8Array<ArrayBuffer>;
      await writer.write(slice);
      progress.packedBytes += slice.length;
    }
  }
  await drained(feeding);
  feeding.ended = true;
  await writer.close();
}

/** Whether what has come so far is a bomb. */
export function bombIn(progress: UnpackProgress, limits: UnpackLimits): SourceTrouble | null {
  const { packedBytes, unpackedBytes } = progress;
  const tooDense =
    unpackedBytes > limits.ratioFrom && unpackedBytes > limits.ratioMax * (packedBytes + FEED_BYTES);
  if (!tooDense && unpackedBytes <= limits.totalMax) return null;
  return { kind: 'bomb', packedBytes, unpackedBytes };
}

/** What broke off unpacking: the packed bytes had `ended`, or were no archive. */
export function brokenOff(progress: UnpackProgress, ended: boolean): SourceTrouble {
  const { packedBytes, unpackedBytes } = progress;
  return { kind: ended ? 'truncated' : 'damaged', packedBytes, unpackedBytes };
}

/** Unpacks as far as that goes; how it ended is left in `progress.trouble`. Memory stays bounded. */
export async function* inflated(
  packed: AsyncIterable<Uint8Array>,
  format: 'gzip' | 'deflate-raw',
  progress: UnpackProgress,
  limits: UnpackLimits = UNPACK_LIMITS,
): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream(format);
  const reader = stream.readable.getReader();
  const feeding: Feeding = { ended: false, waiting: false, reads: 0 };
  // Its trouble reaches the reader too.
  const fed = feed(stream.writable.getWriter(), packed, progress, feeding).catch(() => null);
  try {
    for (;;) {
      feeding.waiting = true;
      const { done, value } = await reader.read();
      feeding.waiting = false;
      feeding.reads += 1;
      if (done) break;
      progress.unpackedBytes += value.length;
      progress.trouble = bombIn(progress, limits);
      if (progress.trouble !== null) break;
      yield value;
    }
  } catch {
    progress.trouble = brokenOff(progress, feeding.ended);
  } finally {
    feeding.waiting = true;
    await reader.cancel().catch(() => null);
    await fed;
  }
}
