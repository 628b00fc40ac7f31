import { signal } from '@preact/signals';
import type { UnfinishedImport } from '../../core/corpus/corpus-info';
import type { FoundFile } from '../../core/import/found-file';
import type { ImportOutcome } from '../../core/import/import-outcome';
import type { ImportProgress } from '../../core/import/import-progress';
import type { CorporaStore } from './corpora-store';
import { ImportForm } from './import-form';
import type { LibraryPorts } from './ports';

export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'inspecting'; readonly name: string }
  | {
      readonly kind: 'offered';
      readonly file: File;
      readonly found: FoundFile;
      readonly form: ImportForm;
      /** The interrupted import of the same file. */
      readonly unfinished: UnfinishedImport | null;
    }
  | {
      readonly kind: 'running';
      readonly name: string;
      /** Null until the first word from the worker. */
      readonly progress: ImportProgress | null;
      readonly paused: boolean;
    }
  | { readonly kind: 'ended'; readonly name: string; readonly outcome: ImportOutcome };

/** One import after another: from a file that is offered to how it came out. */
export class ImportStore {
  readonly state = signal<ImportState>({ kind: 'idle' });
  /** Whether a second file was offered while one was being taken in. */
  readonly refusedSecond = signal(false);
  /** What a file is chosen for: a corpus to update, or null for a new one. */
  #updates: string | null = null;
  readonly #ports: LibraryPorts;
  readonly #corpora: CorporaStore;
  #token = 0;

  constructor(ports: LibraryPorts, corpora: CorporaStore) {
    this.#ports = ports;
    this.#corpora = corpora;
  }

  get isRunning(): boolean {
    return this.state.value.kind === 'running';
  }

  /** Says what the next file is for. */
  aimAt(corpusId: string | null): void {
    this.#updates = corpusId;
  }

  /** Looks at a file that the reader offers. One at a time: while an import runs another is refused. */
  async offer(file: File): Promise<void> {
    if (this.isRunning) {
      this.refusedSecond.value = true;
      return;
    }
    const updates = this.#updates;
    this.#updates = null;
    this.#token += 1;
    const token = this.#token;
    this.state.value = { kind: 'inspecting', name: file.name };
    const found = await this.#ports.inspect(file);
    await this.#corpora.load();
    if (token !== this.#token) return;
    if (!found.ok) {
      this.state.value = { kind: 'ended', name: file.name, outcome: { kind: 'unusable', source: found } };
      return;
    }
    const unfinished =
      this.#corpora.overview.value?.unfinished.find((each) => each.fingerprint === found.fingerprint) ?? null;
    const form = new ImportForm(found, updates);
    this.state.value = { kind: 'offered', file, found, form, unfinished };
  }

  dismiss(): void {
    if (this.isRunning) return;
    this.#token += 1;
    this.state.value = { kind: 'idle' };
  }

  async start(): Promise<void> {
    const offered = this.state.value;
    if (offered.kind !== 'offered') return;
    const { file, form, unfinished } = offered;
    const updated = this.#corpora.overview.value?.corpora.find(({ id }) => id === form.updates.value);
    const plan = updated ? { ...form.plan, name: updated.name } : form.plan;
    const name = unfinished?.name ?? plan.name;
    this.refusedSecond.value = false;
    this.state.value = { kind: 'running', name, progress: null, paused: false };
    const outcome = await this.#ports.importFile(file, plan, (progress) => this.#note(progress));
    this.state.value = { kind: 'ended', name, outcome };
    this.refusedSecond.value = false;
    if (outcome.kind === 'done') void this.#ports.tellChanged();
    await this.#corpora.load();
  }

  pause(): void {
    this.#setPaused(true);
    this.#ports.pause();
  }

  goOn(): void {
    this.#setPaused(false);
    this.#ports.goOn();
  }

  cancel(): void {
    this.#ports.cancel();
  }

  #note(progress: ImportProgress): void {
    const state = this.state.value;
    if (state.kind === 'running') this.state.value = { ...state, progress };
  }

  #setPaused(paused: boolean): void {
    const state = this.state.value;
    if (state.kind === 'running') this.state.value = { ...state, paused };
  }
}
