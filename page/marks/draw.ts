import { GLYPH_PX, type Mark } from './measure';

/** Where the layer's own corner is in the viewport, and by how much the page's zoom enlarges what is put into it. */
export interface LayerOrigin {
  readonly left: number;
  readonly top: number;
  readonly zoom: number;
}

/**
 * Puts the marks into the layer, keeping the boxes that stay where they are. Nothing is read here.
 *
 * A box is never moved: a new one takes its place. Chromium reports a move, even in a closed root, to the page as a
 * layout shift, and counts it in the page's own score; a box that is new has not shifted.
 */
export function drawMarks(layer: HTMLElement, marks: readonly Mark[], origin: LayerOrigin): void {
  const px = (length: number) => `${Math.round((length / origin.zoom) * 100) / 100}px`;
  marks.forEach((mark, index) => {
    const left = px(mark.left - origin.left);
    const top = px(mark.top - origin.top);
    const box = boxAt(layer, index, left, top);
    box.className = mark.kind;
    box.style.width = mark.kind === 'line' ? px(mark.width) : px(GLYPH_PX * origin.zoom);
    box.style.color = mark.color;
    if (mark.kind === 'glyph') box.dataset.status = mark.status;
    else delete box.dataset.status;
  });
  while (layer.children.length > marks.length) layer.lastElementChild?.remove();
}

function boxAt(layer: HTMLElement, index: number, left: string, top: string): HTMLElement {
  const present = layer.children[index] as HTMLElement | undefined;
  if (present?.style.left === left && present.style.top === top) return present;
  const box = layer.ownerDocument.createElement('div');
  box.style.left = left;
  box.style.top = top;
  if (present) present.replaceWith(box);
  else layer.append(box);
  return box;
}
