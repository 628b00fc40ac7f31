import { signal } from '@preact/signals';
import type { Health } from '../../core/health';
import { DetailStore } from './detail-store';
import { LibraryStore } from './library-store';
import { PageStore } from './page-store';
import type { Clock, PaperRef, PopupPorts } from './ports';
import { SearchStore } from './search-store';
import { SettingsStore } from './settings-store';

export type Tab = 'page' | 'list';

/** All that the popup knows; `start` asks for everything the first paint needs. */
export class PopupStore {
  readonly tab = signal<Tab>('page');
  readonly health = signal<Health | null>(null);
  readonly library: LibraryStore;
  readonly page: PageStore;
  readonly search: SearchStore;
  readonly detail: DetailStore;
  readonly settings: SettingsStore;
  readonly #ports: PopupPorts;

  constructor(ports: PopupPorts, clock: Clock) {
    this.#ports = ports;
    this.library = new LibraryStore(ports, clock);
    this.page = new PageStore(ports);
    this.search = new SearchStore(ports, clock);
    this.detail = new DetailStore(ports, this.library);
    this.settings = new SettingsStore(ports, this.library.trouble);
  }

  async start(): Promise<void> {
    await Promise.all([this.settings.load(), this.page.load(), this.library.load(), this.#loadHealth()]);
  }

  chooseTab(tab: Tab): void {
    this.library.noteAction();
    this.tab.value = tab;
  }

  open(ref: PaperRef): void {
    this.library.noteAction();
    void this.detail.open(ref);
  }

  /** Paperkin is to work on the page's site again: what it finds there is shown as soon as it is known. */
  async turnSiteOn(): Promise<void> {
    await this.settings.setSiteOff(false);
    await this.page.load();
  }

  openLibrary(): void {
    this.#ports.openLibrary();
  }

  setQuery(query: string): void {
    this.library.noteAction();
    this.detail.close();
    this.settings.isOpen.value = false;
    this.search.setQuery(query);
  }

  async #loadHealth(): Promise<void> {
    const answer = await this.#ports.health();
    if (answer.ok) this.health.value = answer.value;
  }
}
