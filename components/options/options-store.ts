import { signal } from '@preact/signals';
import type { MessageKey } from '../messages';
import { SettingsStore } from '../popup/settings-store';
import { SitesStore } from '../popup/sites-store';
import { MachinesStore } from '../sync/machines-store';
import { newestSince } from './news';
import { VisitedStore } from './visited-store';
import type { BrowserKey, OptionsPorts, SettingsImport } from './ports';

/** All that the options show and change. */
export class OptionsStore {
  readonly settings: SettingsStore;
  readonly sites: SitesStore;
  readonly machines: MachinesStore;
  readonly visited: VisitedStore;
  /** Sites that are switched off, sorted; null until they are read. */
  readonly offSites = signal<readonly string[] | null>(null);
  readonly keys = signal<readonly BrowserKey[]>([]);
  /** The version whose news wait to be looked at. */
  readonly news = signal<string | null>(null);
  /** What became of the last file. */
  readonly imported = signal<SettingsImport | null>(null);
  /** What went wrong last; null when nothing did. */
  readonly trouble = signal<MessageKey | null>(null);
  readonly version: string;
  readonly #ports: OptionsPorts;

  constructor(ports: OptionsPorts) {
    this.#ports = ports;
    this.version = ports.version;
    this.settings = new SettingsStore(ports, this.trouble);
    this.sites = new SitesStore(ports);
    this.machines = new MachinesStore(ports, this.trouble);
    this.visited = new VisitedStore(ports, this.trouble);
  }

  async load(): Promise<void> {
    const { settings, sites, machines, visited } = this;
    await Promise.all([
      settings.load(),
      sites.load(),
      machines.load(),
      visited.load(),
      this.#loadOffSites(),
      this.#loadKeys(),
      this.loadNews(),
    ]);
  }

  /** Alone what the name of the section needs to say that there is something new. */
  async loadNews(): Promise<void> {
    const since = await this.#ports.newsSince();
    this.news.value = since === null ? null : newestSince(since, this.version);
  }

  async noteNewsSeen(): Promise<void> {
    if (this.news.value === null) return;
    this.news.value = null;
    await this.#ports.noteNewsSeen();
  }

  async turnSiteOn(site: string): Promise<void> {
    const answer = await this.#ports.setSiteOff(site, false);
    this.trouble.value = answer.ok ? null : 'settings_failed';
    await this.#loadOffSites();
  }

  changeKeys(): void {
    this.#ports.changeKeys();
  }

  async exportSettings(): Promise<void> {
    this.imported.value = null;
    const answer = await this.#ports.exportSettings();
    this.trouble.value = answer.ok ? null : 'settings_export_failed';
  }

  async importSettings(file: File): Promise<void> {
    this.imported.value = null;
    this.trouble.value = null;
    const outcome = await this.#ports.importSettings(file);
    this.imported.value = outcome;
    if (outcome.kind === 'done') await this.load();
  }

  async #loadOffSites(): Promise<void> {
    this.offSites.value = await this.#ports.offSites();
  }

  async #loadKeys(): Promise<void> {
    this.keys.value = await this.#ports.keys();
  }
}
