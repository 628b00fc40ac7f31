import { signal } from '@preact/signals';
import type { Health } from '../../core/health';
import { DetailStore } from './detail-store';
import { LibraryStore } from './library-store';
import { PageStore } from './page-store';
import type { Clock, PaperRef, PopupPorts } from './ports';
import { SearchStore } from './search-store';
import { SitesStore } from './sites-store';

export type Tab = 'page' | 'list';

/** All that the popup knows; `start` asks for everything the first paint needs. */
export class PopupStore {
  readonly tab = signal<Tab>('page');
  readonly health = signal<Health | null>(null);
  readonly library: LibraryStore;
  readonly page: PageStore;
  readonly search: SearchStore;
  readonly detail: DetailStore;
  readonly sites: SitesStore;
  readonly #ports: PopupPorts;

  constructor(ports: PopupPorts, clock: Clock) {
    this.#ports = ports;
    this.library = new LibraryStore(ports, clock);
    this.page = new PageStore(ports);
    this.search = new SearchStore(ports, clock);
    this.detail = new DetailStore(ports, this.library);
    this.sites = new SitesStore(ports);
  }

  async start(): Promise<void> {
    await Promise.all([this.page.load(), this.library.load(), this.sites.load(), this.#loadHealth()]);
  }

  chooseTab(tab: Tab): void {
    this.library.noteAction();
    this.tab.value = tab;
  }

  open(ref: PaperRef): void {
    this.library.noteAction();
    void this.detail.open(ref);
  }

  openLibrary(): void {
    this.#ports.openLibrary();
  }

  setQuery(query: string): void {
    this.library.noteAction();
    this.detail.close();
    this.sites.open(false);
    this.search.setQuery(query);
  }

  /** From an opened paper to what it was opened from, else out of the sites. */
  back(): void {
    if (this.detail.current !== null) void this.detail.back();
    else this.sites.open(false);
  }

  openSites(): void {
    this.library.noteAction();
    this.sites.open(true);
  }

  /** In the turn of a click: has the browser ask for the site of this page, or for all, and looks here if it may. */
  async giveSite(which: 'here' | 'everywhere'): Promise<void> {
    this.library.noteAction();
    if (await this.sites.give(which)) await this.page.lookHere();
  }

  async #loadHealth(): Promise<void> {
    const answer = await this.#ports.health();
    if (answer.ok) this.health.value = answer.value;
  }
}
