import type { ByteStream, SourcePart } from './bytes';
import { decoded, encodingOf, wholeCharacters } from './encoding';
import type { TextEncodingName } from './encoding';

/** A place in a source where reading can go on later, also in another process; plain data. */
export interface TextMark {
  /** Unpacked bytes before it, up to a whole character. */
  readonly bytes: number;
  /** UTF-16 units of text after those bytes. */
  readonly skip: number;
  readonly encoding: TextEncodingName;
}

/** What had to be done to the bytes to make them text. */
export interface TextRepairs {
  /** Bytes that were no UTF-8. */
  repaired: number;
  /** NUL characters, now blanks. */
  nuls: number;
}

/** Text of one part in chunks, line ends as `\n`, without a byte order mark. Runs once. */
export interface TextSource extends AsyncIterable<string> {
  readonly bytes: ByteStream;
  readonly repairs: Readonly<TextRepairs>;
  /**
   * The mark of a position: UTF-16 units counted from where this source began. Positions must not go back from call to call.
   */
  readonly markAt: (position: number) => TextMark;
}

/** Where a chunk of text began. */
interface Boundary {
  readonly position: number;
  readonly bytes: number;
}

function joined(carry: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (carry.length === 0) return chunk;
  const both = new Uint8Array(carry.length + chunk.length);
  both.set(carry);
  both.set(chunk, carry.length);
  return both;
}

/** Blocks of whole characters, each with the place of its first byte. */
async function* blocksOf(
  chunks: AsyncIterable<Uint8Array>,
  start: number,
  known: TextEncodingName | null,
): AsyncGenerator<{ block: Uint8Array; bytes: number; encoding: TextEncodingName }> {
  let encoding = known;
  let carry: Uint8Array = new Uint8Array();
  let bytes = start;
  for await (const chunk of chunks) {
    let all = joined(carry, chunk);
    carry = all;
    if (encoding === null) {
      if (all.length < 4) continue;
      const found = encodingOf(all);
      encoding = found.encoding;
      all = all.subarray(found.markBytes);
      bytes += found.markBytes;
    }
    const end = wholeCharacters(all, encoding);
    carry = all.subarray(end);
    if (end > 0) yield { block: all.subarray(0, end), bytes, encoding };
    bytes += end;
  }
  const found = encoding === null ? encodingOf(carry) : { encoding, markBytes: 0 };
  const rest = carry.subarray(found.markBytes);
  if (rest.length > 0) yield { block: rest, bytes: bytes + found.markBytes, encoding: found.encoding };
}

function withoutNuls(text: string, repairs: TextRepairs): string {
  if (!text.includes('\0')) return text;
  return text.replace(/\0/g, () => {
    repairs.nuls += 1;
    return ' ';
  });
}

/** Reads a part as text, from its start or from where a mark was set. */
export function textOf(part: SourcePart, from: TextMark | null = null): TextSource {
  const bytes = part.open(from?.bytes ?? 0);
  const repairs: TextRepairs = { repaired: 0, nuls: 0 };
  let encoding: TextEncodingName = from?.encoding ?? 'utf-8';
  let boundaries: Boundary[] = [{ position: -(from?.skip ?? 0), bytes: from?.bytes ?? 0 }];

  async function* chunks(): AsyncGenerator<string> {
    let position = -(from?.skip ?? 0);
    // A mark at the very start was set before the encoding was known.
    const known = from !== null && from.bytes > 0 ? from.encoding : null;
    for await (const read of blocksOf(bytes, from?.bytes ?? 0, known)) {
      encoding = read.encoding;
      const { text: raw, repaired } = decoded(read.block, encoding);
      repairs.repaired += repaired;
      const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
      const text = withoutNuls(lines, repairs);
      boundaries.push({ position, bytes: read.bytes });
      const shown = position < 0 ? text.slice(-position) : text;
      position += text.length;
      if (shown !== '') yield shown;
    }
  }

  function markAt(position: number): TextMark {
    const next = boundaries.findIndex((boundary) => boundary.position > position);
    boundaries = boundaries.slice((next === -1 ? boundaries.length : next) - 1);
    const [last] = boundaries;
    if (!last || position < last.position) throw new RangeError('Positions go forward from call to call');
    return { bytes: last.bytes, skip: position - last.position, encoding };
  }

  return { bytes, repairs, markAt, [Symbol.asyncIterator]: chunks };
}
