import { unsealNewest, type FileFormat } from '../corpus/sealed';

/** The envelope of `word-vectors.bin`; `docs/file-formats.md` has the layout. */
export const WORD_VECTORS: FileFormat = { kind: 'wvec', version: 1 };

/** Words, dimensions, papers they were learned from, 4 bytes each, and 4 bytes of nothing. */
export const WORD_VECTORS_HEAD_BYTES = 16;
/** Of the logarithm of the papers that hold a word one byte: steps of five percent. */
export const FREQUENCY_STEPS = 20;

/** More than any file of ours has; sizes beyond are not believed. */
const WORDS_MAX = 100_000;
const DIMENSIONS_MAX = 512;

/**
 * What words mean, as vectors learned from many abstracts: texts about one thing point one way though they share no
 * word. Words are stems, found by `termHash`; rows are numbers from 0.
 */
export class WordVectors {
  readonly dimensions: number;
  /** How many papers they were learned from. */
  readonly papers: number;
  readonly #hashes: Uint32Array;
  readonly #scales: Float32Array;
  readonly #frequencies: Uint8Array;
  readonly #values: Int8Array;

  constructor(columns: {
    readonly dimensions: number;
    readonly papers: number;
    readonly hashes: Uint32Array;
    readonly scales: Float32Array;
    readonly frequencies: Uint8Array;
    readonly values: Int8Array;
  }) {
    this.dimensions = columns.dimensions;
    this.papers = columns.papers;
    this.#hashes = columns.hashes;
    this.#scales = columns.scales;
    this.#frequencies = columns.frequencies;
    this.#values = columns.values;
  }

  get words(): number {
    return this.#hashes.length;
  }

  /** The row of a stem by its hash, or -1. */
  rowOf(hash: number): number {
    let low = 0;
    let high = this.#hashes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#hashes[middle] ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    return this.#hashes[low] === hash ? low : -1;
  }

  /** The share of the papers learned from that hold the word of a row; of a word without one as if one paper did. */
  shareOf(row: number): number {
    const logarithm = (this.#frequencies[row] ?? 0) / FREQUENCY_STEPS;
    return Math.exp(logarithm) / this.papers;
  }

  /** Adds the vector of a row, so many times, to a sum of `dimensions` numbers. */
  addTo(sum: Float32Array, row: number, times: number): void {
    const factor = times * (this.#scales[row] ?? 0);
    const from = row * this.dimensions;
    for (let at = 0; at < this.dimensions; at++) {
      sum[at] = (sum[at] ?? 0) + factor * (this.#values[from + at] ?? 0);
    }
  }
}

/** Opens the file. Any bytes are taken: null where they are not whole, of another kind or of another version. */
export function openWordVectors(file: Uint8Array): WordVectors | null {
  const opened = unsealNewest(WORD_VECTORS, file);
  if (!opened.ok || opened.payload.length < WORD_VECTORS_HEAD_BYTES) return null;
  const { buffer, byteOffset, length } = opened.payload;
  const [words = 0, dimensions = 0, papers = 0] = new Uint32Array(buffer, byteOffset, 3);
  if (words > WORDS_MAX || dimensions === 0 || dimensions > DIMENSIONS_MAX || papers === 0) return null;
  if (length !== WORD_VECTORS_HEAD_BYTES + words * (4 + 4 + 1 + dimensions)) return null;
  const from = byteOffset + WORD_VECTORS_HEAD_BYTES;
  return new WordVectors({
    dimensions,
    papers,
    hashes: new Uint32Array(buffer, from, words),
    scales: new Float32Array(buffer, from + 4 * words, words),
    frequencies: new Uint8Array(buffer, from + 8 * words, words),
    values: new Int8Array(buffer, from + 9 * words, words * dimensions),
  });
}
