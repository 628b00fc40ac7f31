import { LONG_EXCERPT_CHARS, RECORD_CHARS_MAX } from './json-piece';
import type { JsonPiece, PieceSource } from './json-piece';

/** A key with its colon and the gaps around it fit in here. */
const KEY_CHARS = 80;

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;

/**
 * Where between the values we are: at the top (one value after the other), in an array of records, or in what
 * follows such an array in the object that wraps it.
 */
type Place = 'top' | 'array' | 'after';

/** Values of an array, of an object's array, or standing one after the other, by counting brackets outside strings. */
export class ElementSplitter implements PieceSource {
  readonly #wrapper: RegExp;
  #place: Place = 'top';
  #wrapped = false;
  /** Brackets open inside the value being read; in `after`, inside the wrapping object, itself included. */
  #depth = 0;
  #inString = false;
  /** The last character of the chunk before was a backslash that escapes the next. */
  #escapes = false;
  /** The value's text in the chunks before; null between values. */
  #value: string | null = null;
  /** Where the value, or its rest, begins in this chunk. */
  #start = 0;
  #tooLong = false;
  #valueLine = 1;
  /** Blanks before the character to come when only blanks stand before it on its line; -1 otherwise. */
  #indent = 0;
  /** The same where the value began. */
  #valueIndent = -1;
  #line = 1;
  #position = 0;
  #chunk = '';
  #pieces: JsonPiece[] = [];

  constructor(wrapperKeys: readonly string[]) {
    this.#wrapper = new RegExp(`"(?:${wrapperKeys.join('|')})"\\s*:\\s*$`);
  }

  push(chunk: string): readonly JsonPiece[] {
    this.#pieces = [];
    this.#chunk = chunk;
    this.#start = 0;
    let newline = chunk.indexOf('\n');
    for (let at = 0; at < chunk.length;) {
      if (newline !== -1 && newline < at) newline = chunk.indexOf('\n', at);
      at = this.#inString ? this.#stringEnd(at, newline) : this.#step(at);
    }
    this.#keep();
    this.#position += chunk.length;
    return this.#pieces;
  }

  end(): readonly JsonPiece[] {
    this.#pieces = [];
    this.#chunk = '';
    this.#start = 0;
    if (this.#value !== null) this.#emit(0);
    return this.#pieces;
  }

  /** Past the closing quote; a line that ends inside a string ends the string, or one lost quote would lose the file. */
  #stringEnd(from: number, newline: number): number {
    let at = from;
    while (at < this.#chunk.length) {
      const quote = this.#chunk.indexOf('"', at);
      if (newline !== -1 && (quote === -1 || newline < quote)) {
        this.#inString = false;
        this.#escapes = false;
        return newline;
      }
      const end = quote === -1 ? this.#chunk.length : quote;
      const escaped = this.#isEscaped(from, end);
      this.#escapes = quote === -1 && escaped;
      if (quote === -1) return end;
      at = quote + 1;
      if (escaped) continue;
      this.#inString = false;
      return at;
    }
    return at;
  }

  #isEscaped(from: number, at: number): boolean {
    let first = at;
    while (first > from && this.#chunk.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    const carried = first === from && this.#escapes ? 1 : 0;
    return (at - first + carried) % 2 === 1;
  }

  /** One character outside strings; returns the place of the next. */
  #step(at: number): number {
    const code = this.#chunk.charCodeAt(at);
    if (code === NEWLINE) this.#newline(at);
    else if (code === QUOTE) {
      this.#begin(at);
      this.#inString = true;
    } else if (code === 0x7b || code === 0x5b) this.#open(at, code === 0x5b);
    else if (code === 0x7d || code === 0x5d) this.#close(at);
    else if (code === 0x2c) this.#comma(at);
    else if (code > 0x20) this.#begin(at);
    if (code === NEWLINE) this.#indent = 0;
    else if (code > 0x20) this.#indent = -1;
    else if (this.#indent >= 0) this.#indent += 1;
    return at + 1;
  }

  #newline(at: number): void {
    if (this.#depth === 0 && this.#place === 'top' && this.#value !== null) this.#emit(at);
    this.#line += 1;
  }

  #begin(at: number): void {
    if (this.#value !== null || this.#place === 'after') return;
    this.#value = '';
    this.#start = at;
    this.#valueLine = this.#line;
    this.#valueIndent = this.#indent;
    this.#tooLong = false;
  }

  #open(at: number, isArray: boolean): void {
    if (isArray && this.#entersRecords(at)) {
      this.#place = 'array';
      this.#value = null;
      this.#depth = 0;
      return;
    }
    if (!isArray && this.#startsAnew()) this.#emit(at);
    this.#begin(at);
    this.#depth += 1;
  }

  /**
   * An object that begins its line as deep as the record did is the next record, and the one being read lost a
   * bracket; otherwise that one would swallow the rest of the file.
   */
  #startsAnew(): boolean {
    return this.#depth > 0 && this.#value !== null && this.#indent >= 0 && this.#indent === this.#valueIndent;
  }

  #entersRecords(at: number): boolean {
    if (this.#place !== 'top') return false;
    if (this.#depth === 0) return this.#value === null;
    if (this.#depth !== 1) return false;
    const read = this.#chunk.slice(Math.max(this.#start, at - KEY_CHARS), at);
    const before = read.length < KEY_CHARS ? (this.#value ?? '').slice(-KEY_CHARS) + read : read;
    this.#wrapped = this.#wrapper.test(before);
    return this.#wrapped;
  }

  #close(at: number): void {
    if (this.#depth > 0) {
      this.#depth -= 1;
      if (this.#depth > 0) return;
      if (this.#place === 'after') this.#place = 'top';
      else this.#emit(at + 1);
      return;
    }
    if (this.#value !== null) this.#emit(at);
    if (this.#place !== 'array') return;
    this.#place = this.#wrapped ? 'after' : 'top';
    this.#depth = this.#wrapped ? 1 : 0;
    this.#wrapped = false;
  }

  /** Between values a comma means an array, also where reading began in its middle. */
  #comma(at: number): void {
    if (this.#depth > 0 || this.#place === 'after') return;
    if (this.#value !== null) this.#emit(at);
    this.#place = 'array';
  }

  #emit(end: number): void {
    this.#start = Math.min(this.#start, end);
    const text = (this.#value ?? '') + this.#chunk.slice(this.#start, end);
    this.#value = null;
    this.#depth = 0;
    this.#pieces.push({
      text,
      line: this.#valueLine,
      // Past a wrapped array comes the rest of the object, which would look like a record of its own.
      position: this.#wrapped ? null : this.#position + end,
      tooLong: this.#tooLong || text.length > RECORD_CHARS_MAX,
    });
  }

  /** Keeps what has been read of an unfinished value; of one that is too long, only its start. */
  #keep(): void {
    if (this.#value === null) return;
    if (!this.#tooLong) this.#value += this.#chunk.slice(this.#start);
    if (this.#value.length <= RECORD_CHARS_MAX) return;
    this.#tooLong = true;
    this.#value = this.#value.slice(0, LONG_EXCERPT_CHARS);
  }
}
