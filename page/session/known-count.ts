import type { Call } from '../call';
import type { Entry } from '../scan/registry';

/**
 * Tells the background how many different known papers the page shows, for the toolbar: when the number changes, so a page
 * without any sends nothing. Browsers take the number away when the tab goes to another page.
 */
export class KnownCount {
  readonly #doc: Document;
  readonly #call: Call;
  #count = 0;
  #told = 0;

  constructor(win: Window, call: Call, signal: AbortSignal) {
    this.#doc = win.document;
    this.#call = call;
    // The tab shows another page until then.
    this.#doc.addEventListener('prerenderingchange', () => this.#tell(), { signal });
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      // Back from where "back" put it aside: the browser has forgotten.
      this.#told = 0;
      this.#tell();
    };
    win.addEventListener('pageshow', onShow, { signal });
    signal.addEventListener('abort', () => this.show([]));
  }

  show(entries: readonly Entry[]): void {
    const ids = new Set<string>();
    for (const { resolution } of entries) if (resolution) ids.add(resolution.paperId);
    this.#count = ids.size;
    this.#tell();
  }

  #tell(): void {
    const { prerendering = false } = this.#doc as { readonly prerendering?: boolean };
    if (prerendering || this.#count === this.#told) return;
    this.#told = this.#count;
    void this.#call('page/known-count', { count: this.#count });
  }
}
