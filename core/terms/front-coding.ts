import type { ByteReader, ByteWriter } from './bytes';

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** Writes sorted texts one by one, each as what it shares with the one before and the rest of it. */
export class FrontWriter {
  #previous = '';

  write(text: string, out: ByteWriter): void {
    const shared = sharedUnits(this.#previous, text);
    const rest = ENCODER.encode(text.slice(shared));
    out.number(shared);
    out.number(rest.length);
    out.bytes(rest);
    this.#previous = text;
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
