import { signal } from '@preact/signals';
import type { Health } from '../../core/health';
import { DetailStore } from './detail-store';
import { LibraryStore } from './library-store';
import { PageStore } from './page-store';
import type { Write } from '../written/writer';
import type { Clock, LibraryPlace, PaperRef, PopupPorts } from './ports';
import { SearchStore } from './search-store';
import { SettingsStore } from './settings-store';
import { SitesStore } from './sites-store';

export type Tab = 'page' | 'list';

/** All that the popup knows; `start` asks for everything the first paint needs. */
export class PopupStore {
  readonly tab = signal<Tab>('page');
  readonly health = signal<Health | null>(null);
  /** The version whose news wait to be looked at. */
  readonly news = signal<string | null>(null);
  readonly library: LibraryStore;
  readonly page: PageStore;
  readonly search: SearchStore;
  readonly detail: DetailStore;
  readonly settings: SettingsStore;
  readonly sites: SitesStore;
  readonly write: Write;
  readonly #ports: PopupPorts;

  constructor(ports: PopupPorts, clock: Clock) {
    this.#ports = ports;
    this.library = new LibraryStore(ports, clock);
    this.page = new PageStore(ports);
    this.search = new SearchStore(ports, clock);
    this.detail = new DetailStore(ports, this.library);
    this.settings = new SettingsStore(ports, this.library.trouble);
    this.sites = new SitesStore(ports);
    this.write = ports.write;
  }

  async start(): Promise<void> {
    const { settings, sites, page, library } = this;
    await Promise.all([
      settings.load(),
      page.load(),
      library.load(),
      sites.load(),
      this.#loadHealth(),
      this.#loadNews(),
    ]);
  }

  /** The side panel's tab, or what it shows, is another: all that is of the page is asked for anew. */
  async follow(): Promise<void> {
    const { settings, sites, page } = this;
    await Promise.all([settings.load(), page.load(), sites.load()]);
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

  openLibrary(place: LibraryPlace): void {
    this.#ports.openLibrary(place);
  }

  get openPanel(): (() => void) | null {
    return this.#ports.openPanel;
  }

  setQuery(query: string): void {
    this.library.noteAction();
    this.detail.close();
    this.openSettings(false);
    this.search.setQuery(query);
  }

  /** Out of the settings, else from an opened paper to what it was opened from. */
  back(): void {
    if (this.settings.isOpen.value) this.openSettings(false);
    else if (this.detail.current !== null) void this.detail.back();
  }

  openSettings(isOpen: boolean): void {
    this.library.noteAction();
    this.sites.isRefused.value = false;
    this.sites.isSought.value = false;
    this.settings.isOpen.value = isOpen;
  }

  /** The settings at their part about sites. */
  openSites(): void {
    this.openSettings(true);
    this.sites.isSought.value = true;
  }

  /** In the turn of a click: has the browser ask for the site of this page, or for all, and looks here if it may. */
  async giveSite(which: 'here' | 'everywhere'): Promise<void> {
    this.library.noteAction();
    if (await this.sites.give(which)) await this.page.lookHere();
  }

  async #loadNews(): Promise<void> {
    this.news.value = await this.#ports.unseenNews();
  }

  async #loadHealth(): Promise<void> {
    const answer = await this.#ports.health();
    if (answer.ok) this.health.value = answer.value;
  }
}
