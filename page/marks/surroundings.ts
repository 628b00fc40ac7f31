import type { Edges } from '../../core/hover/safe-triangle';
import { caretAt } from '../caret';

const NOWHERE: Edges = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
/** Deeper than any page nests; a guard, not a limit. */
const ANCESTORS_MAX = 200;
/** Where a title's own colour is transparent (its text is painted by a gradient): readable on black and on white. */
const FALLBACK_COLOR = 'rgb(128, 128, 128)';

/** What lies around the titles: clipping, covering, neighbours. Remembers its answers for one redraw only. */
export class Surroundings {
  readonly #win: Window;
  readonly #doc: Document;
  readonly #isOurs: (node: Node) => boolean;
  readonly #clips = new Map<Element, Edges>();
  readonly #styles = new Map<Element, CSSStyleDeclaration>();

  constructor(win: Window, isOurs: (node: Node) => boolean) {
    this.#win = win;
    this.#doc = win.document;
    this.#isOurs = isOurs;
  }

  #styleOf(element: Element): CSSStyleDeclaration {
    const known = this.#styles.get(element);
    if (known) return known;
    const style = this.#win.getComputedStyle(element);
    this.#styles.set(element, style);
    return style;
  }

  isVisible(element: Element): boolean {
    // Safari before 17.4 has no checkVisibility; a hidden title has no boxes there either.
    return element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true;
  }

  colorOf(element: Element): string {
    const { color } = this.#styleOf(element);
    return isTransparent(color) ? FALLBACK_COLOR : color;
  }

  /** What the scrollers around an element leave visible of it. */
  clipOf(element: Element): Edges {
    return this.#clipWithin(element, ANCESTORS_MAX);
  }

  #clipWithin(element: Element, budget: number): Edges {
    const known = this.#clips.get(element);
    if (known) return known;
    const parent = element.parentElement;
    const isRoot = element === this.#doc.documentElement || element === this.#doc.body;
    const style = this.#styleOf(element);
    const clipsBox = !isRoot && (style.overflowX !== 'visible' || style.overflowY !== 'visible');
    // What is fixed to the viewport escapes the scrollers around it.
    const outer =
      isRoot || !parent || budget === 0 || style.position === 'fixed'
        ? NOWHERE
        : this.#clipWithin(parent, budget - 1);
    // `display: inline` knows no overflow; its rectangle would cut wrapped lines.
    const clip = clipsBox && style.display !== 'inline' ? intersect(outer, clientBox(element)) : outer;
    this.#clips.set(element, clip);
    return clip;
  }

  /**
   * Whether something stands before the middle of a line: a sticky header, a menu, a banner. Only a thing that paints
   * counts, for many sites lay an empty link over a whole entry. Outside the viewport nobody can tell, or see.
   */
  isCovered(line: Edges, titleElements: readonly Element[]): boolean {
    const hit = this.#doc.elementFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2);
    if (!hit || this.#isOurs(hit)) return false;
    let element: Element | null = hit;
    for (let depth = 0; element && depth < ANCESTORS_MAX; depth++, element = element.parentElement) {
      const at: Element = element;
      if (titleElements.some((title) => at.contains(title) || title.contains(at))) return false;
      const style = this.#styleOf(at);
      if (style.position !== 'static' && paints(style)) return true;
      // What is in full screen covers all behind it, also where it paints nothing itself.
      if (at.matches(':modal, :fullscreen')) return true;
    }
    return false;
  }

  /** Whether there is text in a small box. */
  hasText(box: Edges): boolean {
    const x = (box.left + box.right) / 2;
    const y = (box.top + box.bottom) / 2;
    const caret = caretAt(this.#doc, x, y);
    if (!caret || caret.node.nodeType !== Node.TEXT_NODE) return false;
    const range = this.#doc.createRange();
    const length = (caret.node as Text).length;
    range.setStart(caret.node, Math.max(0, caret.offset - 1));
    range.setEnd(caret.node, Math.min(length, caret.offset + 1));
    for (const rect of range.getClientRects()) {
      const overlaps =
        rect.left < box.right && rect.right > box.left && rect.top < box.bottom && rect.bottom > box.top;
      if (overlaps) return true;
    }
    return false;
  }
}

function clientBox(element: Element): Edges {
  const rect = element.getBoundingClientRect();
  const left = rect.left + element.clientLeft;
  const top = rect.top + element.clientTop;
  return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight };
}

function intersect(a: Edges, b: Edges): Edges {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function paints(style: CSSStyleDeclaration): boolean {
  return !isTransparent(style.backgroundColor) || style.backgroundImage !== 'none';
}

function isTransparent(color: string): boolean {
  return color === 'transparent' || /,\s*0\)$|\/\s*0\)$/.test(color);
}
