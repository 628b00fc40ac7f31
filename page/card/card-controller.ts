import type { CardProps, CardState } from '../../components/card';
import type { Translate } from '../../components/messages';
import type { Edges, Point } from '../../core/hover/safe-triangle';
import { httpUrl } from '../../core/identity/links';
import type { PaperId } from '../../core/paper';
import type { Call } from '../call';
import { lineBoxes, nearestLine } from '../line-boxes';
import { Surroundings } from '../marks/surroundings';
import { askFor, type Entry } from '../scan/registry';
import { CardContents } from './card-contents';
import { CardHost } from './card-host';
import type { RenderCard } from './card-view';
import { KinRest } from './kin-rest';

export interface CardControllerOptions {
  readonly win: Window;
  readonly call: Call;
  readonly translate: Translate;
  readonly css: string;
  /** What draws the card, half of all our code: a page on which the reader asks for none never loads it. Null when it cannot be. */
  readonly loadView: () => Promise<RenderCard | null>;
  readonly isPinned: () => boolean;
  readonly onPin: () => void;
  /** Whether a paper to read is being read from when its PDF is opened. */
  readonly startsReading: () => boolean;
  readonly onSiteOff: () => unknown;
  readonly onClose: () => void;
  readonly onUnreachable: () => void;
}

/** A title of up to about five lines stays readable beside its card; of a longer one only the pointer's line does. */
const TITLE_HEIGHT_MAX_PX = 120;

/**
 * What a page opens over the card so often is a fight for the front, which the page wins for the eye (it draws last in each frame)
 * and loses for the pointer, if it lets that through: the reader would press what is not seen. No person opens so much so fast.
 */
const RAISES_MAX = 5;
const RAISES_WITHIN_MS = 1_000;

/** The line's left and right, with the whole title's top and bottom where that is not too much. */
function clearOfTitle(line: Edges, lines: readonly Edges[]): Edges {
  const top = Math.min(...lines.map((each) => each.top));
  const bottom = Math.max(...lines.map((each) => each.bottom));
  return bottom - top > TITLE_HEIGHT_MAX_PX ? line : { ...line, top, bottom };
}

/** Whether the page has a tooltip for what the pointer is on at the title. */
function hasTooltip({ target: [node] }: Entry): boolean {
  const element = node instanceof Element ? node : node?.parentElement;
  return Boolean(element?.closest<HTMLElement>('[title]')?.title);
}

/** The one card of a page: what it shows, where it stands, and where the focus goes. */
export class CardController {
  readonly #options: CardControllerOptions;
  readonly #host: CardHost;
  readonly #contents: CardContents;
  #render: RenderCard | null = null;
  #isLoading = false;
  /** What is to be shown as soon as the card can be drawn. */
  #waiting: { readonly entry: Entry; answer: CardState | null; readonly pointer: Point | null } | null = null;
  #anchor: { readonly entry: Entry; readonly lineIndex: number } | null = null;
  readonly #kinRest: KinRest;
  #focusBefore: HTMLElement | null = null;
  #raises = 0;
  #raisedFrom = -Infinity;
  /** Opened by key: the eyes that see the card may be a screen reader's. */
  #isToBeSaid = false;

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
    this.#kinRest = new KinRest(options.win, (paperId) => this.#open(paperId));
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

  /** Into or out of a dialog, above what the page opened, or back after the page took it away. */
  attach(): void {
    this.#host.attach();
  }

  /** Above what the page has opened since, and above the marks that rose with it; away where a page covers it again and again. */
  raise(): void {
    if (!this.#host.isOpen) return;
    const now = this.#options.win.performance.now();
    if (now - this.#raisedFrom > RAISES_WITHIN_MS) [this.#raisedFrom, this.#raises] = [now, 0];
    this.#raises++;
    if (this.#raises > RAISES_MAX) this.#options.onClose();
    else this.#host.raise();
  }

  /** A card will be asked for soon. */
  prepare(): void {
    if (!this.#render && !this.#isLoading) void this.#load();
  }

  /** What cannot be loaded now is tried again for the next card. */
  async #load(): Promise<void> {
    this.#isLoading = true;
    this.#render = await this.#options.loadView();
    this.#isLoading = false;
    const waiting = this.#waiting;
    if (this.#render && waiting) this.open(waiting.entry, waiting.answer, waiting.pointer);
  }

  /** Shows the card at the line nearest the pointer, or at the first line when it was opened by focus. */
  open(entry: Entry, answer: CardState | null, pointer: Point | null): void {
    this.#waiting = this.#render ? null : { entry, answer, pointer };
    if (this.#waiting) {
      this.prepare();
      return;
    }
    const lines = lineBoxes(entry);
    const line = pointer ? nearestLine(lines, pointer.x, pointer.y) : (lines[0] ?? null);
    if (!line) {
      this.#options.onClose();
      return;
    }
    this.#anchor = { entry, lineIndex: lines.indexOf(line) };
    this.#isToBeSaid = pointer === null;
    this.#contents.open(askFor(entry), entry.mention.title, answer);
    this.#host.open(clearOfTitle(line, lines), hasTooltip(entry));
  }

  fill(answer: CardState): void {
    if (this.#waiting) this.#waiting.answer = answer;
    else this.#contents.fill(answer);
  }

  refresh(): void {
    this.#contents.refresh();
  }

  /** Moves the card along with its title; false when the title is no longer to be seen. */
  follow(): boolean {
    if (!this.#anchor) return true;
    if (this.#host.isPut) {
      this.#host.stayInView();
      return true;
    }
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

  moveTo(corner: Point): void {
    this.#host.moveTo(corner);
  }

  /** The pointer is there in the card; null: it is elsewhere. On a related paper at which it rests the card turns to that. */
  pointAt(at: Point | null): void {
    this.#kinRest.pointAt(this.root, at);
  }

  /** Another paper in the same card. The focus stays within: it must not fall to the page with the button that had it. */
  #turnTo(turn: () => void): void {
    if (this.root?.activeElement) this.#focusCard();
    turn();
  }

  #open(paperId: PaperId): void {
    this.#turnTo(() => this.#contents.openPaper(paperId));
  }

  #back(): void {
    const left = this.#contents.relative;
    this.#turnTo(() => this.#contents.back());
    const row = this.root?.activeElement && `[data-row="${CSS.escape(left ?? '')}"] button`;
    if (row) this.root.querySelector<HTMLElement>(row)?.focus();
  }

  #focusCard(): Element | null {
    const card = this.#host.container.firstElementChild;
    if (card instanceof HTMLElement) card.focus();
    return card;
  }

  /** Has a screen reader say something about the page. */
  say(words: string): void {
    this.#host.say(words);
  }

  /** Not what is not seen: the page may have taken the card away, and the key is then the page's. */
  get canSave(): boolean {
    return this.#contents.state?.kind === 'ready' && this.#host.isSeen;
  }

  save(): void {
    void this.#contents.save();
  }

  /** The keyboard goes into the card; false when there is nothing to go to. */
  focusIn(): boolean {
    const { activeElement } = this.#options.win.document;
    const card = this.#focusCard();
    if (!card || this.root?.activeElement !== card) return false;
    this.#focusBefore = activeElement instanceof HTMLElement ? activeElement : null;
    return true;
  }

  render(): void {
    const { translate, isPinned, onPin, onClose, onSiteOff, startsReading, win } = this.#options;
    const contents = this.#contents;
    const { state, saving } = contents;
    const props: CardProps | null = state && {
      state,
      saving,
      pinned: isPinned(),
      onSave: () => this.save(),
      onStatus: (status) => void contents.setStatus(status),
      onPdf: () => {
        const isToRead = state.kind === 'ready' && state.data.status === 'to-read';
        if (isToRead && startsReading()) void contents.setStatus('reading');
      },
      onDeny: (isDenied) => void contents.deny(isDenied),
      onPin,
      onClose,
      site: win.location.hostname,
      onSiteOff,
      onMove: (dx, dy) => {
        const { left, top } = this.#host.edges;
        this.moveTo({ x: left + dx, y: top + dy });
      },
      onOpenPaper: (paperId) => this.#open(paperId),
      onBack: contents.canGoBack ? () => this.#back() : null,
    };
    const hadFocus = Boolean(this.root?.activeElement);
    this.#render?.(this.#host.container, translate, props);
    // Gone with what had it: the next key would be the page's, and a card without it closes.
    if (hadFocus && props && !this.root?.activeElement) this.#focusCard();
    if (this.#isToBeSaid && state?.kind === 'ready' && !contents.canGoBack) {
      const { paper, summary } = state.data;
      this.say(translate('card_announced', paper.title, summary?.text ?? ''));
    }
  }

  close(): void {
    const hadFocus = this.#host.root?.activeElement !== null;
    if (hadFocus) this.#focusBefore?.focus({ preventScroll: true });
    this.#focusBefore = null;
    this.#waiting = null;
    this.#anchor = null;
    this.#kinRest.stop();
    this.#host.close();
    this.say('');
    this.#contents.close();
    this.render();
  }

  destroy(): void {
    this.close();
    this.#host.destroy();
  }
}
