import { kinOnMap } from '../../core/map/paper-map';
import { bounded } from '../bounded';
import { placeOf, type Scene } from './scene';

export type LabelKind = 'cluster' | 'current' | 'title';

/** A line of text in the picture; `x` is its left end, `y` its base line, px. */
export interface Label {
  readonly kind: LabelKind;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly cluster: number;
}

export const FONT_PX: Readonly<Record<LabelKind, number>> = { cluster: 15, current: 13, title: 11.5 };
const TITLE_CHARS = 46;
const CLUSTER_CHARS = 56;
const TITLES_MAX = 60;
/** With more papers in sight than this their titles would be picked by chance. */
const TITLED_UP_TO = 600;
const BESIDE_PX = 8;
const LINE_SHARE = 1.25;
const BASE_SHARE = 0.32;
const AIR_PX = 3;
const SQUARE_PX = 48;
/** Lines up and down from the middle of a cluster that its name may stand. */
const CLUSTER_STEPS = [0, -1.2, 1.2, -2.4, 2.4, -3.6, 3.6, -5, 5];

/** How wide a text is, px. */
export type Measure = (text: string, kind: LabelKind) => number;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The names that fit into a picture without covering each other: the clusters', then the current paper's and its kin's, then
 * of those on the reading list, then of others as long as there is room.
 */
export function labelsOf(scene: Scene, measure: Measure): readonly Label[] {
  const room = new Room(scene);
  const labels: Label[] = [];
  const put = (label: Label): void => {
    room.take(boxOf(label, measure));
    labels.push(label);
  };
  if (scene.current !== null) put(besidePaper(scene, scene.current, 'current', measure));
  for (const { size, at } of bySize(scene)) {
    const places = size > 0 ? clusterPlaces(scene, at, measure) : [];
    const free = places.filter((place) => !room.hasText(boxOf(place, measure)));
    const [first, ...others] = free.map((place) => ({ place, points: room.points(boxOf(place, measure)) }));
    if (first) put(others.reduce((best, each) => (each.points < best.points ? each : best), first).place);
  }
  for (const paper of titled(scene)) {
    if (labels.length > TITLES_MAX) break;
    const label = besidePaper(scene, paper, 'title', measure);
    const box = boxOf(label, measure);
    if (!room.hasText(box) && room.points(box) === 0) put(label);
  }
  return labels;
}

const bySize = ({ map }: Scene) =>
  map.clusters
    .map(({ size, phrases }, at) => ({ size: phrases.length > 0 ? size : 0, at }))
    .toSorted((a, b) => b.size - a.size);

/** Its middle, and some way above and below, where fewer papers may stand. */
function clusterPlaces(scene: Scene, cluster: number, measure: Measure): readonly Label[] {
  const { map, view } = scene;
  const { x = 0, y = 0, phrases = [] } = map.clusters[cluster] ?? {};
  const text = bounded(phrases.join(' · '), CLUSTER_CHARS);
  const width = measure(text, 'cluster');
  const left = within(view.x + view.k * x - width / 2, width, scene);
  return CLUSTER_STEPS.map((step) => ({
    kind: 'cluster',
    text,
    x: left,
    y: view.y + view.k * y + step * FONT_PX.cluster,
    cluster,
  }));
}

/** What is written already, and the points, by squares of the picture: to ask them all for each label would take too long. */
class Room {
  readonly #texts: Box[] = [];
  /** x and y of the points of each square, one after the other. */
  readonly #squares = new Map<number, number[]>();

  constructor(scene: Scene) {
    const { map, view, size } = scene;
    // Ten thousand at each frame of a zoom: no object for each.
    for (let at = 0; at < map.positions.length; at += 2) {
      const x = view.x + view.k * (map.positions[at] ?? 0);
      const y = view.y + view.k * (map.positions[at + 1] ?? 0);
      if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
      const key = squareOf(Math.floor(x / SQUARE_PX), Math.floor(y / SQUARE_PX));
      const square = this.#squares.get(key);
      if (square) square.push(x, y);
      else this.#squares.set(key, [x, y]);
    }
  }

  take(box: Box): void {
    this.#texts.push(box);
  }

  hasText(box: Box): boolean {
    return this.#texts.some((other) => overlap(box, other));
  }

  /** How many points a box would cover. */
  points({ left, top, right, bottom }: Box): number {
    let count = 0;
    for (let column = Math.floor(left / SQUARE_PX); column <= Math.floor(right / SQUARE_PX); column++) {
      for (let row = Math.floor(top / SQUARE_PX); row <= Math.floor(bottom / SQUARE_PX); row++) {
        const points = this.#squares.get(squareOf(column, row)) ?? [];
        for (let at = 0; at < points.length; at += 2) {
          const [x = 0, y = 0] = [points[at], points[at + 1]];
          if (x > left && x < right && y > top && y < bottom) count += 1;
        }
      }
    }
    return count;
  }
}

/** A name that would stick out of the picture is pulled in, if only its end would. */
function within(x: number, width: number, { size }: Scene): number {
  if (x + width < 0 || x > size.width) return x;
  return Math.max(AIR_PX, Math.min(x, size.width - width - AIR_PX));
}

/** Papers whose titles are worth the room, best first; those out of sight are left out. */
function titled(scene: Scene): readonly number[] {
  const { current, map, papers, statusOf } = scene;
  const kin = current === null ? [] : kinOnMap(map, current);
  const seen = papers.flatMap((_, paper) => (paper !== current && isInSight(scene, paper) ? [paper] : []));
  const special = new Set(kin.filter((paper) => isInSight(scene, paper)));
  for (const paper of seen) if (statusOf(paper) !== null) special.add(paper);
  if (seen.length > TITLED_UP_TO) return [...special];
  return [...special, ...seen.filter((paper) => !special.has(paper))];
}

export function isInSight(scene: Pick<Scene, 'map' | 'view' | 'size'>, paper: number): boolean {
  const { x, y } = placeOf(scene, paper);
  return x >= 0 && y >= 0 && x <= scene.size.width && y <= scene.size.height;
}

/** To the right of the point, or to its left where the picture ends. */
function besidePaper(scene: Scene, paper: number, kind: LabelKind, measure: Measure): Label {
  const { x, y } = placeOf(scene, paper);
  const text = bounded(scene.papers[paper]?.title ?? '', TITLE_CHARS);
  const width = measure(text, kind);
  const isRight = x + BESIDE_PX + width <= scene.size.width;
  return {
    kind,
    text,
    x: isRight ? x + BESIDE_PX : x - BESIDE_PX - width,
    y: y + BASE_SHARE * FONT_PX[kind],
    cluster: scene.map.clusterOf[paper] ?? 0,
  };
}

const squareOf = (column: number, row: number): number => column * 65_536 + row;

function boxOf({ kind, text, x, y }: Label, measure: Measure): Box {
  const height = LINE_SHARE * FONT_PX[kind];
  const top = y - height * (1 - BASE_SHARE / LINE_SHARE) - AIR_PX / 2;
  return { left: x - AIR_PX, top, right: x + measure(text, kind) + AIR_PX, bottom: top + height + AIR_PX };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
