import { signal } from '@preact/signals';
import type { PageAnswer, PopupPorts } from './ports';

/** Rows drawn at first and with each "show more": a listing may hold 2,000, and the first paint has 100 ms. */
const ROWS_STEP = 100;

/** The papers of the page in the current tab. */
export class PageStore {
  readonly state = signal<PageAnswer | { readonly kind: 'loading' }>({ kind: 'loading' });
  readonly looking = signal(false);
  readonly shown = signal(ROWS_STEP);
  readonly step = ROWS_STEP;
  readonly #ports: PopupPorts;
  #turn = 0;

  constructor(ports: PopupPorts) {
    this.#ports = ports;
  }

  load(): Promise<void> {
    return this.#take(this.#ports.pagePapers());
  }

  async lookHere(): Promise<void> {
    this.looking.value = true;
    await this.#take(this.#ports.lookHere());
    this.looking.value = false;
  }

  /** Another page is on its way; what is still to be heard of the last one counts no more. */
  leave(): void {
    this.#turn += 1;
    this.state.value = { kind: 'loading' };
    this.shown.value = ROWS_STEP;
  }

  /** Only the last question counts: by the time of an earlier answer the tab may show another page. */
  async #take(answer: Promise<PageAnswer>): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const state = await answer;
    if (turn === this.#turn) this.state.value = state;
  }

  showMore(): void {
    this.shown.value += ROWS_STEP;
  }
}
