import type { Edges, Point } from '../../core/hover/safe-triangle';

/** A card that can be taken by its grip. */
export interface DraggableCard {
  readonly element: HTMLElement | null;
  readonly root: ShadowRoot | null;
  /** Null while it is closed. */
  readonly edges: Edges | null;
  readonly moveTo: (corner: Point) => void;
}

/**
 * Lets the pointer drag the card by its grip (`.pk-grip`), which is there while the card is pinned. Must listen before the
 * shield does. The pointer is captured, so that all of the drag happens on our host, where the page does not hear it.
 */
export function listenForDrag(win: Window, cardOf: () => DraggableCard | null, signal: AbortSignal): void {
  let hold: Point | null = null;
  const down = ({ isTrusted, button, target, clientX: x, clientY: y, pointerId }: PointerEvent) => {
    const card = cardOf();
    if (!isTrusted || button !== 0 || !card?.edges || target !== card.element) return;
    const grip = card.root?.elementFromPoint(x, y)?.closest('.pk-grip');
    if (!grip) return;
    grip.setPointerCapture(pointerId);
    hold = { x: x - card.edges.left, y: y - card.edges.top };
  };
  const move = ({ isTrusted, buttons, clientX, clientY }: PointerEvent) => {
    if (!hold || !isTrusted) return;
    if (buttons === 0) hold = null;
    else cardOf()?.moveTo({ x: clientX - hold.x, y: clientY - hold.y });
  };
  const options = { capture: true, passive: true, signal };
  win.addEventListener('pointerdown', down, options);
  win.addEventListener('pointermove', move, options);
}
