const SWEEPS_MAX = 60;
const SMALL = 1e-22;

/**
 * Eigenvectors (the columns) and eigenvalues of a symmetric matrix, largest first, by Jacobi's rotations (Golub and Van
 * Loan, "Matrix Computations", 8.5).
 */
export function symmetricEigen(
  matrix: Float64Array,
  size: number,
): { readonly vectors: Float64Array; readonly values: Float64Array } {
  const a = matrix.slice();
  const v = new Float64Array(size * size);
  for (let k = 0; k < size; k++) v[k * size + k] = 1;
  const trace = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < SWEEPS_MAX && offDiagonal(a, size) > SMALL * trace; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
  }
  const valueOf = (k: number): number => a[k * size + k] ?? 0;
  const order = [...Array(size).keys()].toSorted((x, y) => valueOf(y) - valueOf(x));
  const vectors = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (const [k, from] of order.entries()) vectors[row * size + k] = v[row * size + from] ?? 0;
  return { vectors, values: Float64Array.from(order, valueOf) };
}

function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0;
  for (let p = 0; p < size; p++)
    for (let q = 0; q < size; q++) sum += p === q ? 0 : (a[p * size + q] ?? 0) ** 2;
  return sum;
}

function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q] ?? 0;
  if (apq === 0) return;
  const theta = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(t * t + 1);
  const sine = t * cosine;
  const turn = (m: Float64Array, one: number, other: number) => {
    const [x, y] = [m[one] ?? 0, m[other] ?? 0];
    m[one] = cosine * x - sine * y;
    m[other] = sine * x + cosine * y;
  };
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q);
  for (let k = 0; k < size; k++) turn(a, p * size + k, q * size + k);
  for (let k = 0; k < size; k++) turn(v, k * size + p, k * size + q);
}
