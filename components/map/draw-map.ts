import { kinOnMap } from '../../core/map/paper-map';
import type { ReadingStatus } from '../../core/reading-list/entry';
import type { Colours } from './colours';
import { FONT_PX, isInSight, labelsOf, type Label, type LabelKind, type Measure } from './labels';
import { placeOf, type Scene } from './scene';

export const FONTS: Readonly<Record<LabelKind, string>> = {
  cluster: 'Charter, "Iowan Old Style", Cambria, "Noto Serif", Georgia, serif',
  current: '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  title: '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
};
export const WEIGHTS: Readonly<Record<LabelKind, number>> = { cluster: 600, current: 600, title: 400 };
const HALO_PX = 4;
export const THREAD_PX = 1.2;
/** Points of papers that are near when the map is near: their size follows its scale, within these bounds. */
const RADIUS_PX = { least: 1.6, most: 5, scale: 3.1 } as const;
/** So small a circle looks like a square, which is drawn in a fraction of the time. */
const DOT_PX = 1.8;
export const GLYPH_PX = 5;
export const RING_PX = 1.6;

export function radiusOf({ view }: Pick<Scene, 'view'>): number {
  return Math.max(RADIUS_PX.least, Math.min(RADIUS_PX.most, RADIUS_PX.scale * Math.sqrt(view.k)));
}

/** Draws the picture anew, in px of the page: the context is scaled to the screen already. */
export function drawMap(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  const { width, height } = scene.size;
  context.clearRect(0, 0, width, height);
  drawThreads(context, scene, colours);
  const measure: Measure = (text, kind) => {
    context.font = fontOf(kind);
    return context.measureText(text).width;
  };
  for (const label of labelsOf(scene, measure)) drawLabel(context, label, colours);
  // Over the names' halos, which would take pieces off them.
  drawPoints(context, scene, colours);
}

const fontOf = (kind: LabelKind): string => `${WEIGHTS[kind]} ${FONT_PX[kind]}px ${FONTS[kind]}`;

function drawThreads(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  if (scene.current === null) return;
  const from = placeOf(scene, scene.current);
  context.strokeStyle = colours.line;
  context.lineWidth = THREAD_PX;
  context.beginPath();
  for (const other of kinOnMap(scene.map, scene.current)) {
    const to = placeOf(scene, other);
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
}

/** One path for each cluster: 10,000 paths would take longer than a frame. */
function drawPoints(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  const radius = radiusOf(scene);
  const listed: (readonly [paper: number, status: ReadingStatus])[] = [];
  const paths = new Map<number, Path2D>();
  for (let paper = 0; paper < scene.papers.length; paper++) {
    if (!isInSight(scene, paper)) continue;
    const status = scene.statusOf(paper);
    if (status !== null) {
      listed.push([paper, status]);
      continue;
    }
    const cluster = scene.map.clusterOf[paper] ?? 0;
    const path = paths.get(cluster) ?? new Path2D();
    paths.set(cluster, path);
    const { x, y } = placeOf(scene, paper);
    if (radius <= DOT_PX) path.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    else {
      path.moveTo(x + radius, y);
      path.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
  for (const [cluster, path] of paths) {
    context.fillStyle = colours.cluster(cluster);
    context.fill(path);
  }
  for (const [paper, status] of listed) drawGlyph(context, scene, paper, status, colours);
  if (scene.current !== null) drawRing(context, scene, scene.current, colours);
}

/** The glyphs of the reading list: empty, half, full. */
function drawGlyph(
  context: CanvasRenderingContext2D,
  scene: Scene,
  paper: number,
  status: ReadingStatus,
  colours: Colours,
): void {
  const { x, y } = placeOf(scene, paper);
  const circle = () => {
    context.beginPath();
    context.arc(x, y, GLYPH_PX, 0, 2 * Math.PI);
  };
  circle();
  context.fillStyle = colours.paper;
  context.fill();
  context.fillStyle = context.strokeStyle = colours.cluster(scene.map.clusterOf[paper] ?? 0);
  context.lineWidth = RING_PX;
  if (status !== 'to-read') {
    context.beginPath();
    context.arc(x, y, GLYPH_PX, Math.PI / 2, status === 'read' ? (5 * Math.PI) / 2 : (3 * Math.PI) / 2);
    context.fill();
  }
  circle();
  context.stroke();
}

function drawRing(context: CanvasRenderingContext2D, scene: Scene, paper: number, colours: Colours): void {
  const { x, y } = placeOf(scene, paper);
  context.beginPath();
  context.arc(x, y, GLYPH_PX + 3, 0, 2 * Math.PI);
  context.strokeStyle = colours.ink;
  context.lineWidth = RING_PX;
  context.stroke();
}

function drawLabel(
  context: CanvasRenderingContext2D,
  { kind, text, x, y, cluster }: Label,
  colours: Colours,
): void {
  context.font = fontOf(kind);
  context.lineJoin = 'round';
  context.strokeStyle = colours.paper;
  context.lineWidth = HALO_PX;
  context.strokeText(text, x, y);
  context.fillStyle = labelColour(kind, cluster, colours);
  context.fillText(text, x, y);
}

export function labelColour(kind: LabelKind, cluster: number, colours: Colours): string {
  if (kind === 'cluster') return colours.cluster(cluster);
  return kind === 'current' ? colours.ink : colours.soft;
}
