import { randomFrom } from './random';
import { dot, type Rows } from './text-vectors';

const ROUNDS = 24;
const SEED = 11;

/**
 * Where each row lies along the two directions in which the rows differ most: principal components by power iteration, the
 * mean taken off. x and y one after the other, each with a spread of 1.
 */
export function mainAxes(rows: Rows): Float32Array {
  const papers = rows.values.length / rows.width;
  const mean = meanOf(rows, papers);
  const positions = new Float32Array(2 * papers);
  const axes: Float32Array[] = [];
  for (const axis of [0, 1]) {
    const direction = mainDirection(rows, papers, mean, axes);
    axes.push(direction);
    const along = scores(rows, papers, mean, direction);
    const spread = Math.sqrt(along.reduce((sum, value) => sum + value * value, 0) / papers) || 1;
    along.forEach((value, paper) => (positions[2 * paper + axis] = value / spread));
  }
  return positions;
}

function meanOf({ values, width }: Rows, papers: number): Float32Array {
  const mean = new Float32Array(width);
  for (let at = 0; at < values.length; at++)
    mean[at % width] = (mean[at % width] ?? 0) + (values[at] ?? 0) / papers;
  return mean;
}

function mainDirection(
  rows: Rows,
  papers: number,
  mean: Float32Array,
  others: readonly Float32Array[],
): Float32Array {
  const random = randomFrom(SEED);
  let direction = Float32Array.from(mean, () => random() - 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    const along = scores(rows, papers, mean, direction);
    const next = new Float32Array(rows.width);
    for (let paper = 0; paper < papers; paper++) {
      const score = along[paper] ?? 0;
      const from = paper * rows.width;
      for (let at = 0; at < rows.width; at++)
        next[at] = (next[at] ?? 0) + score * ((rows.values[from + at] ?? 0) - (mean[at] ?? 0));
    }
    for (const other of others) {
      const shared = dot(next, other);
      for (let at = 0; at < next.length; at++) next[at] = (next[at] ?? 0) - shared * (other[at] ?? 0);
    }
    const length = Math.sqrt(dot(next, next));
    if (length === 0) break;
    direction = next.map((value) => value / length);
  }
  return direction;
}

function scores(rows: Rows, papers: number, mean: Float32Array, direction: Float32Array): Float32Array {
  const offset = dot(mean, direction);
  const along = new Float32Array(papers);
  for (let paper = 0; paper < papers; paper++) {
    const from = paper * rows.width;
    along[paper] = dot(rows.values.subarray(from, from + rows.width), direction) - offset;
  }
  return along;
}
