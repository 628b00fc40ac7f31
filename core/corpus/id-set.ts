/** Hashes are kept in a table that is never more than this full. */
const FULL = 0.7;
const CAPACITY_MIN = 1_024;

/** Every browser that we run in has it; Node 20 has not. */
type TransferableBuffer = ArrayBuffer & { readonly transfer?: (length: number) => ArrayBuffer };

/** A set of 64-bit hashes in two arrays: 2.7 million take 34 to 67 MB, where a Set of strings takes 300. */
export class IdSet {
  #highs = new Uint32Array(CAPACITY_MIN);
  #lows = new Uint32Array(CAPACITY_MIN);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** False when it was there already. */
  add(high: number, low: number): boolean {
    if (this.#size >= this.#highs.length * FULL) this.#grow();
    return this.#put(high, low);
  }

  /** Forgets all. */
  clear(): void {
    letGo(this.#highs, this.#lows);
    this.#highs = new Uint32Array(CAPACITY_MIN);
    this.#lows = new Uint32Array(CAPACITY_MIN);
    this.#size = 0;
  }

  /** Linear probing; two zeros mark an empty place, so the hash of two zeros is taken for its neighbour. */
  #put(high: number, low: number): boolean {
    const mark = high === 0 && low === 0 ? 1 : low;
    const last = this.#highs.length - 1;
    let at = (high ^ mark) & last;
    while (this.#highs[at] !== 0 || this.#lows[at] !== 0) {
      if (this.#highs[at] === high && this.#lows[at] === mark) return false;
      at = (at + 1) & last;
    }
    this.#highs[at] = high;
    this.#lows[at] = mark;
    this.#size += 1;
    return true;
  }

  #grow(): void {
    const [highs, lows] = [this.#highs, this.#lows];
    this.#highs = new Uint32Array(highs.length * 2);
    this.#lows = new Uint32Array(highs.length * 2);
    this.#size = 0;
    highs.forEach((high, at) => {
      const low = lows[at] ?? 0;
      if (high !== 0 || low !== 0) this.#put(high, low);
    });
    letGo(highs, lows);
  }
}

/** Gives memory back at once where the engine can: garbage stays until it sees fit, and where nothing more is made it sees no reason. */
function letGo(...arrays: readonly Uint32Array<ArrayBuffer>[]): void {
  for (const { buffer } of arrays) (buffer as TransferableBuffer).transfer?.(0);
}
