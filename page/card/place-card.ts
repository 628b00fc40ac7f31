import type { Edges, Point } from '../../core/hover/safe-triangle';

/** Between the line of text and the card: near enough to cross in one move, far enough not to touch descenders. */
const GAP_PX = 8;
/** Between the card and the edges of the viewport. */
const EDGE_PX = 8;
/** A card with this much room reads well without scrolling; below the title is then preferred. */
const ROOM_PX = 340;
/** Less than this shows nothing worth showing: the card may then reach over the edge. */
const HEIGHT_MIN_PX = 96;

export type Side = 'above' | 'below';

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export interface Placement {
  readonly left: number;
  /** Distance from the viewport's top (`below`) or bottom (`above`): a card above grows upwards, off its line. */
  readonly inset: number;
  readonly maxHeight: number;
}

/**
 * Below the line if there is room, else where there is more. Chosen once for each opening, so that no card jumps.
 * `prefersAbove`: the page has a tooltip for the title, which browsers draw below the pointer and over everything.
 */
export function chooseSide(line: Edges, viewport: Viewport, prefersAbove = false): Side {
  if (prefersAbove && line.top >= ROOM_PX) return 'above';
  const below = viewport.height - line.bottom;
  return below >= ROOM_PX || below >= line.top ? 'below' : 'above';
}

/** Where a card of this width goes so that it stays in view and never covers the line it belongs to. */
export function placeCard(line: Edges, side: Side, width: number, viewport: Viewport): Placement {
  const right = viewport.width - EDGE_PX - width;
  const left = Math.max(EDGE_PX, Math.min(line.left, right));
  const inset = (side === 'below' ? line.bottom : viewport.height - line.top) + GAP_PX;
  const maxHeight = Math.max(HEIGHT_MIN_PX, viewport.height - inset - EDGE_PX);
  return { left, inset, maxHeight };
}

/** The corner nearest to a wanted one at which the whole card is in view; of one that is larger, its head. */
export function keptInView(
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
  viewport: Viewport,
): Point {
  const within = (wanted: number, most: number) => Math.max(EDGE_PX, Math.min(wanted, most - EDGE_PX));
  return { x: within(x, viewport.width - width), y: within(y, viewport.height - height) };
}
