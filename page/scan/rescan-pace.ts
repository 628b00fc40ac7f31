/** A change is usually one of many that come together. */
export const SETTLE_MS = 200;
/** Rescans may take a tenth of the page's time. */
const SHARE = 10;
/** A page that changes for ever without naming a paper (a clock, a ticker) is looked at twice a minute. */
export const WAIT_MAX_MS = 30_000;

/** Clocks and tickers change more often; what comes after so much stillness is most likely the reader's doing. */
const STILL_MS = 5_000;

/**
 * How long to wait after a change before scanning again. Each scan that finds nothing new doubles the wait, up to half
 * a minute; finding something, a new address or a page that stood still sets it back. It never gives up: a page may come to life late.
 */
export class RescanPace {
  #wait = SETTLE_MS;
  #least = SETTLE_MS;

  /** After a scan that took `spentMs` of work. */
  scanned(spentMs: number, hadNews: boolean): void {
    const patience = hadNews ? SETTLE_MS : this.#wait * 2;
    this.#least = Math.min(Math.max(SETTLE_MS, spentMs * SHARE), WAIT_MAX_MS);
    this.#wait = Math.min(Math.max(patience, this.#least), WAIT_MAX_MS);
  }

  /** The page changed, for the first time in `stillMs`. */
  changedAfter(stillMs: number): void {
    if (stillMs >= STILL_MS) this.#wait = this.#least;
  }

  /** A title that is known was written over: what is said of it may be wrong until the next scan. */
  titleChanged(): void {
    this.#wait = this.#least;
  }

  addressChanged(): void {
    this.#wait = SETTLE_MS;
  }

  get waitMs(): number {
    return this.#wait;
  }
}
