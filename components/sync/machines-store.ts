import { signal, type Signal } from '@preact/signals';
import type { SyncChange, SyncState } from '../../core/sync/sync-state';
import type { MessageKey } from '../messages';
import type { Answer } from '../popup/ports';
import type { SyncPorts } from './ports';

/** How the exchange with other machines stands, and what the reader does about it. */
export class MachinesStore {
  /** Null until it is known. */
  readonly state = signal<SyncState | null>(null);
  /** Whether something is on its way. */
  readonly isBusy = signal(false);
  readonly #ports: SyncPorts;
  readonly #trouble: Signal<MessageKey | null>;

  constructor(ports: SyncPorts, trouble: Signal<MessageKey | null>) {
    this.#ports = ports;
    this.#trouble = trouble;
  }

  async load(): Promise<void> {
    if (!this.isBusy.value) await this.#take(this.#ports.syncState());
  }

  async change(change: SyncChange): Promise<void> {
    await this.#busyWith(() => this.#ports.changeSync(change));
  }

  async exchange(): Promise<void> {
    await this.#busyWith(() => this.#ports.syncNow());
  }

  async #busyWith(work: () => Promise<Answer<SyncState>>): Promise<void> {
    if (this.isBusy.value) return;
    this.isBusy.value = true;
    await this.#take(work());
    this.isBusy.value = false;
  }

  async #take(answering: Promise<Answer<SyncState>>): Promise<void> {
    const answer = await answering;
    if (answer.ok) this.state.value = answer.value;
    this.#trouble.value = answer.ok ? null : 'sync_failed';
  }
}
