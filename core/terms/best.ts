export interface Scored {
  readonly ordinal: number;
  readonly score: number;
}

const byScore = (a: Scored, b: Scored): number => b.score - a.score || a.ordinal - b.ordinal;

/** Keeps the best so many of what comes by; of equal scores the first. */
export class Best {
  readonly #limit: number;
  #kept: Scored[] = [];
  /** Scores at or below this cannot be among the best any more. */
  floor = -Infinity;

  constructor(limit: number) {
    this.#limit = Math.max(0, limit);
  }

  /** Ordinals come in order. */
  offer(ordinal: number, score: number): void {
    if (score <= this.floor) return;
    this.#kept.push({ ordinal, score });
    if (this.#kept.length >= 2 * this.#limit + 64) this.#prune();
  }

  take(): readonly Scored[] {
    this.#prune();
    return this.#kept;
  }

  #prune(): void {
    this.#kept = this.#kept.toSorted(byScore).slice(0, this.#limit);
    if (this.#kept.length === this.#limit) this.floor = this.#kept.at(-1)?.score ?? Infinity;
  }
}
