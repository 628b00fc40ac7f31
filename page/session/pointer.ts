import type { Point } from '../../core/hover/safe-triangle';
import { caretAt } from '../caret';
import { lineBoxes, onLines } from '../line-boxes';
import type { Entry, Registry } from '../scan/registry';

/** The pointer need not be on the very letters. */
const SLACK_PX = 2;
/** A title is no more than some elements deep in what is hit: emphasis, a formula. */
const CLIMB_MAX = 12;
/** To measure a title takes a tenth of a millisecond and more. */
const MEASURED_MAX = 12;
/** A focused link that wraps its title holds it within a few nodes. */
const DESCEND_MAX = 50;

export type PointerPlace =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'card' }
  | { readonly kind: 'elsewhere' };

export interface PointerListener {
  /** `alt`: the reader asks for the card of a title that would otherwise stay silent. */
  readonly onPlace: (place: PointerPlace, at: Point, alt: boolean) => void;
  /** A button went down on the page: what follows is a click, a selection or a drag. */
  readonly onPress: () => void;
}

/**
 * Says what the pointer is over, from real moves only: not touches, not events made by scripts, not those that the browser
 * sends when a page scrolls or changes under a pointer at rest, and nothing while a button is held to select or drag.
 */
export class PointerTracker {
  readonly #win: Window;
  readonly #registry: Registry;
  readonly #cardElement: () => Element | null;
  readonly #listener: PointerListener;
  #last: (Point & { target: EventTarget | null; alt: boolean }) | null = null;

  constructor(
    win: Window,
    registry: Registry,
    cardElement: () => Element | null,
    listener: PointerListener,
    signal: AbortSignal,
  ) {
    this.#win = win;
    this.#registry = registry;
    this.#cardElement = cardElement;
    this.#listener = listener;
    const options = { capture: true, passive: true, signal };
    win.addEventListener('pointerover', (event) => this.#moved(event), options);
    win.addEventListener('pointermove', (event) => this.#moved(event), options);
    win.addEventListener('pointerdown', (event) => this.#pressed(event), options);
    win.addEventListener('pointerout', (event) => this.#left(event), options);
    win.addEventListener('keydown', (event) => this.#altPressed(event), options);
  }

  /** Answers came or the page changed: what lies under the pointer at rest may be a title now. */
  reconsider(): void {
    if (this.#last) this.#report();
  }

  #moved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
    const { clientX: x, clientY: y, target, altKey: alt } = event;
    if (this.#last?.x === x && this.#last.y === y) return;
    this.#last = { x, y, target, alt };
    this.#report();
  }

  #pressed({ isTrusted, target }: PointerEvent): void {
    if (!isTrusted || target === this.#cardElement()) return;
    // Answers that come while something is selected or dragged must not open a card at the place where that began.
    this.#last = null;
    this.#listener.onPress();
  }

  /** Out of the window. */
  #left(event: PointerEvent): void {
    if (!event.isTrusted || event.relatedTarget !== null || event.pointerType === 'touch') return;
    // The page below our card has no `relatedTarget` either way; only the last element of the document has none.
    if (this.#win.document.elementFromPoint(event.clientX, event.clientY)) return;
    this.#last = null;
    this.#listener.onPlace({ kind: 'elsewhere' }, { x: event.clientX, y: event.clientY }, false);
  }

  #altPressed(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Alt' || !this.#last || this.#last.alt) return;
    this.#last = { ...this.#last, alt: true };
    this.#report();
  }

  #report(): void {
    if (!this.#last) return;
    const { x, y, target, alt } = this.#last;
    this.#listener.onPlace(this.#placeOf(target, x, y), { x, y }, alt);
  }

  #placeOf(target: EventTarget | null, x: number, y: number): PointerPlace {
    if (target !== null && target === this.#cardElement()) return { kind: 'card' };
    const entry = target instanceof Element ? entryUnder(this.#registry, target, x, y) : null;
    return entry ? { kind: 'entry', entry } : { kind: 'elsewhere' };
  }
}

/** A whole file may stand in one element, with hundreds of titles: then the place in the text tells which to measure. */
function nearest(entries: readonly Entry[], doc: Document, x: number, y: number): readonly Entry[] {
  if (entries.length <= MEASURED_MAX) return entries;
  const caret = caretAt(doc, x, y);
  return entries.filter(
    ({ target, from = 0, to = Infinity }) =>
      caret !== null &&
      target.some((node) => node.contains(caret.node)) &&
      (target[0] !== caret.node || caret.offset >= from) &&
      (target.at(-1) !== caret.node || caret.offset <= to),
  );
}

function entryUnder(registry: Registry, hit: Element, x: number, y: number): Entry | null {
  let element: Element | null = hit;
  for (let climbed = 0; element && climbed < CLIMB_MAX; climbed++, element = element.parentElement) {
    for (const entry of nearest(registry.at(element), hit.ownerDocument, x, y)) {
      if (onLines(lineBoxes(entry), x, y, SLACK_PX)) return entry;
    }
  }
  return null;
}

/** The title that a focused element is in, that it holds, or whose paper it leads to. */
export function entryOfFocus(registry: Registry, focused: Element): Entry | null {
  const handled = registry.handledBy(focused);
  if (handled) return handled;
  let element: Element | null = focused;
  for (let climbed = 0; element && climbed < CLIMB_MAX; climbed++, element = element.parentElement) {
    const entry = registry.at(element).find(({ target }) => target.some((node) => areNested(node, focused)));
    if (entry) return entry;
  }
  if (focused.localName !== 'a' && focused.localName !== 'button') return null;
  const walker = focused.ownerDocument.createTreeWalker(focused, NodeFilter.SHOW_ELEMENT);
  for (let seen = 0; seen < DESCEND_MAX && walker.nextNode(); seen++) {
    const [entry] = registry.at(walker.currentNode as Element);
    if (entry) return entry;
  }
  return null;
}

/** In running text a link may stand beside a title, in one paragraph with it. */
const areNested = (node: Node, focused: Element): boolean => node.contains(focused) || focused.contains(node);
