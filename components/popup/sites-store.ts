import { signal } from '@preact/signals';
import type { GivenSite, SitePorts, Sites } from './site-ports';

/** Where Paperkin works by itself. */
export class SitesStore {
  readonly sites = signal<Sites>({ here: null, everywhere: false, given: [] });
  /** The reader came for them: they are shown first. */
  readonly isSought = signal(false);
  /** The browser, or the reader asked by it, said no. */
  readonly isRefused = signal(false);
  readonly #ports: SitePorts;

  constructor(ports: SitePorts) {
    this.#ports = ports;
  }

  async load(): Promise<void> {
    this.sites.value = await this.#ports.sites();
  }

  /** In the turn of a click. True when Paperkin may be there from now on. */
  give(which: 'here' | 'everywhere'): Promise<boolean> {
    return this.#after(this.#ports.giveSite(which));
  }

  takeBack(which: GivenSite | 'everywhere'): Promise<boolean> {
    return this.#after(this.#ports.takeBack(which));
  }

  async #after(answer: Promise<boolean>): Promise<boolean> {
    const isDone = await answer;
    this.isRefused.value = !isDone;
    await this.load();
    return isDone;
  }
}
