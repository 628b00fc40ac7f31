export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Edges in one coordinate space, px. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Hands are not rulers: this much on each side of the triangle still counts. */
const MARGIN_PX = 12;

/**
 * Whether a pointer that left the title at `apex` and is now at `point` is on its way to the card: inside the triangle
 * between `apex` and the card's nearest edge, which lies above or below (the idea of Amazon's menus, B. Kamens, 2013).
 */
export function headsForCard(apex: Point, point: Point, card: Edges): boolean {
  const below = card.top >= apex.y;
  if (!below && card.bottom > apex.y) return false;
  const edgeY = below ? card.top : card.bottom;
  const startY = apex.y + (below ? -MARGIN_PX : MARGIN_PX);
  const progress = (point.y - startY) / (edgeY - startY);
  if (progress < 0 || progress > 1) return false;
  const left = apex.x + (card.left - apex.x) * progress - MARGIN_PX;
  const right = apex.x + (card.right - apex.x) * progress + MARGIN_PX;
  return point.x >= left && point.x <= right;
}
