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

  constructor(ports: PopupPorts) {
    this.#ports = ports;
  }

  async load(): Promise<void> {
    this.state.value = await this.#ports.pagePapers();
  }

  async lookHere(): Promise<void> {
    this.looking.value = true;
    this.state.value = await this.#ports.lookHere();
    this.looking.value = false;
  }

  showMore(): void {
    this.shown.value += ROWS_STEP;
  }
}
