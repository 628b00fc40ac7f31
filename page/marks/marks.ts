import { createClosedHost, MARKS_TAG, type ClosedHost } from '../closed-host';
import { elementsOf, type Entry } from '../scan/registry';
import { drawMarks } from './draw';
import { inView } from './in-view';
import { measureMarks } from './measure';
import css from './marks.css?inline';

/** Titles this near the viewport are drawn, so that a scroll shows them marked. */
const NEAR_PX = 400;
/** More new titles at once are left to the observer: to ask for the box of each would take too long. */
const FRESH_MAX = 100;
/** A page that removes our element gets it back at most this often, and after some times is left in peace. */
const RETURN_AFTER_MS = 1_000;
const RETURNS_MAX = 5;

/** The underlines and signs over the page: one empty element of ours, in whose closed shadow root all is drawn. */
export class Marks {
  readonly #win: Window;
  readonly #host: ClosedHost | null;
  readonly #layer: HTMLElement;
  readonly #isOurs: (node: Node) => boolean;
  readonly #stop = new AbortController();
  readonly #near = new Set<Element>();
  /** Not seen by the observer yet, which takes a frame more than to look for oneself. */
  readonly #fresh = new Set<Element>();
  readonly #byElement = new Map<Element, Set<Entry>>();
  readonly #intersections: IntersectionObserver;
  readonly #sizes: ResizeObserver;
  /** Themes are switched by an attribute of the root or the body. */
  readonly #themes: MutationObserver;
  #frame: number | null = null;
  #returns = 0;
  #attachedAt = -Infinity;

  constructor(win: Window, isOurs: (node: Node) => boolean) {
    const doc = win.document;
    this.#win = win;
    this.#isOurs = isOurs;
    this.#host = createClosedHost(doc, MARKS_TAG, css);
    this.#layer = doc.createElement('div');
    this.#layer.id = 'layer';
    this.#host?.root.append(this.#layer);
    this.#intersections = new IntersectionObserver((seen) => this.#noteNear(seen), {
      rootMargin: `${NEAR_PX}px`,
    });
    this.#sizes = new ResizeObserver(() => this.redraw());
    this.#themes = new MutationObserver(() => this.redraw());
    this.#listen();
    this.attach();
  }

  get element(): HTMLElement | null {
    return this.#host?.element ?? null;
  }

  #listen(): void {
    const doc = this.#win.document;
    const redraw = () => this.redraw();
    const options = { capture: true, passive: true, signal: this.#stop.signal };
    // Nested scrollers do not bubble; `transitionend` and `toggle` end what moves text without changing the root's size.
    for (const type of ['scroll', 'resize', 'load', 'toggle', 'transitionend', 'animationend']) {
      this.#win.addEventListener(type, redraw, options);
    }
    doc.fonts?.addEventListener('loadingdone', redraw, { signal: this.#stop.signal });
    // Missing in the documents of our own tests alone.
    this.#win.matchMedia?.('(prefers-color-scheme: dark)').addEventListener('change', redraw, options);
    for (const element of [doc.documentElement, doc.body]) {
      if (!element) continue;
      this.#sizes.observe(element);
      this.#themes.observe(element, { attributes: true });
    }
  }

  /** Puts the host at the end of the root, where it belongs, unless the page keeps taking it away. */
  attach(): void {
    const element = this.#host?.element;
    // A page may take even its root away.
    const root: Element | null = this.#win.document.documentElement;
    if (!element || !root || element.isConnected || this.#returns > RETURNS_MAX) return;
    const now = this.#win.performance.now();
    if (now - this.#attachedAt < RETURN_AFTER_MS) return;
    this.#attachedAt = now;
    this.#returns++;
    root.append(element);
    this.lift();
  }

  /**
   * Above what the page opened last in the browser's top layer (a modal dialog, a popover, an element in full screen), or
   * back over the document when nothing is open there; true above. The popover is inside our closed root: the page sees
   * nothing of it.
   */
  lift(): boolean {
    const layer = this.#layer;
    const isAbove = layer.isConnected && hasTopLayer(this.#win.document);
    // Boxes are put relative to the layer, which is elsewhere from now on: moved, they would count as layout shift.
    layer.replaceChildren();
    layer.popover = null;
    if (isAbove) {
      layer.popover = 'manual';
      layer.showPopover();
    }
    this.redraw();
    return isAbove;
  }

  /** Marks the known ones of these entries, and no others. */
  show(entries: Iterable<Entry>): void {
    const wanted = new Map<Element, Set<Entry>>();
    for (const entry of entries) {
      if (!entry.resolution) continue;
      for (const element of elementsOf(entry)) {
        const set = wanted.get(element);
        if (set) set.add(entry);
        else wanted.set(element, new Set([entry]));
      }
    }
    for (const element of this.#byElement.keys()) {
      if (wanted.has(element)) continue;
      this.#intersections.unobserve(element);
      this.#near.delete(element);
      this.#fresh.delete(element);
    }
    for (const element of wanted.keys()) {
      if (this.#byElement.has(element)) continue;
      this.#intersections.observe(element);
      if (this.#fresh.size < FRESH_MAX) this.#fresh.add(element);
    }
    this.#byElement.clear();
    for (const [element, set] of wanted) this.#byElement.set(element, set);
    this.redraw();
  }

  #noteNear(seen: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of seen) {
      this.#fresh.delete(target);
      if (isIntersecting && this.#byElement.has(target)) this.#near.add(target);
      else this.#near.delete(target);
    }
    this.redraw();
  }

  /** Draws anew before the next frame, however often it is asked to. */
  redraw(): void {
    const isBlank = this.#near.size + this.#fresh.size === 0 && this.#layer.childElementCount === 0;
    if (this.#frame !== null || isBlank) return;
    this.#frame = this.#win.requestAnimationFrame(() => {
      this.#frame = null;
      this.#draw();
    });
  }

  #draw(): void {
    if (!this.#layer.isConnected) return;
    const entries = new Set<Entry>();
    for (const element of [...this.#near, ...this.#freshInSight()]) {
      const shown = inView(
        [...(this.#byElement.get(element) ?? [])],
        -NEAR_PX,
        this.#win.innerHeight + NEAR_PX,
      );
      for (const entry of shown) entries.add(entry);
    }
    const { left, top } = this.#layer.getBoundingClientRect();
    const { currentCSSZoom: zoom = 1 } = this.#layer as { currentCSSZoom?: number };
    const marks = measureMarks(this.#win, entries, this.#isOurs);
    drawMarks(this.#layer, marks, { left, top, zoom });
  }

  #freshInSight(): readonly Element[] {
    const { innerHeight } = this.#win;
    return [...this.#fresh].filter((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  }

  destroy(): void {
    this.#stop.abort();
    this.#intersections.disconnect();
    this.#sizes.disconnect();
    this.#themes.disconnect();
    if (this.#frame !== null) this.#win.cancelAnimationFrame(this.#frame);
    this.#host?.element.remove();
  }
}

/** Whether the page has anything open above every z-index. */
function hasTopLayer(doc: Document): boolean {
  if (doc.fullscreenElement) return true;
  const openable = doc.querySelectorAll('dialog[open], [popover]');
  return [...openable].some((each) => each.matches(':modal, :popover-open'));
}
