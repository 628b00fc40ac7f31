import type { Edges } from '../../core/hover/safe-triangle';
import { lineBoxes } from '../line-boxes';
import { elementsOf, type Entry } from '../scan/registry';

/** Of the height of a scroller: so much at its top and bottom may be under a header that sticks there. */
const MARGIN = 0.1;

/**
 * The known title after `from` in page order, or before it, and round again at the end; without one to start from, the
 * first that is not above the viewport, or the one before that. Null when the page shows none.
 */
export function nextKnown(inPageOrder: readonly Entry[], from: Entry | null, step: 1 | -1): Entry | null {
  // Those that are hidden have no lines.
  const known = inPageOrder.filter((entry) => entry.resolution && topOf(entry) !== undefined);
  const at = from ? known.indexOf(from) : -1;
  const inView = known.findIndex((entry) => (topOf(entry) ?? 0) >= 0);
  const start = (inView < 0 ? known.length : inView) - (step === 1 ? 0 : 1);
  const next = at < 0 ? start : at + step;
  return known.at(next % known.length) ?? null;
}

const topOf = (entry: Entry): number | undefined => lineBoxes(entry)[0]?.top;

/**
 * Scrolls until a title is in view: by whole stretches, as the keys for a page up and down do. A scroll to the very title
 * would tell the page which of its titles is known.
 */
export function bringIntoView(win: Window, entry: Entry): void {
  const root = win.document.scrollingElement;
  for (let at = elementsOf(entry)[0]?.parentElement; at; at = at.parentElement) {
    const line = lineBoxes(entry)[0];
    const isScroller = at === root || /auto|scroll/.test(win.getComputedStyle(at).overflowY);
    if (!line || !isScroller) continue;
    const box = at === root ? { top: 0, bottom: win.innerHeight } : at.getBoundingClientRect();
    const top = scrollTo(line, box);
    if (top !== 0) at.scrollBy({ top, behavior: 'instant' });
  }
}

/** How far to scroll a box so that a line is seen in it, px: a whole number of stretches, 0 where it is seen already. */
export function scrollTo(line: Pick<Edges, 'top' | 'bottom'>, box: Pick<Edges, 'top' | 'bottom'>): number {
  const height = box.bottom - box.top;
  const stretch = height * (1 - 2 * MARGIN);
  const above = box.top - line.top;
  const below = line.bottom - box.bottom;
  if (above <= 0 && below <= 0) return 0;
  const stretches = Math.ceil((Math.max(above, below) + height * MARGIN) / stretch);
  return (above > below ? -1 : 1) * stretches * stretch;
}
