import { symmetricEigen } from './symmetric-eigen';

/** A matrix by its rows: those of row `r` stand from `starts[r]` to `starts[r + 1]`. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

interface Wish {
  readonly columns: number;
  readonly count: number;
  readonly chance: () => number;
}

/** Each brings the subspace nearer to the leading one; singular values of texts fall slowly, so few do not do. */
const ROUNDS = 7;

/**
 * The leading right singular vectors of a sparse matrix (`columns` rows of `count` components) and their values, largest
 * first, by subspace iteration from chance (Halko, Martinsson and Tropp, "Finding structure with randomness", 2011).
 */
export function leadingVectors(
  rows: SparseRows,
  { columns, count, chance }: Wish,
): { readonly vectors: Float64Array; readonly values: Float64Array } {
  let basis = Float64Array.from({ length: columns * count }, () => chance() - 0.5);
  orthonormalise(basis, count);
  for (let round = 0; round < ROUNDS; round++) {
    basis = timesTransposed(rows, times(rows, basis, count), { columns, count });
    orthonormalise(basis, count);
  }
  const projected = times(rows, basis, count);
  const { vectors: turn, values } = symmetricEigen(gram(projected, count), count);
  return { vectors: turned(basis, turn, count), values: values.map((one) => Math.sqrt(Math.max(0, one))) };
}

function times({ starts, columns, values }: SparseRows, basis: Float64Array, count: number): Float64Array {
  const product = new Float64Array((starts.length - 1) * count);
  for (let row = 0; row + 1 < starts.length; row++) {
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at++) {
      const value = values[at] ?? 0;
      const from = (columns[at] ?? 0) * count;
      for (let k = 0; k < count; k++)
        product[row * count + k] = (product[row * count + k] ?? 0) + value * (basis[from + k] ?? 0);
    }
  }
  return product;
}

function timesTransposed(
  { starts, columns, values }: SparseRows,
  left: Float64Array,
  size: { readonly columns: number; readonly count: number },
): Float64Array<ArrayBuffer> {
  const { count } = size;
  const product = new Float64Array(size.columns * count);
  for (let row = 0; row + 1 < starts.length; row++) {
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at++) {
      const value = values[at] ?? 0;
      const to = (columns[at] ?? 0) * count;
      for (let k = 0; k < count; k++)
        product[to + k] = (product[to + k] ?? 0) + value * (left[row * count + k] ?? 0);
    }
  }
  return product;
}

/** Makes the columns orthonormal, one after the other, twice over for the sake of rounding (Gram and Schmidt). */
function orthonormalise(matrix: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let before = 0; before < k; before++) {
        const share = columnProduct(matrix, count, k, before);
        for (let at = 0; at < matrix.length; at += count)
          matrix[at + k] = (matrix[at + k] ?? 0) - share * (matrix[at + before] ?? 0);
      }
    }
    const norm = Math.sqrt(columnProduct(matrix, count, k, k)) || 1;
    for (let at = k; at < matrix.length; at += count) matrix[at] = (matrix[at] ?? 0) / norm;
  }
}

function columnProduct(matrix: Float64Array, count: number, a: number, b: number): number {
  let sum = 0;
  for (let at = 0; at < matrix.length; at += count) sum += (matrix[at + a] ?? 0) * (matrix[at + b] ?? 0);
  return sum;
}

function gram(matrix: Float64Array, count: number): Float64Array {
  const product = new Float64Array(count * count);
  for (let row = 0; row < matrix.length; row += count) {
    for (let a = 0; a < count; a++) {
      const value = matrix[row + a] ?? 0;
      for (let b = 0; b < count; b++)
        product[a * count + b] = (product[a * count + b] ?? 0) + value * (matrix[row + b] ?? 0);
    }
  }
  return product;
}

function turned(basis: Float64Array, turn: Float64Array, count: number): Float64Array {
  const vectors = new Float64Array(basis.length);
  for (let row = 0; row < basis.length; row += count) {
    for (let a = 0; a < count; a++) {
      const value = basis[row + a] ?? 0;
      for (let b = 0; b < count; b++)
        vectors[row + b] = (vectors[row + b] ?? 0) + value * (turn[a * count + b] ?? 0);
    }
  }
  return vectors;
}
