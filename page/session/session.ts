import { headsForCard, type Point } from '../../core/hover/safe-triangle';
import { httpUrl } from '../../core/identity/links';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings';
import type { PagePaper } from '../../core/match/resolution';
import { CardController, type CardControllerOptions } from '../card/card-controller';
import { lookUpCard } from '../card/card-contents';
import { listenForDrag } from '../card/drag';
import { shieldHost } from '../card/shield';
import { removeLeftOvers } from '../closed-host';
import { Marks } from '../marks/marks';
import { pagePapers } from '../scan/page-papers';
import { askFor, Registry, type Entry } from '../scan/registry';
import { Scanner, type ReadPage, type ScannerOptions } from '../scan/scanner';
import { watchChanges, watchTopLayer } from '../scan/watch-changes';
import { listenForFocus } from './focus';
import { HoverDriver, type EntryEffect } from './hover-driver';
import { KeyActions } from './key-actions';
import { listenForKeys } from './keys';
import { KnownCount } from './known-count';
import { withNextFrame } from './next-frame';
import { PointerTracker, type PointerPlace } from './pointer';
import { ShownPapers } from './shown-papers';
import { eventOf, isHtmlPage, wakeBackground, whenReady } from './ready-page';

type OfTheCard = 'win' | 'call' | 'translate' | 'css' | 'loadView' | 'onSiteOff';

export interface SessionOptions extends Pick<CardControllerOptions, OfTheCard> {
  readonly readPage: ReadPage;
  readonly hasText: ScannerOptions['hasText'];
  /** Whether the extension that this copy belongs to is gone; asked at each hover, for nothing tells. */
  readonly isStale: () => boolean;
}

/**
 * All that Paperkin does on one page. Made before the page's scripts run, so that our listeners come before theirs; all else
 * waits for the document and for the reader's settings (`apply`). `destroy` leaves nothing behind.
 */
export class Session {
  readonly #options: SessionOptions;
  readonly #stop = new AbortController();
  readonly #registry = new Registry();
  readonly #scanner: Scanner;
  readonly #hover: HoverDriver;
  readonly #pointer: PointerTracker;
  readonly #keys: KeyActions;
  readonly #firstScan: Promise<unknown>;
  readonly #known: KnownCount;
  readonly #shown: ShownPapers;
  #marks: Marks | null = null;
  #card: CardController | null = null;
  #pointerAt: Point | null = null;
  #isPointerInCard = false;
  /** Where the pointer last was on the title whose card is open. */
  #apex: Point | null = null;
  #isClosingCard = false;
  readonly #followSoon: () => void;
  #settings: Settings = DEFAULT_SETTINGS;
  #settled: () => void = () => {};

  constructor(options: SessionOptions) {
    const { win, call, readPage, hasText } = options;
    const { signal } = this.#stop;
    this.#options = options;
    const follow = withNextFrame(win, () => this.#follow());
    // Without a card, scrolling costs the page no frame.
    this.#followSoon = () => void (this.#hover.shown && follow());
    this.#known = new KnownCount(win, call, signal);
    this.#shown = new ShownPapers(win, call, signal);
    this.#hover = new HoverDriver(win, (effect) => this.#perform(effect));
    this.#scanner = new Scanner({
      win,
      registry: this.#registry,
      readPage,
      hasText,
      call,
      signal,
      onChange: () => this.#entriesChanged(),
      onUnreachable: () => this.destroy(),
    });
    this.#keys = new KeyActions({
      win,
      translate: options.translate,
      hover: this.#hover,
      registry: this.#registry,
      card: () => this.#card,
    });
    const cardElement = () => this.#card?.element ?? null;
    this.#pointer = new PointerTracker(
      win,
      this.#registry,
      cardElement,
      { onPlace: (place, at, alt) => this.#pointerIs(place, at, alt), onPress: () => this.#pressed() },
      signal,
    );
    this.#listen(cardElement);
    const settled = new Promise<void>((resolve) => (this.#settled = resolve));
    const started = Promise.all([whenReady(win.document), settled]).then(() => this.#start());
    // Whoever waits for the first scan must not wait for ever.
    this.#firstScan = Promise.race([started, eventOf(signal, 'abort')]);
  }

  #listen(cardElement: () => Element | null): void {
    const [{ win }, { signal }] = [this.#options, this.#stop];
    listenForFocus(
      win,
      this.#registry,
      cardElement,
      {
        onFocus: (entry, alt) => {
          if (!this.#isClosingCard && this.#opens(entry, alt))
            this.#hover.send({ type: 'focus', target: entry });
        },
        onBlur: (entry, intoCard) => this.#focusLeft(entry, intoCard),
        onCardFocus: () => this.#hover.send({ type: 'focus-back' }),
      },
      signal,
    );
    listenForKeys(
      win,
      {
        allows: (key) => this.#keys.allows(key),
        onKey: (key) => {
          if (!this.#destroyIfStale()) this.#keys.perform(key);
        },
        focusInCard: () => this.#card?.root?.activeElement ?? null,
      },
      signal,
    );
    const options = { capture: true, passive: true, signal };
    watchTopLayer(win, () => this.#topLayerChanged(), signal);
    for (const type of ['scroll', 'resize']) win.addEventListener(type, () => this.#followSoon(), options);
    // A page put aside by "back" keeps its scripts; an open card would be there when it returns.
    win.addEventListener('pagehide', () => this.#hover.send({ type: 'dismiss' }), options);
    // Meanwhile it heard of no change to the reading list.
    win.addEventListener('pageshow', ({ persisted }) => persisted && void this.listChanged(), options);
    listenForDrag(win, () => (this.#hover.isPinned ? this.#card : null), signal);
    // Last: it stops what it hears, for our own listeners on the window, too.
    shieldHost(win, () => this.#card, signal);
  }

  async #start(): Promise<void> {
    const { win } = this.#options;
    if (this.#stop.signal.aborted || !isHtmlPage(win.document)) return;
    removeLeftOvers(win.document);
    const isOurs = (node: Node) => node === this.#marks?.element || node === this.#card?.element;
    this.#card = new CardController({
      ...this.#options,
      isPinned: () => this.#hover.isPinned,
      startsReading: () => this.#settings.readingOnOpen,
      onPin: () => this.#keys.perform('pin'),
      onClose: () => this.#hover.send({ type: 'dismiss' }),
      onUnreachable: () => this.destroy(),
    });
    this.#marks = new Marks(win, isOurs);
    const unwatch = watchChanges(win, isOurs, {
      onNodes: (at) => {
        this.#scanner.nodesChanged(at);
        this.#marks?.redraw();
        this.#followSoon();
      },
      onAddress: () => this.#scanner.addressChanged(),
      onDialog: () => this.#topLayerChanged(),
    });
    this.#stop.signal.addEventListener('abort', unwatch);
    await this.#scanner.scan();
  }

  /** The settings as they are now: before the first scan, and whenever the reader changes them. */
  apply(settings: Settings): void {
    this.#settings = settings;
    this.#hover.openDelayMs = settings.openDelayMs;
    this.#showMarks();
    this.#shown.turn(settings.keepVisited);
    wakeBackground(this.#options.call, this.#options.win.document);
    this.#settled();
  }

  #showMarks(): void {
    this.#marks?.show(this.#settings.marks ? this.#registry.all() : []);
  }

  #entriesChanged(): void {
    this.#marks?.attach();
    this.#card?.attach();
    this.#showMarks();
    this.#known.show(this.#registry.all());
    this.#shown.show(() => this.#registry.read());
    for (const entry of [this.#hover.shown, this.#hover.candidate]) {
      if (entry && !entry.target[0]?.isConnected) this.#hover.send({ type: 'gone', target: entry });
    }
    this.#pointer.reconsider();
  }

  #topLayerChanged(): void {
    this.#card?.attach();
    if (this.#marks?.lift()) this.#card?.raise();
    this.#followSoon();
  }

  /** Known papers have a card, and those whose abstract the page itself shows; the rest only when asked for with Alt. */
  #opens(entry: Entry, alt: boolean): boolean {
    // Once it was asked for, Alt may be let go.
    if (alt || entry === this.#hover.shown || entry === this.#hover.candidate) return true;
    return !this.#settings.onlyWithAlt && (Boolean(entry.resolution) || entry.mention.abstract !== null);
  }

  #pointerIs(place: PointerPlace, at: Point, alt: boolean): void {
    if (this.#destroyIfStale()) return;
    this.#pointerAt = at;
    this.#isPointerInCard = place.kind === 'card';
    const isAsking = this.#isPointerInCard && (alt || !this.#settings.onlyWithAlt);
    this.#card?.pointAt(isAsking ? at : null);
    if (this.#isPointerInCard) {
      this.#hover.send({ type: 'enter-card' });
      return;
    }
    const entry = place.kind === 'entry' && this.#opens(place.entry, alt) ? place.entry : null;
    if (entry && entry === this.#hover.shown) this.#apex = at;
    const edges = this.#card?.edges;
    const towardsCard = Boolean(edges && this.#apex && headsForCard(this.#apex, at, edges));
    if (entry) this.#hover.send({ type: 'enter', target: entry, towardsCard });
    else this.#hover.send({ type: 'outside', towardsCard });
  }

  /** Whoever clicks, selects or drags wants no card in the way. One that has the focus loses it by itself. */
  #pressed(): void {
    if (!this.#hover.isPinned && !this.#card?.root?.activeElement) this.#hover.send({ type: 'dismiss' });
  }

  #focusLeft(entry: Entry | null, intoCard: boolean): void {
    if (this.#isClosingCard) return;
    if (entry !== null && entry !== this.#hover.shown && entry !== this.#hover.candidate) return;
    this.#hover.send({ type: 'blur', intoCard });
    // A press on the card's own text takes the focus from the link, but the pointer is still there.
    if (!intoCard && this.#isPointerInCard) this.#hover.send({ type: 'enter-card' });
  }

  #perform(effect: EntryEffect): void {
    if (effect.type === 'look-up') {
      this.#card?.prepare();
      void this.#lookUp(effect.target, effect.token);
    } else if (effect.type === 'open') {
      const byFocus = this.#hover.isHeldByFocus;
      this.#apex = byFocus ? null : this.#pointerAt;
      this.#card?.open(effect.target, effect.answer, this.#apex);
    } else if (effect.type === 'fill') {
      this.#card?.fill(effect.answer);
    } else {
      this.#isClosingCard = true;
      this.#card?.close();
      this.#isClosingCard = false;
    }
  }

  async #lookUp(entry: Entry, token: number): Promise<void> {
    const { call, win } = this.#options;
    const answer = await lookUpCard(call, httpUrl(win.location.href), askFor(entry));
    if (this.#stop.signal.aborted) return;
    if (answer === null) this.destroy();
    else this.#hover.send({ type: 'answer', token, answer });
  }

  #follow(): void {
    const { shown } = this.#hover;
    if (shown && this.#card?.follow() === false) this.#hover.send({ type: 'gone', target: shown });
  }

  #destroyIfStale(): boolean {
    if (!this.#stop.signal.aborted && this.#options.isStale()) this.destroy();
    return this.#stop.signal.aborted;
  }

  /** The papers of the page for the popup, once the first scan has its answers. */
  async papers(): Promise<readonly PagePaper[]> {
    await this.#firstScan;
    return pagePapers(this.#registry.inPageOrder());
  }

  /** The reading list changed: statuses may be others now. */
  async listChanged(): Promise<void> {
    await this.#firstScan;
    this.#card?.refresh();
    await this.#scanner.resolveAll();
  }

  /** Until `destroy`, whoever calls it. */
  get isAtWork(): boolean {
    return !this.#stop.signal.aborted;
  }

  destroy(): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.#hover.stop();
    this.#isClosingCard = true;
    this.#card?.destroy();
    this.#marks?.destroy();
  }
}
