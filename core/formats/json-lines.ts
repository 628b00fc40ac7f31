import { LONG_EXCERPT_CHARS, RECORD_CHARS_MAX } from './json-piece';
import type { JsonPiece, PieceSource } from './json-piece';

const BLANK = /^\s*$/;

/** One value a line. Blank lines count as lines only; a comma at the end of a line is dropped. */
export class LineSplitter implements PieceSource {
  #rest = '';
  #restIsCut = false;
  #line = 1;
  #position = 0;

  push(chunk: string): readonly JsonPiece[] {
    const pieces: JsonPiece[] = [];
    let start = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
      this.#take(this.#joined(chunk.slice(start, end)), this.#position + end + 1, pieces);
      start = end + 1;
    }
    this.#rest = this.#joined(chunk.slice(start));
    this.#position += chunk.length;
    return pieces;
  }

  end(): readonly JsonPiece[] {
    const pieces: JsonPiece[] = [];
    this.#take(this.#rest, this.#position, pieces);
    this.#rest = '';
    return pieces;
  }

  #joined(more: string): string {
    if (this.#restIsCut) return this.#rest;
    if (this.#rest === '') return more;
    const all = this.#rest + more;
    if (all.length <= RECORD_CHARS_MAX) return all;
    this.#restIsCut = true;
    return all.slice(0, LONG_EXCERPT_CHARS);
  }

  #take(text: string, position: number, pieces: JsonPiece[]): void {
    const tooLong = this.#restIsCut || text.length > RECORD_CHARS_MAX;
    if (tooLong || !BLANK.test(text)) {
      const value = text.endsWith(',') ? text.slice(0, -1) : text;
      pieces.push({ text: value, line: this.#line, position, tooLong });
    }
    this.#line += 1;
    this.#rest = '';
    this.#restIsCut = false;
  }
}
