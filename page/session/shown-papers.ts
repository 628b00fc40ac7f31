import { httpUrl } from '../../core/identity/links';
import type { Call } from '../call';
import type { Entry } from '../scan/registry';
import { runWhenIdle } from '../scan/slices';

/** A listing of one day has so many; what follows is not kept. */
const PAPERS_PER_PAGE_MAX = 200;
/** Some 40 kB of abstracts: handing them over takes about a millisecond. */
const PAPERS_AT_ONCE = 20;

/**
 * Tells the background of papers that the page shows with their abstract, for the visited papers: while the reader wants that and
 * looks at the page, each once, in idle time and a few at a time, after the marks are there.
 */
export class ShownPapers {
  readonly #win: Window;
  readonly #call: Call;
  readonly #signal: AbortSignal;
  #isOn = false;
  #entries: () => readonly Entry[] = () => [];
  #told = new WeakSet<Entry['mention']>();
  #count = 0;
  #address: string | null = null;
  #isWaiting = false;

  constructor(win: Window, call: Call, signal: AbortSignal) {
    this.#win = win;
    this.#call = call;
    this.#signal = signal;
    // A tab that is opened behind the one in front has shown nothing yet.
    win.document.addEventListener('visibilitychange', () => this.#soon(), { signal });
  }

  /** Whether the reader wants them kept. */
  turn(isOn: boolean): void {
    this.#isOn = isOn;
    this.#soon();
  }

  /** `entries` are what is on the page whenever it is asked. */
  show(entries: () => readonly Entry[]): void {
    this.#entries = entries;
    this.#soon();
  }

  #soon(): void {
    if (!this.#isOn || this.#isWaiting || this.#win.document.hidden) return;
    this.#isWaiting = true;
    runWhenIdle(() => {
      this.#isWaiting = false;
      this.#tellSome();
    });
  }

  #tellSome(): void {
    if (!this.#isOn || this.#signal.aborted || this.#win.document.hidden) return;
    const address = httpUrl(this.#win.location.href);
    if (address !== this.#address) this.#count = 0;
    this.#address = address;
    const papers: { mention: Entry['mention']; knownAs: string | null }[] = [];
    for (const { mention, resolution } of this.#entries()) {
      if (papers.length >= PAPERS_AT_ONCE || this.#count >= PAPERS_PER_PAGE_MAX) break;
      // Whether others know it is to be known first.
      if (mention.abstract === null || resolution === undefined || this.#told.has(mention)) continue;
      this.#told.add(mention);
      this.#count += 1;
      papers.push({ mention, knownAs: resolution?.paperId ?? null });
    }
    if (papers.length === 0) return;
    void this.#call('page/visited', { papers });
    this.#soon();
  }
}
