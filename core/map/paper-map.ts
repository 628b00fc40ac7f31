import type { PaperId } from '../paper';

/** What the map needs to know of a paper. */
export interface MapPaper {
  readonly id: PaperId;
  readonly title: string;
  readonly abstract: string | null;
  readonly year: number | null;
}

/** Papers near each other on the map that are near in what they say, and what that is. */
export interface MapCluster {
  /** At most three phrases, most telling first; none where the papers share nothing that others lack. */
  readonly phrases: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Papers as points; a paper is named by its place in the list that the map was made of. Units are arbitrary, y runs down. */
export interface PaperMap {
  /** x and y of each paper, one after the other. */
  readonly positions: Float32Array;
  /** The cluster of each paper. */
  readonly clusterOf: Uint8Array;
  readonly clusters: readonly MapCluster[];
  /** `KIN_PER_PAPER` papers for each, nearest first; `NO_KIN` fills up. */
  readonly kin: Int32Array;
}

/** Threads drawn from a paper. */
export const KIN_PER_PAPER = 6;
export const NO_KIN = -1;

/** The nearest papers of one. */
export function kinOnMap({ kin }: Pick<PaperMap, 'kin'>, paper: number): readonly number[] {
  const from = paper * KIN_PER_PAPER;
  return [...kin.subarray(from, from + KIN_PER_PAPER)].filter((other) => other !== NO_KIN);
}
