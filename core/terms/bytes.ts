/** Writes bytes, numbers of seven bits a byte (LEB128) and text into one growing buffer. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacity = 256) {
    this.#bytes = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2 ** 32 - 1. */
  number(value: number): void {
    this.#room(5);
    const bytes = this.#bytes;
    let at = this.#length;
    let rest = value >>> 0;
    while (rest >= 0x80) {
      bytes[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[at++] = rest;
    this.#length = at;
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  /** The text from a place on, whose units are all below 128. */
  ascii(text: string, from: number): void {
    const length = text.length - from;
    this.#room(length);
    for (let at = 0; at < length; at++) this.#bytes[this.#length + at] = text.charCodeAt(from + at);
    this.#length += length;
  }

  /** What is written so far; a view that the next write may leave behind. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** What is written so far, in a buffer of its own; the writer starts anew. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  clear(): void {
    this.#length = 0;
  }

  #room(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.view());
    this.#bytes = grown;
  }
}

/** Reads what a `ByteWriter` wrote. Past the end everything is 0 or empty: damaged bytes give nonsense, never a throw. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  at: number;
  readonly #end: number;

  constructor(bytes: Uint8Array, from = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.at = from;
    this.#end = Math.min(end, bytes.length);
  }

  get isAtEnd(): boolean {
    return this.at >= this.#end;
  }

  byte(): number {
    return this.at < this.#end ? (this.#bytes[this.at++] ?? 0) : 0;
  }

  number(): number {
    let value = 0;
    let shift = 0;
    while (this.at < this.#end && shift < 35) {
      const byte = this.#bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
      shift += 7;
    }
    return value >>> 0;
  }

  /** Numbers written as differences from the one before, the first from `before`; returns how many there were. */
  differences(into: Uint32Array, count: number, before: number): number {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = this.at;
    let value = before;
    let read = 0;
    for (; read < count && at < end; read++) {
      let difference = bytes[at++] ?? 0;
      if (difference >= 0x80) {
        difference &= 0x7f;
        for (let shift = 7; at < end && shift < 35; shift += 7) {
          const byte = bytes[at++] ?? 0;
          difference |= (byte & 0x7f) << shift;
          if (byte < 0x80) break;
        }
      }
      value += difference >>> 0;
      into[read] = value;
    }
    this.at = at;
    return read;
  }

  /** A view of the next bytes; fewer where there are not so many. */
  bytes(length: number): Uint8Array {
    const from = this.at;
    this.at = Math.min(this.#end, from + length);
    return this.#bytes.subarray(from, this.at);
  }
}
