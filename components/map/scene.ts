import type { PaperMap } from '../../core/map/paper-map';
import type { PaperId } from '../../core/paper';
import type { ReadingStatus } from '../../core/reading-list/entry';

/** A paper as the map shows it. */
export interface ShownPaper {
  readonly id: PaperId;
  readonly title: string;
  readonly year: number | null;
}

/** How the map is looked at: a place of the map stands at `k` times itself plus `x`, `y`, px of the picture. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Everything that a picture of the map depends on. */
export interface Scene {
  readonly papers: readonly ShownPaper[];
  readonly map: PaperMap;
  readonly statusOf: (paper: number) => ReadingStatus | null;
  /** The paper that is drawn out with its kin; null when none is. */
  readonly current: number | null;
  readonly view: View;
  readonly size: Size;
}

/** Left free around the whole map, px. */
const MARGIN = 56;
/** Closer than this a first look at a handful of papers need not be. */
const FIT_MAX = 4;

/** The view in which all of the map is seen. */
export function fittingView({ positions }: Pick<PaperMap, 'positions'>, { width, height }: Size): View {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at += 2) {
    const [x = 0, y = 0] = [positions[at], positions[at + 1]];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  if (left > right) return { k: 1, x: width / 2, y: height / 2 };
  const fitting = (room: number, length: number) => Math.max(1, room - 2 * MARGIN) / Math.max(1, length);
  const k = Math.min(FIT_MAX, fitting(width, right - left), fitting(height, bottom - top));
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 };
}

/** Where a paper stands in the picture. */
export function placeOf({ map, view }: Pick<Scene, 'map' | 'view'>, paper: number): { x: number; y: number } {
  return {
    x: view.x + view.k * (map.positions[2 * paper] ?? 0),
    y: view.y + view.k * (map.positions[2 * paper + 1] ?? 0),
  };
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** To the side a paper counts as so much farther away than ahead. */
const SIDEWAYS = 2.2;

/** The next paper in a direction from another, as the eye would go; null where there is none. */
export function nextPaper(
  { positions }: Pick<PaperMap, 'positions'>,
  from: number,
  to: Direction,
): number | null {
  const isAcross = to === 'left' || to === 'right';
  const sign = to === 'left' || to === 'up' ? -1 : 1;
  let best: number | null = null;
  let least = Infinity;
  for (let paper = 0; 2 * paper < positions.length; paper++) {
    const dx = (positions[2 * paper] ?? 0) - (positions[2 * from] ?? 0);
    const dy = (positions[2 * paper + 1] ?? 0) - (positions[2 * from + 1] ?? 0);
    const ahead = sign * (isAcross ? dx : dy);
    const aside = Math.abs(isAcross ? dy : dx);
    // Within 45 degrees of the direction, or straight up might lead far to the side.
    if (paper === from || ahead <= 0 || aside > ahead) continue;
    const distance = ahead + SIDEWAYS * aside;
    if (distance < least) [best, least] = [paper, distance];
  }
  return best;
}
