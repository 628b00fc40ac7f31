import { linesOf } from './lines';
import type { RecordReason } from './reasons';
import { RECORD_CHARS_MAX, TOO_LONG } from './record-reader';
import type { Piece, Splitter } from './record-reader';

const MARKS = /["{}[\],]/g;
const STRING_MARKS = /["\\]/g;
const MEMBER_START = /^([ \t]*)["{[]/;

class MemberSplitter implements Splitter {
  readonly #container: string;
  readonly #lines = linesOf();
  /** Whether we are in the container; null before the first bracket. */
  #isInside: boolean | null = null;
  #depth = 0;
  #inString = false;
  #escapes = false;
  /** Gap before a record that begins a line: nothing inside a record stands so far to the left. */
  #indent: string | null = null;
  #line = 1;
  #startLine = 1;
  #parts: string[] = [];
  #chars = 0;
  #pieces: Piece[] = [];

  constructor(container: '[' | '{') {
    this.#container = container;
  }

  push(text: string): readonly Piece[] {
    return this.#take(this.#lines.push(text));
  }

  end(): readonly Piece[] {
    const pieces = this.#take(this.#lines.end());
    this.#close(this.#depth > 0 || this.#inString ? { kind: 'not-closed' } : null);
    return [...pieces, ...this.#pieces.splice(0)];
  }

  #take(lines: readonly string[]): readonly Piece[] {
    for (const line of lines) {
      this.#startLineOf(line);
      this.#marksOf(line);
      if (line.endsWith('\n')) {
        this.#line += 1;
        // A string of JSON ends on its line; without this a lost quotation mark would lose the rest of the file.
        this.#inString = false;
        this.#escapes = false;
      }
    }
    return this.#pieces.splice(0);
  }

  /** A line that begins as records do, while one is open: that one has lost a bracket, and ends here. */
  #startLineOf(line: string): void {
    if (this.#inString || this.#depth === 0) return;
    const gap = MEMBER_START.exec(line)?.[1];
    const isStart = this.#isInside === true ? gap !== undefined && gap !== '' : line.startsWith('{');
    if (!isStart || gap !== this.#indent) return;
    this.#close({ kind: 'not-closed' });
    this.#depth = 0;
  }

  #marksOf(line: string): void {
    let from = 0;
    let at = this.#escapes ? 1 : 0;
    this.#escapes = false;
    while (at < line.length) {
      const marks = this.#inString ? STRING_MARKS : MARKS;
      marks.lastIndex = at;
      const found = marks.exec(line);
      if (found === null) break;
      at = found.index + 1;
      if (found[0] === '\\') {
        // A cut of a very long line may part a backslash from what it escapes.
        this.#escapes = at === line.length;
        at += 1;
      } else if (found[0] === '"') this.#inString = !this.#inString;
      else from = this.#bracket(found[0], line, from, found.index);
    }
    this.#gather(line.slice(from));
  }

  /** One bracket or comma outside strings; returns where what is not yet gathered begins. */
  #bracket(mark: string, line: string, from: number, at: number): number {
    if (mark === '{' || mark === '[') {
      if (this.#isInside === null) {
        this.#isInside = mark === this.#container;
        if (this.#isInside) return at + 1;
      }
      this.#depth += 1;
      return from;
    }
    if (mark === ',') {
      if (this.#depth > 0) return from;
      this.#gather(line.slice(from, at));
      this.#close(null);
      return at + 1;
    }
    if (this.#depth === 0) return this.#endOfContainer(line, from, at);
    this.#depth -= 1;
    if (this.#depth > 0 || this.#isInside === true) return from;
    this.#gather(line.slice(from, at + 1));
    this.#close(null);
    return at + 1;
  }

  #endOfContainer(line: string, from: number, at: number): number {
    this.#gather(line.slice(from, at));
    this.#close(null);
    this.#isInside = null;
    return at + 1;
  }

  #gather(text: string): void {
    if (this.#chars === 0) {
      const gap = text.length - text.trimStart().length;
      if (gap === text.length) return;
      this.#startLine = this.#line;
      this.#indent ??= /^[ \t]*/.exec(text)?.[0] ?? '';
    }
    this.#chars += text.length;
    if (this.#chars <= RECORD_CHARS_MAX) this.#parts.push(text);
  }

  #close(problem: RecordReason | null): void {
    const tooLong = this.#chars > RECORD_CHARS_MAX;
    const text = this.#parts.join('').trim();
    if (text !== '' || tooLong)
      this.#pieces.push({ text, line: this.#startLine, problem: tooLong ? TOO_LONG : problem });
    this.#parts = [];
    this.#chars = 0;
  }
}

/**
 * Cuts JSON into records by counting brackets outside strings. Where the text begins with `container` its members are
 * the records (elements of an array; `"key": value` of an object), otherwise every value of its own is (JSON lines).
 */
export const jsonMembers = (container: '[' | '{'): Splitter => new MemberSplitter(container);
