/*
 * A browser with a new profile takes seconds of a processor before its first test, and there are sixty files of tests. So the files that
 * one worker runs share one, and what each begins with is the browser's own doing: the extension is installed for it, and uninstalled
 * after it with all that it kept.
 */

interface Closable {
  readonly close: () => Promise<void>;
}

let isSharing = false;
const endings: (() => Promise<void>)[] = [];

/** From now on browsers are shared, until `endSharing`. */
export function beginSharing(): void {
  isSharing = true;
}

/** Ends the browsers that are shared. */
export async function endSharing(): Promise<void> {
  isSharing = false;
  for (const end of endings) await end();
}

export const sharesBrowsers = (): boolean => isSharing;

/** The browser of a family that a worker's files share: one after another. */
export class SharedBrowser<Browser extends Closable> {
  readonly #start: () => Promise<Browser>;
  /** While no file is at work in it. */
  #idle: Browser | null = null;

  /** `start` makes one, without the extension. */
  constructor(start: () => Promise<Browser>) {
    this.#start = start;
    endings.push(() => this.#end());
  }

  async take(): Promise<Browser> {
    const browser = this.#idle ?? (await this.#start());
    this.#idle = null;
    return browser;
  }

  /** Keeps the browser for the next file once `clear` has made it as `take` gave it; one that refuses is ended. */
  async giveBack(browser: Browser, clear: () => Promise<void>): Promise<void> {
    try {
      await clear();
      this.#idle = browser;
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  async #end(): Promise<void> {
    const browser = this.#idle;
    this.#idle = null;
    await browser?.close();
  }
}
