import { lineBoxes } from '../line-boxes';
import type { Entry } from '../scan/registry';

/** Fewer are measured faster than sought. */
const SOUGHT_MIN = 24;

/**
 * Of the titles in the text of one element, in its order, those between two heights of the viewport. A whole file may
 * stand in one element: to measure each of its titles at each frame of a scroll would take longer than the frame.
 */
export function inView(entries: readonly Entry[], top: number, bottom: number): readonly Entry[] {
  if (entries.length < SOUGHT_MIN || entries.some(({ from }) => from === undefined)) return entries;
  return entries.slice(firstBelow(entries, top), firstBelow(entries, bottom));
}

/** The first that ends below a height; the text of an element runs downwards. */
function firstBelow(entries: readonly Entry[], height: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    const bottom = (entry && lineBoxes(entry).at(-1)?.bottom) ?? -Infinity;
    if (bottom < height) low = middle + 1;
    else high = middle;
  }
  return low;
}
