/** One difference between two strings, at a place in each. */
export interface Edit {
  readonly kind: 'changed' | 'lost' | 'added' | 'swapped';
  /** In the first string: the unit that is changed, added (it is missing in the second), or before which one was lost. */
  readonly at: number;
  /** The same in the second. */
  readonly other: number;
}

/**
 * The differences between two strings, fewest possible, in order; null when there are more than `most`. Counts changed,
 * lost, added and swapped neighbouring units (optimal string alignment), within a band of `most` beside the diagonal
 * (Ukkonen 1985) and after what both begin and end with, so that time is linear in the length for few errors.
 */
export function editsBetween(a: string, b: string, most: number): readonly Edit[] | null {
  if (Math.abs(a.length - b.length) > most) return null;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let tail = 0;
  while (tail < shorter - start && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail))
    tail += 1;
  const table = new Band(a.slice(start, a.length - tail), b.slice(start, b.length - tail), most);
  return table.edits(start);
}

class Band {
  readonly #a: string;
  readonly #b: string;
  readonly #most: number;
  readonly #width: number;
  readonly #costs: Uint8Array;

  constructor(a: string, b: string, most: number) {
    this.#a = a;
    this.#b = b;
    this.#most = most;
    this.#width = 2 * most + 1;
    this.#costs = new Uint8Array((a.length + 1) * this.#width).fill(most + 1);
    for (let i = 0; i <= a.length; i += 1) this.#fillRow(i);
  }

  /** The differences, with `offset` added to their places. */
  edits(offset: number): readonly Edit[] | null {
    let i = this.#a.length;
    let j = this.#b.length;
    if (this.#cost(i, j) > this.#most) return null;
    const found: Edit[] = [];
    while (i > 0 || j > 0) {
      const kind = this.#lastStep(i, j);
      const back = kind === 'swapped' ? 2 : 1;
      if (kind !== 'lost') i -= back;
      if (kind !== 'added') j -= back;
      if (kind !== 'same') found.push({ kind, at: i + offset, other: j + offset });
    }
    return found.toReversed();
  }

  #cost(i: number, j: number): number {
    const column = j - i + this.#most;
    if (i < 0 || j < 0 || column < 0 || column >= this.#width) return this.#most + 1;
    return this.#costs[i * this.#width + column] ?? this.#most + 1;
  }

  #fillRow(i: number): void {
    const first = Math.max(0, i - this.#most);
    const last = Math.min(this.#b.length, i + this.#most);
    for (let j = first; j <= last; j += 1) {
      const cost = i === 0 ? j : j === 0 ? i : this.#costAt(i, j);
      this.#costs[i * this.#width + (j - i + this.#most)] = Math.min(cost, this.#most + 1);
    }
  }

  #costAt(i: number, j: number): number {
    const change = this.#same(i, j) ? 0 : 1;
    const steps = Math.min(
      this.#cost(i - 1, j - 1) + change,
      this.#cost(i - 1, j) + 1,
      this.#cost(i, j - 1) + 1,
    );
    return this.#isSwap(i, j) ? Math.min(steps, this.#cost(i - 2, j - 2) + 1) : steps;
  }

  #same(i: number, j: number): boolean {
    return this.#a.charCodeAt(i - 1) === this.#b.charCodeAt(j - 1);
  }

  #isSwap(i: number, j: number): boolean {
    return i > 1 && j > 1 && this.#same(i, j - 1) && this.#same(i - 1, j) && !this.#same(i, j);
  }

  #lastStep(i: number, j: number): Edit['kind'] | 'same' {
    const cost = this.#cost(i, j);
    if (i > 0 && j > 0 && this.#same(i, j) && this.#cost(i - 1, j - 1) === cost) return 'same';
    if (this.#isSwap(i, j) && this.#cost(i - 2, j - 2) + 1 === cost) return 'swapped';
    if (i > 0 && j > 0 && this.#cost(i - 1, j - 1) + 1 === cost) return 'changed';
    return i > 0 && this.#cost(i - 1, j) + 1 === cost ? 'added' : 'lost';
  }
}
