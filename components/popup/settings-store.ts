import { signal, type Signal } from '@preact/signals';
import type { Settings } from '../../core/settings';
import type { MessageKey } from '../messages';
import type { FetchOutcome } from '../written/writer';
import type { Answer, SettingsOfPage, SettingsPorts } from './ports';

/** The settings as the popup and the options show and change them. */
export class SettingsStore {
  /** Whether their screen is in front. */
  readonly isOpen = signal(false);
  /** Null until they are read. */
  readonly settings = signal<SettingsOfPage | null>(null);
  /** How much of the browser's model is there while it is fetched, 0 to 1; null while it is not. */
  readonly fetching = signal<number | null>(null);
  #fetch: AbortController | null = null;
  readonly #ports: SettingsPorts;
  /** What went wrong last; null when nothing did. */
  readonly trouble: Signal<MessageKey | null>;

  /** `trouble` is where the page says what went wrong last. */
  constructor(ports: SettingsPorts, trouble: Signal<MessageKey | null>) {
    this.#ports = ports;
    this.trouble = trouble;
  }

  async load(): Promise<void> {
    this.settings.value = await this.#ports.settings();
  }

  change(change: Partial<Settings>): Promise<void> {
    return this.#keep(change, () => this.#ports.changeSettings(change));
  }

  /** In the turn of a click: summaries by the browser's model, which may have to be fetched first, or none any more. */
  async turnModel(isOn: boolean): Promise<void> {
    this.#fetch?.abort();
    this.#fetch = null;
    this.fetching.value = null;
    const fetched = isOn && this.settings.value?.model === 'to-fetch' ? this.#fetchModel() : null;
    await this.change({ modelSummary: isOn });
    if ((await fetched) !== 'failed') return;
    await this.change({ modelSummary: false });
    this.trouble.value = 'model_failed';
  }

  async #fetchModel(): Promise<FetchOutcome> {
    const fetching = new AbortController();
    this.#fetch = fetching;
    const show = (share: number | null) => {
      if (this.#fetch === fetching) this.fetching.value = share;
    };
    show(0);
    const outcome = await this.#ports.fetchModel(fetching.signal, show);
    if (fetching.signal.aborted) return 'cancelled';
    show(null);
    if (outcome === 'ready' && this.settings.value) {
      this.settings.value = { ...this.settings.value, model: 'ready' };
    }
    return outcome;
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
    this.trouble.value = answer.ok ? null : 'settings_failed';
    if (!answer.ok) await this.load();
  }
}
