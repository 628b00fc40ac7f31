import type { Edges, Point } from '../../core/hover/safe-triangle';
import { CARD_TAG, createClosedHost, ownProperty, type ClosedHost } from '../closed-host';
import { chooseSide, keptInView, placeCard, type Side } from './place-card';

/**
 * The card's place on the page: an empty closed host whose popover is *inside* the shadow root. Were the host itself the
 * popover, the page would see its attribute, its `:popover-open` and its `toggle` events.
 */
export class CardHost {
  readonly #win: Window;
  readonly #host: ClosedHost | null;
  readonly #popover: HTMLElement;
  /** Outside the popover: screen readers do not speak of what comes into being together with its words. */
  readonly #said: HTMLElement;
  readonly #resizes: ResizeObserver;
  #isShown = false;
  #line: Edges | null = null;
  #side: Side = 'below';
  /** Where the reader has put the card: its corner in the viewport, px. */
  #putAt: Point | null = null;

  constructor(win: Window, css: string) {
    this.#win = win;
    this.#host = createClosedHost(win.document, CARD_TAG, css);
    this.#popover = win.document.createElement('div');
    this.#popover.id = 'popover';
    this.#popover.popover = 'manual';
    this.#said = win.document.createElement('div');
    this.#said.className = 'pk-unseen';
    this.#said.role = 'status';
    this.#host?.root.append(this.#said, this.#popover);
    this.#resizes = new ResizeObserver(() => this.#place());
    this.attach();
  }

  get element(): HTMLElement | null {
    return this.#host?.element ?? null;
  }

  get root(): ShadowRoot | null {
    return this.#host?.root ?? null;
  }

  /** Where Preact renders. */
  get container(): HTMLElement {
    return this.#popover;
  }

  get isOpen(): boolean {
    return this.#isShown && this.#popover.isConnected;
  }

  /** Open, and the page has not taken it away or hidden what it hangs in: the reader sees it. */
  get isSeen(): boolean {
    return this.isOpen && this.#popover.checkVisibility();
  }

  get edges(): Edges {
    return this.#popover.getBoundingClientRect();
  }

  /**
   * Puts the host where the card is not inert: in the last modal dialog or the element in full screen, else at the end
   * of the root. Done whenever one of these opens, not when a card does, for the page can see it.
   */
  attach(): void {
    const element = this.#host?.element;
    const parent = topLayerParent(this.#win.document);
    if (!element || !parent || element.parentNode === parent) return;
    parent.append(element);
    this.raise();
  }

  /** Above the popovers and dialogs that the page opened since, if the card is open. */
  raise(): void {
    if (!this.isOpen) return;
    this.#popover.hidePopover();
    this.#popover.showPopover();
  }

  /** Opens at a line of text. The side is chosen now and kept, whatever the card grows to. */
  open(line: Edges, prefersAbove: boolean): void {
    this.attach();
    if (!this.#host?.element.isConnected) return;
    this.#line = line;
    this.#side = chooseSide(line, this.#viewport(), prefersAbove);
    if (this.isOpen) this.raise();
    else this.#popover.showPopover();
    this.#isShown = true;
    this.#putAt = null;
    this.#place();
    this.#resizes.observe(this.#popover);
  }

  /** The line moved: the page scrolled or changed. */
  follow(line: Edges): void {
    this.#line = line;
    this.#place();
  }

  /** Whether the reader has put the card somewhere: it then stays there instead of at its title. */
  get isPut(): boolean {
    return this.#putAt !== null;
  }

  /** Puts the card's corner at a place of the viewport, or as near as keeps it in view, also in a smaller window later. */
  moveTo(corner: Point): void {
    this.#putAt = corner;
    this.#place();
  }

  /** The window has another size. */
  stayInView(): void {
    this.#place();
  }

  /** Has a screen reader say something, when it has nothing else to say. */
  say(words: string): void {
    if (this.#said.textContent !== words) this.#said.textContent = words;
  }

  #viewport() {
    // Without the scroll bar, unlike innerWidth.
    const root: Element | null = this.#win.document.documentElement;
    return { width: root?.clientWidth || this.#win.innerWidth, height: this.#win.innerHeight };
  }

  /** By a transform: Chromium reports every other move of the card to the page, as a layout shift. */
  #place(): void {
    if (!this.#line || !this.isOpen) return;
    const { devicePixelRatio: ratio } = this.#win;
    const { currentCSSZoom: zoom = 1 } = this.#popover as { currentCSSZoom?: number };
    // Between two device pixels its letters would blur.
    const px = (length: number) => `${Math.round(length * ratio) / ratio / zoom}px`;
    const { x, y } = this.#corner((maxHeight) => {
      this.#popover.style.setProperty(ownProperty('--pk-card-max-height'), `${maxHeight / zoom}px`);
      return this.#popover.getBoundingClientRect();
    });
    this.#popover.style.transform = `translate(${px(x)}, ${px(y)})`;
  }

  /** `fit` gives the card the height it may have, and says what it then takes. */
  #corner(fit: (maxHeight: number) => { readonly width: number; readonly height: number }): Point {
    const viewport = this.#viewport();
    if (this.#putAt || !this.#line) {
      this.#putAt = keptInView(this.#putAt ?? { x: 0, y: 0 }, fit(viewport.height), viewport);
      return this.#putAt;
    }
    const { width } = this.#popover.getBoundingClientRect();
    const { left, inset, maxHeight } = placeCard(this.#line, this.#side, width, viewport);
    const { height } = fit(maxHeight);
    return { x: left, y: this.#side === 'below' ? inset : viewport.height - inset - height };
  }

  close(): void {
    this.#resizes.disconnect();
    this.#line = null;
    if (this.isOpen) this.#popover.hidePopover();
    this.#isShown = false;
  }

  destroy(): void {
    this.close();
    this.#host?.element.remove();
  }
}

/** Replaced elements draw no children; what they show in full screen names no papers. */
const REPLACED = 'video, audio, img, canvas, iframe, object, embed';

/** Null when the page took its root away. */
function topLayerParent(doc: Document): Element | null {
  const dialog = [...doc.querySelectorAll('dialog[open]')].findLast((each) => each.matches(':modal'));
  // Chromium 156 draws a popover above the element in full screen, but lets nobody point at it there (2026-11).
  const full = doc.fullscreenElement;
  if (full && !full.matches(REPLACED) && (!dialog || dialog.contains(full))) return full;
  return dialog ?? doc.documentElement;
}
