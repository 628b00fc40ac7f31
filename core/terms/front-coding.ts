import type { ByteReader, ByteWriter } from './bytes';

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** Writes sorted texts one by one, each as what it shares with the one before and the rest of it. */
export class FrontWriter {
  #previous = '';

  write(text: string, out: ByteWriter): void {
    const shared = sharedUnits(this.#previous, text);
    this.#previous = text;
    out.number(shared);
    if (isAscii(text, shared)) {
      out.number(text.length - shared);
      out.ascii(text, shared);
      return;
    }
    const rest = ENCODER.encode(text.slice(shared));
    out.number(rest.length);
    out.bytes(rest);
  }

  /** The next text stands on its own: a new file starts. */
  restart(): void {
    this.#previous = '';
  }
}

/** The other way round. */
export class FrontReader {
  #previous = '';

  read(from: ByteReader): string {
    const shared = from.number();
    const rest = from.bytes(from.number());
    this.#previous = this.#previous.slice(0, shared) + decoded(rest);
    return this.#previous;
  }
}

/** So are most, and the encoder's fixed cost would be most of the time. */
function isAscii(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}

function decoded(bytes: Uint8Array): string {
  // Stems are short and mostly ASCII, where the decoder's fixed cost is most of the time.
  if (bytes.length > 24) return DECODER.decode(bytes);
  let text = '';
  for (const byte of bytes) {
    if (byte >= 0x80) return DECODER.decode(bytes);
    text += String.fromCharCode(byte);
  }
  return text;
}

/** In UTF-16 units, never between the halves of a pair. */
function sharedUnits(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  const last = b.charCodeAt(shared - 1);
  return last >= 0xd800 && last < 0xdc00 ? shared - 1 : shared;
}
