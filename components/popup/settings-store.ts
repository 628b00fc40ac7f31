import { signal, type Signal } from '@preact/signals';
import type { Settings } from '../../core/settings';
import type { MessageKey } from '../messages';
import type { Answer, PopupPorts, SettingsOfPage } from './ports';

/** The settings as the popup shows and changes them. */
export class SettingsStore {
  /** Whether their screen is in front. */
  readonly isOpen = signal(false);
  /** Null until they are read. */
  readonly settings = signal<SettingsOfPage | null>(null);
  readonly #ports: PopupPorts;
  readonly #trouble: Signal<MessageKey | null>;

  /** `trouble` is where the popup says what went wrong last. */
  constructor(ports: PopupPorts, trouble: Signal<MessageKey | null>) {
    this.#ports = ports;
    this.#trouble = trouble;
  }

  async load(): Promise<void> {
    this.settings.value = await this.#ports.settings();
  }

  change(change: Partial<Settings>): Promise<void> {
    return this.#keep(change, () => this.#ports.changeSettings(change));
  }

  /** Turns Paperkin off or on for the site of the page; nothing where that has none. */
  async setSiteOff(isOff: boolean): Promise<void> {
    const { site } = this.settings.value ?? {};
    if (site) await this.#keep({ isOff }, () => this.#ports.setSiteOff(site, isOff));
  }

  /** Shown at once; what could not be kept goes back to what holds. */
  async #keep(change: Partial<SettingsOfPage>, write: () => Promise<Answer<null>>): Promise<void> {
    if (this.settings.value) this.settings.value = { ...this.settings.value, ...change };
    const answer = await write();
    this.#trouble.value = answer.ok ? null : 'settings_failed';
    if (!answer.ok) await this.load();
  }
}
