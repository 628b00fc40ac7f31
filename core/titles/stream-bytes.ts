import { TITLE_CHARS_MAX } from '../text/title-key';
import type { LetterStream } from './letter-stream';

/** Three bytes a letter at most. */
const room = new Uint8Array(3 * TITLE_CHARS_MAX);
const encoder = new TextEncoder();

/** As many letters of a stream as a title may have, from one on, as UTF-8. */
export function titleBytesAt(stream: LetterStream, start: number): Uint8Array {
  const { units, length } = stream;
  const last = Math.min(length, start + TITLE_CHARS_MAX);
  let end = 0;
  for (let at = start; at < last; at += 1) {
    const unit = units[at] ?? 0;
    if (unit < 128) room[end++] = unit;
    else end += encodeOne(stream, at, room.subarray(end));
  }
  return room.slice(0, end);
}

/** A pair of surrogates is written with its first half, and nothing with its second. */
function encodeOne({ units }: LetterStream, at: number, into: Uint8Array): number {
  const unit = units[at] ?? 0;
  if (unit >= 0xdc00 && unit < 0xe000) return 0;
  const isPair = unit >= 0xd800 && unit < 0xdc00;
  const character = String.fromCharCode(...units.subarray(at, at + (isPair ? 2 : 1)));
  return encoder.encodeInto(character, into).written;
}
