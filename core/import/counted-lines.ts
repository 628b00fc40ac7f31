/**
 * Passes text on and says how many line ends stand before a position, so that a record's line is its line in the whole
 * file also when reading began in the middle. Positions must not go back from call to call.
 */
export class CountedLines implements AsyncIterable<string> {
  readonly #source: AsyncIterable<string>;
  /** Text that has been passed on and not yet counted; null once nobody will ask. */
  #uncounted: string[] | null = [];
  #position = 0;
  #lines: number;

  constructor(source: AsyncIterable<string>, linesBefore: number) {
    this.#source = source;
    this.#lines = linesBefore;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for await (const chunk of this.#source) {
      this.#uncounted?.push(chunk);
      yield chunk;
    }
  }

  /** Line ends before a position, in UTF-16 units from where this text began. */
  before(position: number): number {
    while (this.#uncounted && this.#position < position) {
      const [chunk] = this.#uncounted;
      if (chunk === undefined) break;
      const passed = Math.min(position - this.#position, chunk.length);
      this.#lines += lineEnds(chunk, passed);
      this.#position += passed;
      if (passed === chunk.length) this.#uncounted.shift();
      else this.#uncounted[0] = chunk.slice(passed);
    }
    return this.#lines;
  }

  /** Says that nobody will ask, so that nothing has to be kept. */
  forget(): void {
    this.#uncounted = null;
  }
}

function lineEnds(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
