import type { Point } from '../../core/hover/safe-triangle';
import type { PaperId } from '../../core/paper';

/**
 * The pointer must rest this long on a related paper before it takes the card: twice as long as on a title, for who reads
 * three lines with the pointer among them has asked for nothing yet.
 */
const KIN_REST_MS = 600;

/** Notices the pointer at rest on a related paper in the card, once each time that it comes to the list. */
export class KinRest {
  readonly #win: Window;
  readonly #onRest: (paperId: PaperId) => void;
  #over: PaperId | null = null;
  /** What was opened has a list of its own, which may lie under the pointer: it opens nothing until the pointer left. */
  #isSpent = false;
  #timer: number | null = null;

  constructor(win: Window, onRest: (paperId: PaperId) => void) {
    this.#win = win;
    this.#onRest = onRest;
  }

  /** The pointer moved to a place in the card's root; null: out of the card, or not asking. */
  pointAt(root: ShadowRoot | null, at: Point | null): void {
    const row = at && root?.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-row]');
    const over = row?.dataset['row'] ?? null;
    if (over === this.#over) return;
    this.#over = over;
    this.stop();
    if (over === null) this.#isSpent = false;
    else if (!this.#isSpent) this.#timer = this.#win.setTimeout(() => this.#rested(over), KIN_REST_MS);
  }

  #rested(paperId: PaperId): void {
    this.#isSpent = true;
    this.#onRest(paperId);
  }

  stop(): void {
    if (this.#timer !== null) this.#win.clearTimeout(this.#timer);
    this.#timer = null;
  }
}
