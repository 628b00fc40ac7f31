import { Gunzip } from 'fflate';
import { crc32 } from './crc32';
import { bombIn, brokenOff, FEED_BYTES } from './inflate';
import type { UnpackLimits, UnpackProgress } from './inflate';

const TRAILER_BYTES = 8;
/** A header with an extra field of the greatest length may stand between a trailer and what tells that it was one. */
const RECENT_BYTES = 3 * FEED_BYTES + 2 ** 16;

/**
 * Unpacks gzip files that were joined, as `cat a.gz b.gz` and bgzip make them: browsers stop after the first (Compression
 * Streams standard: more input after the end is an error). In JavaScript, so about half as fast. fflate checks no sums;
 * this does, at the end of each member.
 */
class MemberReader {
  readonly #gunzip = new Gunzip();
  #unpacked: Uint8Array[] = [];
  /** Of the member that is being read. */
  #crc = 0;
  #bytes = 0;
  /** The packed bytes read last, and where in the file they begin. */
  #recent: Uint8Array = new Uint8Array();
  #recentStart = 0;
  #isSound = true;

  constructor() {
    this.#gunzip.ondata = (data) => {
      if (data.length === 0) return;
      this.#crc = crc32(data, this.#crc);
      this.#bytes += data.length;
      this.#unpacked.push(data);
    };
    this.#gunzip.onmember = (start) => this.#endMember(start);
  }

  /** Throws where the bytes are no gzip. */
  push(chunk: Uint8Array): void {
    this.#keep(chunk);
    this.#gunzip.push(chunk);
    if (!this.#isSound) throw new RangeError('a member is not as it was packed');
  }

  /** What has been unpacked since it was asked last, also before anything was thrown. */
  taken(): readonly Uint8Array[] {
    return this.#unpacked.splice(0);
  }

  /** Throws where the last member is not whole. */
  end(): void {
    this.#gunzip.push(new Uint8Array(), true);
    this.#endMember(this.#recentStart + this.#recent.length);
    if (!this.#isSound) throw new RangeError('the last member ends too early');
  }

  #keep(chunk: Uint8Array): void {
    const both = new Uint8Array(this.#recent.length + chunk.length);
    both.set(this.#recent);
    both.set(chunk, this.#recent.length);
    const dropped = Math.max(0, both.length - RECENT_BYTES);
    this.#recent = both.subarray(dropped);
    this.#recentStart += dropped;
  }

  /** The trailer before `end` states what was unpacked. */
  #endMember(end: number): void {
    const at = end - this.#recentStart - TRAILER_BYTES;
    const { buffer, byteOffset, length } = this.#recent;
    if (at < 0 || at + TRAILER_BYTES > length) this.#isSound = false;
    else {
      const trailer = new DataView(buffer, byteOffset + at, TRAILER_BYTES);
      const isSame =
        trailer.getUint32(0, true) === this.#crc && trailer.getUint32(4, true) === this.#bytes >>> 0;
      this.#isSound &&= isSame;
    }
    this.#crc = 0;
    this.#bytes = 0;
  }
}

/** Unpacks as far as that goes, as `inflated` does; how it ended is left in `progress.trouble`. */
export async function* inflatedMembers(
  packed: AsyncIterable<Uint8Array>,
  progress: UnpackProgress,
  limits: UnpackLimits,
): AsyncGenerator<Uint8Array> {
  const reader = new MemberReader();
  let ended = false;
  function* passed(chunks: readonly Uint8Array[]): Generator<Uint8Array> {
    for (const chunk of chunks) {
      progress.unpackedBytes += chunk.length;
      progress.trouble = bombIn(progress, limits);
      if (progress.trouble !== null) return;
      yield chunk;
    }
  }
  // Whatever was thrown for, what came before it is good.
  try {
    for await (const chunk of packed) {
      for (let at = 0; at < chunk.length; at += FEED_BYTES) {
        const slice = chunk.subarray(at, at + FEED_BYTES);
        reader.push(slice);
        progress.packedBytes += slice.length;
        yield* passed(reader.taken());
        if (progress.trouble !== null) return;
      }
    }
    ended = true;
    reader.end();
  } catch {
    yield* passed(reader.taken());
    progress.trouble ??= brokenOff(progress, ended);
  }
}
