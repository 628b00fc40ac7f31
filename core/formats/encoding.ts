import { WINDOWS_1252 } from '../text/entities';

/** How the text of a source is written. Bytes that are no UTF-8 are read as Windows-1252, which old files are in. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Encoding by the mark at the start, or by where the NULs of ASCII text in UTF-16 stand; and the mark's length. */
export function encodingOf(head: Uint8Array): {
  readonly encoding: TextEncodingName;
  readonly markBytes: number;
} {
  const [a = -1, b = -1, c = -1, d = -1] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  if (a > 0 && b === 0 && c > 0 && d === 0) return { encoding: 'utf-16le', markBytes: 0 };
  if (a === 0 && b > 0 && c === 0 && d > 0) return { encoding: 'utf-16be', markBytes: 0 };
  return { encoding: 'utf-8', markBytes: 0 };
}

/** Bytes of the character that begins with this one in UTF-8; 0 for one that begins none. */
function charBytes(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Where the last whole character ends; a carriage return at the end waits for its line feed too. */
export function wholeCharacters(bytes: Uint8Array, encoding: TextEncodingName): number {
  const length = bytes.length;
  if (encoding === 'utf-8') {
    for (let back = 1; back <= Math.min(3, length); back += 1) {
      const byte = bytes[length - back] ?? 0;
      if (byte >= 0x80 && byte < 0xc0) continue;
      if (charBytes(byte) > back) return length - back;
      break;
    }
    return bytes[length - 1] === 13 ? length - 1 : length;
  }
  const even = length - (length % 2);
  const [high = 0, low = 0] =
    encoding === 'utf-16le' ? [bytes[even - 1], bytes[even - 2]] : [bytes[even - 2], bytes[even - 1]];
  const waits = (high >= 0xd8 && high < 0xdc) || (high === 0 && low === 13);
  return waits ? even - 2 : even;
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LAX = new TextDecoder('utf-8', { ignoreBOM: true });

/** By hand: Node's decoder of Windows-1252 reads Latin-1 (seen 2026-11, Node 20). */
function windows1252(byte: number): string {
  return byte < 0xa0 ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte);
}

function isCharacter(bytes: Uint8Array, at: number, length: number): boolean {
  if (length === 0 || at + length > bytes.length) return false;
  const second = bytes[at + 1] ?? 0;
  const lead = bytes[at];
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second >= 0xa0)) return false;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second >= 0x90)) return false;
  for (let next = at + 1; next < at + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false;
  }
  return true;
}

/** Text, and how many bytes of it were none in its encoding and had to be guessed or replaced. */
export interface Decoded {
  readonly text: string;
  readonly repaired: number;
}

function decodedWithRepairs(bytes: Uint8Array): Decoded {
  const pieces: string[] = [];
  let repaired = 0;
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = charBytes(bytes[at] ?? 0);
    if (length === 1 || isCharacter(bytes, at, length)) {
      at += length;
      continue;
    }
    pieces.push(LAX.decode(bytes.subarray(start, at)), windows1252(bytes[at] ?? 0));
    repaired += 1;
    at += 1;
    start = at;
  }
  pieces.push(LAX.decode(bytes.subarray(start)));
  return { text: pieces.join(''), repaired };
}

/** Text of whole characters. Never throws. */
export function decoded(bytes: Uint8Array, encoding: TextEncodingName): Decoded {
  if (encoding !== 'utf-8') {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
    return { text, repaired: 0 };
  }
  try {
    return { text: STRICT.decode(bytes), repaired: 0 };
  } catch {
    return decodedWithRepairs(bytes);
  }
}
