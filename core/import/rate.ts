/** How far something has come at a moment. */
interface Reading {
  /** Milliseconds. */
  readonly at: number;
  readonly papers: number;
  readonly bytes: number;
}

/** Long enough to be steady, short enough to follow a file whose records grow. */
const WINDOW_MS = 10_000;
/** Before that any rate is a guess. */
const SURE_AFTER_MS = 1_000;

/** What an import's speed comes to; null until it can be told. */
export interface Rate {
  /** Each second. */
  readonly papers: number;
  /** Each second. */
  readonly bytes: number;
}

/** Measures speed over the last ten seconds. */
export class RateMeter {
  #readings: Reading[] = [];

  note(reading: Reading): void {
    this.#readings.push(reading);
    const oldest = this.#readings.findIndex(({ at }) => at >= reading.at - WINDOW_MS);
    this.#readings = this.#readings.slice(oldest);
  }

  /** Starts anew: time that was spent waiting is no measure of speed. */
  forget(): void {
    this.#readings = [];
  }

  get rate(): Rate | null {
    const [first, last] = [this.#readings[0], this.#readings.at(-1)];
    if (!first || !last || last.at - first.at < SURE_AFTER_MS) return null;
    const seconds = (last.at - first.at) / 1_000;
    return { papers: (last.papers - first.papers) / seconds, bytes: (last.bytes - first.bytes) / seconds };
  }
}
