import { GLYPH_PX, type Mark } from './measure';

/** Where the layer's own corner is in the viewport, and by how much the page's zoom enlarges what is put into it. */
export interface LayerOrigin {
  readonly left: number;
  readonly top: number;
  readonly zoom: number;
}

/** Puts the marks into the layer, reusing the boxes that are there. Nothing is read here. */
export function drawMarks(layer: HTMLElement, marks: readonly Mark[], origin: LayerOrigin): void {
  const px = (length: number) => `${Math.round((length / origin.zoom) * 100) / 100}px`;
  marks.forEach((mark, index) => {
    const box = (layer.children[index] as HTMLElement | undefined) ?? appendBox(layer);
    box.className = mark.kind;
    box.style.left = px(mark.left - origin.left);
    box.style.top = px(mark.top - origin.top);
    box.style.width = mark.kind === 'line' ? px(mark.width) : px(GLYPH_PX * origin.zoom);
    box.style.color = mark.color;
    if (mark.kind === 'glyph') box.dataset.status = mark.status;
    else delete box.dataset.status;
  });
  while (layer.children.length > marks.length) layer.lastElementChild?.remove();
}

function appendBox(layer: HTMLElement): HTMLElement {
  const box = layer.ownerDocument.createElement('div');
  layer.append(box);
  return box;
}
