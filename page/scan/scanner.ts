import { httpUrl } from '../../core/identity/links';
import type { Call } from '../call';
import type { PageMention } from '../readers/reader';
import { PageText, type TextMention } from '../text/page-text';
import type { Entry, Registry } from './registry';
import { RescanPace } from './rescan-pace';
import { resolveEntries } from './resolve-entries';
import { runEagerly, runWhenIdle, walkInSlices, type RunLater } from './slices';

/**
 * Every mention of a page, lazily, in page order (`readPage` of the readers). Null is a breath: nothing found yet, but
 * a good place to stop.
 */
export type ReadPage = (url: URL, doc: Document) => Iterable<PageMention | null>;

/** Of a long page these are asked about while the rest is still read: more than a screen shows, and half of the first slice. */
export const FIRST_MENTIONS = 50;

export interface ScannerOptions {
  readonly win: Window;
  readonly registry: Registry;
  readonly readPage: ReadPage;
  /** Whether a page's running text may name papers that its readers leave. */
  readonly hasText: (url: URL, doc: Document) => boolean;
  readonly call: Call;
  readonly signal: AbortSignal;
  /** A scan ended, or answers came. */
  readonly onChange: () => void;
  /** The background is gone for good. */
  readonly onUnreachable: () => void;
  /** How slices are spread; by default the first scan soon, later ones in idle time. */
  readonly runLater?: RunLater;
}

/** Keeps the registry true to the page: scans, asks the background once for what is new, scans again after changes. */
export class Scanner {
  readonly #options: ScannerOptions;
  readonly #pace = new RescanPace();
  readonly #text: PageText;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #dueAt = Infinity;
  #running: Promise<void> | null = null;
  #resolving: Promise<void> = Promise.resolve();
  #isDirty = false;
  #hasTitleChanged = false;
  #scannedAt = -Infinity;
  #isFirst = true;

  constructor(options: ScannerOptions) {
    this.#options = options;
    this.#text = new PageText(options.call);
    options.signal.addEventListener('abort', () => this.#cancelTimer());
  }

  /** Scans now; resolves when the answers are there. Never rejects. */
  scan(): Promise<void> {
    this.#cancelTimer();
    this.#running ??= this.#scanOnce().finally(() => {
      this.#running = null;
      this.#scannedAt = performance.now();
      if (this.#isDirty) this.nodesChanged();
    });
    return this.#running;
  }

  /** The page's nodes changed (`at`: where): scans again when the pace allows. */
  nodesChanged(at: readonly Node[] = []): void {
    if (this.#options.signal.aborted) return;
    this.#isDirty = true;
    this.#hasTitleChanged ||= this.#holdsTitle(at);
    if (this.#running) return;
    const now = performance.now();
    if (this.#timer === null) this.#pace.changedAfter(now - this.#scannedAt);
    if (this.#hasTitleChanged) this.#pace.titleChanged();
    // What is due sooner stays so, or a page that never rests would put it off for ever.
    if (now + this.#pace.waitMs < this.#dueAt) this.#scanAfter(this.#pace.waitMs);
  }

  #holdsTitle(at: readonly Node[]): boolean {
    return at.some((node) => {
      const element = node instanceof Element ? node : node.parentElement;
      return element !== null && this.#options.registry.at(element).length > 0;
    });
  }

  /** Another page under the same document: it gets its scan as soon as a new page would. */
  addressChanged(): void {
    this.#pace.addressChanged();
    this.#cancelTimer();
    this.nodesChanged();
  }

  #scanAfter(ms: number): void {
    this.#cancelTimer();
    this.#dueAt = performance.now() + ms;
    this.#timer = setTimeout(() => {
      void this.scan();
    }, ms);
  }

  #cancelTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#dueAt = Infinity;
  }

  /** Asks anew for everything: the reading list or the corpora changed. */
  async resolveAll(): Promise<void> {
    await this.#running;
    this.#text.forget();
    const resolved = this.#resolve(() => this.#options.registry.read());
    await this.#readText(runWhenIdle, resolved);
  }

  async #scanOnce(): Promise<void> {
    const { win, registry, readPage, signal } = this.#options;
    const runLater = this.#options.runLater ?? (this.#isFirst ? runEagerly() : runWhenIdle);
    this.#isFirst = false;
    this.#isDirty = false;
    this.#hasTitleChanged = false;
    registry.beginScan();
    const spentMs = await walkInSlices(
      readPage(new URL(win.location.href), win.document),
      (found) => {
        if (found && registry.note(found) === FIRST_MENTIONS) this.#askSoFar();
      },
      { runLater, now: () => performance.now(), signal },
    );
    if (signal.aborted) return;
    const hasNews = registry.endScan();
    const resolved = hasNews ? this.#resolve(() => registry.read().filter(isOpen)) : Promise.resolve();
    // Also without news: our own elements may be missing.
    if (!hasNews) this.#options.onChange();
    const hasNewsInText = await this.#readText(runLater, resolved);
    this.#pace.scanned(spentMs + this.#text.spentMs, hasNews || hasNewsInText);
  }

  #askSoFar(): void {
    const { registry } = this.#options;
    registry.fileSoFar();
    const soFar = registry.read();
    void this.#resolve(() => soFar.filter(isOpen));
  }

  /** Beside the answers to the readers' mentions, which come first all the same: those that are known keep their places. */
  async #readText(runLater: RunLater, resolved: Promise<void>): Promise<boolean> {
    const { win, registry, hasText, signal, onUnreachable } = this.#options;
    if (signal.aborted) return false;
    const url = new URL(win.location.href);
    const slices = { runLater, now: () => performance.now(), signal };
    // Only where nothing is shown yet: a part would take away what is known of the rest.
    const isFirst = !registry.hasInText;
    const onPart = (found: readonly TextMention[]) => isFirst && resolved.then(() => this.#showInText(found));
    const found = hasText(url, win.document) ? await this.#text.read(win.document, slices, onPart) : [];
    await resolved;
    if (signal.aborted) return false;
    if (found !== null) return this.#showInText(found);
    onUnreachable();
    return false;
  }

  #showInText(found: readonly TextMention[]): boolean {
    const { registry, signal, onChange } = this.#options;
    if (signal.aborted) return false;
    const hasNews = registry.setInText(found);
    // Also without: what is known of the same titles may be new.
    if (found.length > 0 || hasNews) onChange();
    return hasNews;
  }

  /** One after another, or an older answer could overwrite a newer one. */
  #resolve(choose: () => readonly Entry[]): Promise<void> {
    const before = this.#resolving.catch(() => undefined);
    this.#resolving = before.then(() => this.#resolveNow(choose()));
    return this.#resolving;
  }

  async #resolveNow(entries: readonly Entry[]): Promise<void> {
    const { win, call, signal, onChange, onUnreachable } = this.#options;
    if (signal.aborted || entries.length === 0) return;
    const isReachable = await resolveEntries(entries, call, httpUrl(win.location.href));
    if (signal.aborted) return;
    if (isReachable) onChange();
    else onUnreachable();
  }
}

const isOpen = ({ resolution }: Entry): boolean => resolution === undefined;
