import { randomFrom } from './random';
import { PROGRESS_EVERY, type Rows, type TextVectors } from './text-vectors';

/** Up to so many papers all pairs are compared: half a second's work. */
const ALL_PAIRS_MAX = 1_500;
/** Beyond, a paper is compared with the best by their rows of the cells that it is nearest to. */
const CELLS_SEARCHED = 8;
const COMPARED = 48;
const CELL_ROUNDS = 3;
const SEED = 7;

/** The nearest papers of each, nearest first, and how near; -1 fills up. */
export interface Neighbours {
  readonly count: number;
  readonly papers: Int32Array;
  readonly nearness: Float32Array;
}

/** Finds for every paper the `count` that are nearest to it, itself left out; of many papers nearly always. */
export function nearestPapers(
  { rows, nearness }: TextVectors,
  count: number,
  onProgress: (share: number) => void = () => {},
  allPairsMax = ALL_PAIRS_MAX,
): Neighbours {
  const all = rows.values.length / rows.width;
  const found = noNeighbours(all, count);
  if (all <= allPairsMax) {
    for (let paper = 0; paper < all; paper++) {
      for (let other = paper + 1; other < all; other++) {
        const near = nearness(paper, other);
        offer(found, paper, other, near);
        offer(found, other, paper, near);
      }
    }
    return found;
  }
  const cells = cellsOf(rows, all);
  const compared = noNeighbours(1, COMPARED);
  for (let paper = 0; paper < all; paper++) {
    if (paper % PROGRESS_EVERY === 0) onProgress(paper / all);
    compared.papers.fill(-1);
    compared.nearness.fill(-Infinity);
    for (const cell of cells(paper))
      for (const other of cell) if (other !== paper) offer(compared, 0, other, product(rows, paper, other));
    for (const other of compared.papers) if (other !== -1) offer(found, paper, other, nearness(paper, other));
  }
  return found;
}

function noNeighbours(all: number, count: number): Neighbours {
  return {
    count,
    papers: new Int32Array(all * count).fill(-1),
    nearness: new Float32Array(all * count).fill(-Infinity),
  };
}

function product({ values, width }: Rows, a: number, b: number): number {
  const [from, other] = [a * width, b * width];
  let sum = 0;
  for (let at = 0; at < width; at++) sum += (values[from + at] ?? 0) * (values[other + at] ?? 0);
  return sum;
}

/** Keeps the places of a row in order; most offers are turned away by the last. */
function offer({ count, papers, nearness }: Neighbours, paper: number, other: number, near: number): void {
  const from = paper * count;
  let at = from + count - 1;
  if (near <= (nearness[at] ?? 0)) return;
  for (; at > from && near > (nearness[at - 1] ?? 0); at--) {
    nearness[at] = nearness[at - 1] ?? 0;
    papers[at] = papers[at - 1] ?? -1;
  }
  nearness[at] = near;
  papers[at] = other;
}

/** Spherical k-means with about √n cells: for a paper, the members of those that it is nearest to. */
function cellsOf(rows: Rows, papers: number): (paper: number) => readonly Int32Array[] {
  const { values, width } = rows;
  const count = Math.round(Math.sqrt(papers));
  const random = randomFrom(SEED);
  const centres: Rows = { values: new Float32Array(count * width), width };
  for (let cell = 0; cell < count; cell++) {
    const paper = Math.floor(random() * papers);
    centres.values.set(values.subarray(paper * width, (paper + 1) * width), cell * width);
  }
  const cellOf = new Int32Array(papers);
  for (let round = 0; round < CELL_ROUNDS; round++) {
    for (let paper = 0; paper < papers; paper++)
      cellOf[paper] = nearestCells(rows, centres, paper, 1)[0] ?? 0;
    moveCentres(rows, centres, cellOf);
  }
  const members: number[][] = Array.from({ length: count }, () => []);
  cellOf.forEach((cell, paper) => members[cell]?.push(paper));
  const lists = members.map((each) => Int32Array.from(each));
  return (paper) =>
    nearestCells(rows, centres, paper, CELLS_SEARCHED).map((cell) => lists[cell] ?? new Int32Array());
}

function nearestCells(rows: Rows, centres: Rows, paper: number, count: number): readonly number[] {
  const { width } = rows;
  const cells = centres.values.length / width;
  const best: { cell: number; near: number }[] = [];
  for (let cell = 0; cell < cells; cell++) {
    let near = 0;
    for (let at = 0; at < width; at++)
      near += (rows.values[paper * width + at] ?? 0) * (centres.values[cell * width + at] ?? 0);
    if (best.length === count && near <= (best.at(-1)?.near ?? 0)) continue;
    const place = best.findIndex((other) => near > other.near);
    best.splice(place === -1 ? best.length : place, 0, { cell, near });
    if (best.length > count) best.pop();
  }
  return best.map(({ cell }) => cell);
}

/** Each centre becomes the direction of its members' sum; one without members stays where it is. */
function moveCentres({ values, width }: Rows, centres: Rows, cellOf: Int32Array): void {
  const sums = new Float32Array(centres.values.length);
  cellOf.forEach((cell, paper) => {
    for (let at = 0; at < width; at++)
      sums[cell * width + at] = (sums[cell * width + at] ?? 0) + (values[paper * width + at] ?? 0);
  });
  for (let from = 0; from < sums.length; from += width) {
    const sum = sums.subarray(from, from + width);
    const length = Math.hypot(...sum);
    if (length > 0)
      centres.values.set(
        sum.map((value) => value / length),
        from,
      );
  }
}
