import { ElementSplitter } from './json-elements';
import { LineSplitter } from './json-lines';
import type { JsonPiece, PieceSource } from './json-piece';

/** What is read of a source before it is decided how its values are laid out. */
const HEAD_CHARS = 64 * 1024;

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** JSON lines when the first line is whole or the second begins an object too; true, false, or null when more has to be read. */
function isLines(head: string, ended: boolean): boolean | null {
  const start = head.trimStart();
  if (start === '') return ended || head.length > HEAD_CHARS ? true : null;
  if (/^[[\],]/.test(start)) return false;
  const lineEnd = start.indexOf('\n');
  const next = lineEnd === -1 ? '' : start.slice(lineEnd).trimStart();
  if (next !== '') return !start.startsWith('{') || next.startsWith('{') || isWhole(start.slice(0, lineEnd));
  return ended || head.length > HEAD_CHARS ? false : null;
}

/**
 * Cuts a source of any size into its records: JSON lines, a top-level array, one object after the other, or an object
 * that holds the records under one of the given keys (`{"results": [...]}`).
 */
export class JsonSplitter implements PieceSource {
  #head = '';
  #source: PieceSource | null = null;
  readonly #wrapperKeys: readonly string[];

  constructor(wrapperKeys: readonly string[]) {
    this.#wrapperKeys = wrapperKeys;
  }

  push(chunk: string): readonly JsonPiece[] {
    if (this.#source) return this.#source.push(chunk);
    this.#head += chunk;
    const lines = isLines(this.#head, false);
    return lines === null ? [] : this.#begin(lines).push(this.#head);
  }

  end(): readonly JsonPiece[] {
    if (this.#source) return this.#source.end();
    const source = this.#begin(isLines(this.#head, true) ?? true);
    return [...source.push(this.#head), ...source.end()];
  }

  #begin(lines: boolean): PieceSource {
    this.#source = lines ? new LineSplitter() : new ElementSplitter(this.#wrapperKeys);
    return this.#source;
  }
}
