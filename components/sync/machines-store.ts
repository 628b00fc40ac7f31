import { signal, type Signal } from '@preact/signals';
import type { FileExchange, SyncChange, SyncState } from '../../core/sync/sync-state';
import type { MessageKey } from '../messages';
import type { Answer } from '../popup/ports';
import type { SyncPorts } from './ports';

/** How the exchange with other machines stands, and what the reader does about it. */
export class MachinesStore {
  /** Null until it is known. */
  readonly state = signal<SyncState | null>(null);
  /** Whether something is on its way. */
  readonly isBusy = signal(false);
  /** What came of the last file that was joined; null before one was, and once the file was saved. */
  readonly joined = signal<FileExchange | null>(null);
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

  /** Joins the list with a file that another machine wrote. */
  async joinFile(file: File): Promise<void> {
    await this.#exchangeFile(file, (outcome) => (this.joined.value = outcome));
  }

  /** Gives the file that another machine can join. */
  async saveFile(): Promise<void> {
    await this.#exchangeFile(null, (outcome) => {
      this.joined.value = outcome.kind === 'done' ? null : outcome;
      if (outcome.kind === 'done') this.#ports.saveSyncFile(outcome.text);
    });
  }

  async #exchangeFile(file: File | null, take: (outcome: FileExchange) => void): Promise<void> {
    if (this.isBusy.value) return;
    this.isBusy.value = true;
    const answer = await this.#ports.syncFile(file);
    if (answer.ok) take(answer.value);
    this.#trouble.value = answer.ok ? null : 'sync_failed';
    this.isBusy.value = false;
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
