import { bagOf, type Bag } from './bag';
import { wordCosines } from './word-cosines';

/** How sharply halves are told apart, lower being sharper: 0.1 and 0.2 do much the same, 0.07 worse. */
const TEMPERATURE = 0.15;
/**
 * How much words count beside meaning while it is learned. What words tell already need not be learned, and texts of others that
 * share many words are told apart the harder; kin are found by both.
 */
const WORDS_WEIGHT = 2;

interface Side {
  readonly bags: readonly Bag[];
  /** Of length 1, one after the other. */
  readonly units: Float32Array;
  readonly norms: Float32Array;
}

/** Computes how the vectors of words should change so that the two texts of each pair are nearer than those of two pairs. */
export class ContrastStep {
  readonly #vectors: Float32Array;
  readonly #dimensions: number;
  readonly #rarities: Float64Array;
  readonly #gradient: Float32Array;
  readonly #scores: Float32Array;
  readonly #shares: Float32Array;

  /** `rarities` are of the words, in their order. */
  constructor(vectors: Float32Array, dimensions: number, batch: number, rarities: Float64Array) {
    this.#vectors = vectors;
    this.#dimensions = dimensions;
    this.#rarities = rarities;
    this.#gradient = new Float32Array(vectors.length);
    this.#scores = new Float32Array(batch * batch);
    this.#shares = new Float32Array(batch * batch);
  }

  /** The gradient of the loss, in both directions, by every vector; good until the next call. */
  gradient(pairs: readonly (readonly [Int32Array, Int32Array])[]): Float32Array {
    this.#gradient.fill(0);
    const left = this.#side(pairs.map(([one]) => one));
    const right = this.#side(pairs.map(([, other]) => other));
    this.#score(left, right, pairs.length);
    this.#slopes(pairs.length);
    this.#spread(left, right, (own, other) => own * pairs.length + other);
    this.#spread(right, left, (own, other) => other * pairs.length + own);
    return this.#gradient;
  }

  #side(texts: readonly Int32Array[]): Side {
    const size = this.#dimensions;
    const bags = texts.map(bagOf);
    const units = new Float32Array(bags.length * size);
    const norms = new Float32Array(bags.length);
    for (const [row, { words, weights }] of bags.entries()) {
      const unit = units.subarray(row * size, (row + 1) * size);
      for (const [at, word] of words.entries()) {
        const [weight, from] = [weights[at] ?? 0, word * size];
        for (let k = 0; k < size; k++) unit[k] = (unit[k] ?? 0) + weight * (this.#vectors[from + k] ?? 0);
      }
      const norm = Math.sqrt(unit.reduce((sum, value) => sum + value * value, 0)) || 1;
      norms[row] = norm;
      for (let k = 0; k < size; k++) unit[k] = (unit[k] ?? 0) / norm;
    }
    return { bags, units, norms };
  }

  #score(left: Side, right: Side, rows: number): void {
    const size = this.#dimensions;
    const words = wordCosines(left.bags, right.bags, this.#rarities);
    for (let i = 0; i < rows; i++) {
      const one = left.units.subarray(i * size, (i + 1) * size);
      for (let j = 0; j < rows; j++) {
        const from = j * size;
        let sum = 0;
        for (let k = 0; k < size; k++) sum += (one[k] ?? 0) * (right.units[from + k] ?? 0);
        const likeness = sum + WORDS_WEIGHT * (words[i * rows + j] ?? 0);
        // Less the most that it can be, so that no power is too large.
        this.#scores[i * rows + j] = Math.exp((likeness - 1 - WORDS_WEIGHT) / TEMPERATURE);
      }
    }
  }

  /** What each score should fall by: its share of its row and of its column, less 1 for a pair's own. */
  #slopes(rows: number): void {
    const byRow = new Float64Array(rows);
    const byColumn = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < rows; j++) {
        const score = this.#scores[i * rows + j] ?? 0;
        byRow[i] = (byRow[i] ?? 0) + score;
        byColumn[j] = (byColumn[j] ?? 0) + score;
      }
    }
    const factor = 1 / (rows * TEMPERATURE);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < rows; j++) {
        const score = this.#scores[i * rows + j] ?? 0;
        const share = (score / (byRow[i] || 1) + score / (byColumn[j] || 1)) / 2;
        this.#shares[i * rows + j] = factor * (share - (i === j ? 1 : 0));
      }
    }
  }

  /** Adds what the slopes say of one side's texts to the gradients of their words. */
  #spread(own: Side, other: Side, place: (own: number, other: number) => number): void {
    const size = this.#dimensions;
    const slope = new Float32Array(size);
    const rows = own.bags.length;
    for (const [row, { words, weights }] of own.bags.entries()) {
      slope.fill(0);
      for (let j = 0; j < rows; j++) {
        const share = this.#shares[place(row, j)] ?? 0;
        const from = j * size;
        for (let k = 0; k < size; k++) slope[k] = (slope[k] ?? 0) + share * (other.units[from + k] ?? 0);
      }
      // Only what turns the text's vector counts, not what makes it longer.
      const unit = own.units.subarray(row * size, (row + 1) * size);
      const along = unit.reduce((sum, value, k) => sum + value * (slope[k] ?? 0), 0);
      const norm = own.norms[row] ?? 1;
      for (let k = 0; k < size; k++) slope[k] = ((slope[k] ?? 0) - along * (unit[k] ?? 0)) / norm;
      for (const [at, word] of words.entries()) {
        const [weight, from] = [weights[at] ?? 0, word * size];
        for (let k = 0; k < size; k++)
          this.#gradient[from + k] = (this.#gradient[from + k] ?? 0) + weight * (slope[k] ?? 0);
      }
    }
  }
}
