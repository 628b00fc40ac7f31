import type { CardProps, CardState } from '../../components/card';
import type { Translate } from '../../components/messages';
import type { Edges, Point } from '../../core/hover/safe-triangle';
import { httpUrl } from '../../core/identity/links';
import type { Call } from '../call';
import { lineBoxes, nearestLine } from '../line-boxes';
import { Surroundings } from '../marks/surroundings';
import { askFor, type Entry } from '../scan/registry';
import { CardContents } from './card-contents';
import { CardHost } from './card-host';
import { renderCard } from './card-view';

export interface CardControllerOptions {
  readonly win: Window;
  readonly call: Call;
  readonly translate: Translate;
  readonly css: string;
  readonly isPinned: () => boolean;
  readonly onPin: () => void;
  readonly onClose: () => void;
  readonly onUnreachable: () => void;
}

/** A title of up to about five lines stays readable beside its card; of a longer one only the pointer's line does. */
const TITLE_HEIGHT_MAX_PX = 120;

/** The line's left and right, with the whole title's top and bottom where that is not too much. */
function clearOfTitle(line: Edges, lines: readonly Edges[]): Edges {
  const top = Math.min(...lines.map((each) => each.top));
  const bottom = Math.max(...lines.map((each) => each.bottom));
  return bottom - top > TITLE_HEIGHT_MAX_PX ? line : { ...line, top, bottom };
}

/** The one card of a page: what it shows, where it stands, and where the focus goes. */
export class CardController {
  readonly #options: CardControllerOptions;
  readonly #host: CardHost;
  readonly #contents: CardContents;
  #anchor: { readonly entry: Entry; readonly lineIndex: number } | null = null;
  #focusBefore: HTMLElement | null = null;

  constructor(options: CardControllerOptions) {
    this.#options = options;
    this.#host = new CardHost(options.win, options.css);
    this.#contents = new CardContents({
      call: options.call,
      // Bounded, or the background would refuse to save from pages that keep their state in the address.
      sourceUrl: () => httpUrl(options.win.location.href),
      onChange: () => this.render(),
      onUnreachable: options.onUnreachable,
    });
  }

  get element(): HTMLElement | null {
    return this.#host.element;
  }

  get root(): ShadowRoot | null {
    return this.#host.root;
  }

  get edges(): Edges | null {
    return this.#host.isOpen ? this.#host.edges : null;
  }

  /** Into or out of a dialog, or back after the page took it away. */
  attach(): void {
    this.#host.attach();
  }

  /** Shows the card at the line nearest the pointer, or at the first line when it was opened by focus. */
  open(entry: Entry, answer: CardState | null, pointer: Point | null): void {
    const lines = lineBoxes(entry);
    const line = pointer ? nearestLine(lines, pointer.x, pointer.y) : (lines[0] ?? null);
    if (!line) {
      this.#options.onClose();
      return;
    }
    this.#anchor = { entry, lineIndex: lines.indexOf(line) };
    this.#contents.open(askFor(entry), entry.mention.title, answer);
    this.#host.open(clearOfTitle(line, lines));
  }

  fill(answer: CardState): void {
    this.#contents.fill(answer);
  }

  refresh(): void {
    this.#contents.refresh();
  }

  /** Moves the card along with its title; false when the title is no longer to be seen. */
  follow(): boolean {
    if (!this.#anchor) return true;
    const { entry, lineIndex } = this.#anchor;
    const lines = lineBoxes(entry);
    const line = lines[lineIndex] ?? lines[0];
    if (!line || !this.#isInView(entry, line)) return false;
    this.#host.follow(clearOfTitle(line, lines));
    return true;
  }

  #isInView(entry: Entry, line: Edges): boolean {
    const { win } = this.#options;
    const [node] = entry.target;
    const element = node instanceof Element ? node : node?.parentElement;
    if (!element || line.bottom < 0 || line.top > win.innerHeight) return false;
    const clip = new Surroundings(win, () => false).clipOf(element);
    return line.bottom > clip.top && line.top < clip.bottom;
  }

  get canSave(): boolean {
    return this.#contents.state?.kind === 'ready';
  }

  save(): void {
    void this.#contents.save();
  }

  /** The keyboard goes into the card; false when there is nothing to go to. */
  focusIn(): boolean {
    const { root, container } = this.#host;
    const card = container.firstElementChild;
    const { activeElement } = this.#options.win.document;
    if (!(card instanceof HTMLElement)) return false;
    card.focus();
    if (root?.activeElement !== card) return false;
    this.#focusBefore = activeElement instanceof HTMLElement ? activeElement : null;
    return true;
  }

  render(): void {
    const { translate, isPinned, onPin, onClose } = this.#options;
    const contents = this.#contents;
    const { state, saving } = contents;
    const props: CardProps | null = state && {
      state,
      saving,
      pinned: isPinned(),
      onSave: () => this.save(),
      onStatus: (status) => void contents.setStatus(status),
      onDeny: (isDenied) => void contents.deny(isDenied),
      onPin,
      onClose,
      onOpenPaper: (paperId) => contents.openPaper(paperId),
      onBack: contents.canGoBack ? () => contents.back() : null,
    };
    renderCard(this.#host.container, translate, props);
  }

  close(): void {
    const hadFocus = this.#host.root?.activeElement !== null;
    if (hadFocus) this.#focusBefore?.focus({ preventScroll: true });
    this.#focusBefore = null;
    this.#anchor = null;
    this.#host.close();
    this.#contents.close();
    this.render();
  }

  destroy(): void {
    this.close();
    this.#host.destroy();
  }
}
