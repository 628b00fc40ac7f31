import type { LetterStream } from './letter-stream';

/** A stream's letters as UTF-8. */
export interface StreamBytes {
  readonly bytes: Uint8Array;
  /** Where in the bytes each letter begins. */
  readonly starts: Uint32Array | null;
}

/** `starts` is null when every letter is one byte, as in most texts. */
export function bytesOf(stream: LetterStream): StreamBytes {
  const { units, length } = stream;
  if (isAscii(units)) return { bytes: new Uint8Array(units), starts: null };
  const bytes = new Uint8Array(3 * length);
  const starts = new Uint32Array(length);
  let end = 0;
  for (let at = 0; at < length; at += 1) {
    starts[at] = end;
    const unit = units[at] ?? 0;
    if (unit < 128) bytes[end++] = unit;
    else end += encodeOne(stream, at, bytes.subarray(end));
  }
  return { bytes: bytes.subarray(0, end), starts };
}

function isAscii(units: Uint16Array): boolean {
  let all = 0;
  for (let at = 0; at < units.length; at += 1) all |= units[at] ?? 0;
  return all < 128;
}

const encoder = new TextEncoder();

/** A pair of surrogates is written with its first half, and nothing with its second. */
function encodeOne({ units }: LetterStream, at: number, into: Uint8Array): number {
  const unit = units[at] ?? 0;
  if (unit >= 0xdc00 && unit < 0xe000) return 0;
  const isPair = unit >= 0xd800 && unit < 0xdc00;
  const character = String.fromCharCode(...units.subarray(at, at + (isPair ? 2 : 1)));
  return encoder.encodeInto(character, into).written;
}
