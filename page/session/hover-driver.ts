import type { CardState } from '../../components/card';
import { idleHover, stepHover } from '../../core/hover/hover';
import {
  OPEN_DELAY_MS,
  candidateOf,
  shownOf,
  type HoverEffect,
  type HoverEvent,
  type HoverState,
} from '../../core/hover/hover-state';
import type { Entry } from '../scan/registry';

export type EntryEvent = HoverEvent<Entry, CardState>;
export type EntryEffect = Exclude<HoverEffect<Entry, CardState>, { readonly type: 'wake' }>;

/** Runs the hover machine on the real clock: keeps its state and its one timer, and passes its effects on. */
export class HoverDriver {
  readonly #win: Window;
  readonly #perform: (effect: EntryEffect) => void;
  /** How long the pointer must rest on a title, ms. */
  openDelayMs: number = OPEN_DELAY_MS;
  #state: HoverState<Entry, CardState> = idleHover();
  #timer: number | null = null;

  constructor(win: Window, perform: (effect: EntryEffect) => void) {
    this.#win = win;
    this.#perform = perform;
  }

  get shown(): Entry | null {
    return shownOf(this.#state)?.target ?? null;
  }

  get candidate(): Entry | null {
    return candidateOf(this.#state)?.target ?? null;
  }

  get isHeldByFocus(): boolean {
    return shownOf(this.#state)?.cause === 'focus';
  }

  get isPinned(): boolean {
    return this.#state.phase === 'pinned';
  }

  send(event: EntryEvent): void {
    const now = this.#win.performance.now();
    const { state, effects } = stepHover(this.#state, event, now, this.openDelayMs);
    // Set before the effects run: one of them may send the next event.
    this.#state = state;
    for (const effect of effects) {
      if (effect.type === 'wake') this.#wakeIn(effect.at - now);
      else this.#perform(effect);
    }
  }

  #wakeIn(ms: number): void {
    this.stop();
    this.#timer = this.#win.setTimeout(() => this.send({ type: 'wake' }), Math.max(0, ms));
  }

  stop(): void {
    if (this.#timer !== null) this.#win.clearTimeout(this.#timer);
    this.#timer = null;
  }
}
