import { randomFrom } from './random';

const ROUNDS = 30;
const SEED = 5;
/** More names than this nobody reads on one picture. */
const CLUSTERS_MAX = 28;
/** Fewer papers are one group. */
const CLUSTERED_FROM = 12;

/** Groups of points that lie together. */
export interface Clusters {
  readonly clusterOf: Uint8Array;
  /** x and y of each group's middle. */
  readonly centres: Float32Array;
}

/** About so many groups make a map of so many papers readable: 6 of 71, 28 of 10,000. */
export function clusterCount(papers: number): number {
  if (papers < CLUSTERED_FROM) return 1;
  return Math.min(CLUSTERS_MAX, Math.max(2, Math.round(Math.sqrt(papers) / 1.4)));
}

/** Groups points on a plane: k-means, its start spread out (Arthur and Vassilvitskii 2007). */
export function clustersOf(positions: Float32Array, count: number): Clusters {
  const points = positions.length / 2;
  const centres = startingCentres(positions, Math.min(count, points));
  const clusterOf = new Uint8Array(points);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let point = 0; point < points; point++) {
      const nearest = nearestCentre(positions, point, centres).at;
      moved ||= clusterOf[point] !== nearest;
      clusterOf[point] = nearest;
    }
    if (!moved && round > 0) break;
    toMiddles(positions, clusterOf, centres);
  }
  return { clusterOf, centres };
}

function startingCentres(positions: Float32Array, count: number): Float32Array {
  const random = randomFrom(SEED);
  const points = positions.length / 2;
  const centres = new Float32Array(2 * count);
  if (count > 0) centres.set(positions.subarray(0, 2));
  for (let chosen = 1; chosen < count; chosen++) {
    const taken = centres.subarray(0, 2 * chosen);
    const distances = Float32Array.from(
      { length: points },
      (_, point) => nearestCentre(positions, point, taken).squared,
    );
    let left = random() * distances.reduce((sum, each) => sum + each, 0);
    let point = 0;
    while (point < points - 1 && (left -= distances[point] ?? 0) > 0) point++;
    centres.set(positions.subarray(2 * point, 2 * point + 2), 2 * chosen);
  }
  return centres;
}

function nearestCentre(positions: Float32Array, point: number, centres: Float32Array) {
  const [x = 0, y = 0] = [positions[2 * point], positions[2 * point + 1]];
  let [at, squared] = [0, Infinity];
  for (let centre = 0; 2 * centre < centres.length; centre++) {
    const [dx, dy] = [x - (centres[2 * centre] ?? 0), y - (centres[2 * centre + 1] ?? 0)];
    const distance = dx * dx + dy * dy;
    if (distance < squared) [at, squared] = [centre, distance];
  }
  return { at, squared };
}

/** A centre that has lost all its points stays where it is. */
function toMiddles(positions: Float32Array, clusterOf: Uint8Array, centres: Float32Array): void {
  const sums = new Float64Array(centres.length);
  const sizes = new Uint32Array(centres.length / 2);
  clusterOf.forEach((cluster, point) => {
    sizes[cluster] = (sizes[cluster] ?? 0) + 1;
    for (const axis of [0, 1])
      sums[2 * cluster + axis] = (sums[2 * cluster + axis] ?? 0) + (positions[2 * point + axis] ?? 0);
  });
  sizes.forEach((size, cluster) => {
    if (size === 0) return;
    for (const axis of [0, 1]) centres[2 * cluster + axis] = (sums[2 * cluster + axis] ?? 0) / size;
  });
}
