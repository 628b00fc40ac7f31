import { linesOf } from './lines';
import type { RecordReason } from './reasons';
import { RECORD_CHARS_MAX, TOO_LONG } from './record-reader';
import type { Piece, Splitter } from './record-reader';

const TAG = /<(\/?)([A-Za-z_][\w.-]{0,60}(?::[\w.-]{1,60})?)([^<>]{0,2000}\/>)?|<!--|<!\[CDATA\[/g;

/** Which elements of a document are records. */
export interface XmlItems {
  readonly isItem: (name: string) => boolean;
  /** Whether an element of the item's own name, standing in it, is the next item: this one was never closed. */
  readonly isNext: (line: string, at: number) => boolean;
}

/** Cuts XML into the outermost elements that are items, without reading what is in them. */
class ItemSplitter implements Splitter {
  readonly #items: XmlItems;
  readonly #lines = linesOf();
  /** Name of the open item, and how many elements of its name are open. */
  #name: string | null = null;
  #depth = 0;
  /** What ends the comment or CDATA section that is open. */
  #skipsTo: string | null = null;
  #line = 1;
  #startLine = 1;
  #parts: string[] = [];
  #chars = 0;
  #pieces: Piece[] = [];

  constructor(items: XmlItems) {
    this.#items = items;
  }

  push(text: string): readonly Piece[] {
    return this.#take(this.#lines.push(text));
  }

  end(): readonly Piece[] {
    const pieces = this.#take(this.#lines.end());
    this.#close({ kind: 'not-closed' });
    return [...pieces, ...this.#pieces.splice(0)];
  }

  #take(lines: readonly string[]): readonly Piece[] {
    for (const line of lines) {
      this.#takeLine(line);
      if (line.endsWith('\n')) this.#line += 1;
    }
    return this.#pieces.splice(0);
  }

  #takeLine(line: string): void {
    let from = 0;
    let at = this.#skip(line, 0);
    while (at < line.length) {
      TAG.lastIndex = at;
      const tag = TAG.exec(line);
      if (tag === null) break;
      at = TAG.lastIndex;
      const [mark, slash = '', name, selfClosed] = tag;
      if (name === undefined) {
        this.#skipsTo = mark === '<!--' ? '-->' : ']]>';
        at = this.#skip(line, at);
      } else from = this.#tag({ name, slash, selfClosed }, line, from, tag.index);
    }
    this.#gather(line.slice(from));
  }

  /** Where the comment or section that is open ends; after the line, if not in it. */
  #skip(line: string, from: number): number {
    if (this.#skipsTo === null) return from;
    const end = line.indexOf(this.#skipsTo, from);
    if (end === -1) return line.length;
    const after = end + this.#skipsTo.length;
    this.#skipsTo = null;
    return after;
  }

  /** One tag; returns where what is not yet gathered begins. */
  #tag(
    tag: { readonly name: string; readonly slash: string; readonly selfClosed: string | undefined },
    line: string,
    from: number,
    at: number,
  ): number {
    const isOpening = tag.slash === '';
    if (isOpening && tag.name === this.#name && this.#items.isNext(line, at)) {
      this.#gather(line.slice(from, at));
      this.#close({ kind: 'not-closed' });
      return this.#open(tag.name, tag.selfClosed !== undefined, at);
    }
    if (this.#name === null)
      return isOpening && this.#items.isItem(tag.name)
        ? this.#open(tag.name, tag.selfClosed !== undefined, at)
        : from;
    if (tag.name !== this.#name || tag.selfClosed !== undefined) return from;
    this.#depth += isOpening ? 1 : -1;
    if (this.#depth > 0) return from;
    const end = line.indexOf('>', at) + 1 || line.length;
    this.#gather(line.slice(from, end));
    this.#close(null);
    return end;
  }

  #open(name: string, isSelfClosed: boolean, at: number): number {
    if (isSelfClosed) return at;
    this.#name = name;
    this.#depth = 1;
    this.#startLine = this.#line;
    return at;
  }

  #gather(text: string): void {
    if (this.#name === null) return;
    this.#chars += text.length;
    if (this.#chars <= RECORD_CHARS_MAX) this.#parts.push(text);
  }

  #close(problem: RecordReason | null): void {
    if (this.#name !== null) {
      const tooLong = this.#chars > RECORD_CHARS_MAX;
      const text = this.#parts.join('');
      this.#pieces.push({ text, line: this.#startLine, problem: tooLong ? TOO_LONG : problem });
    }
    this.#name = null;
    this.#parts = [];
    this.#chars = 0;
  }
}

/** A splitter for one document. */
export const xmlItems = (items: XmlItems): Splitter => new ItemSplitter(items);
