import { signal } from '@preact/signals';
import type { ExportOutcome, ExportProgress } from '../../core/import/export-outcome';
import { safeFileName } from './file-name';
import type { LibraryPorts } from './ports';

export type ExportState =
  | { readonly kind: 'running'; readonly corpusId: string; readonly progress: ExportProgress | null }
  | { readonly kind: 'ended'; readonly corpusId: string; readonly outcome: ExportOutcome };

/** One export after another. */
export class ExportStore {
  /** Null before the first, and when what came of the last is put away. */
  readonly state = signal<ExportState | null>(null);
  readonly #ports: Pick<LibraryPorts, 'exportCorpus' | 'cancelExport'>;

  constructor(ports: Pick<LibraryPorts, 'exportCorpus' | 'cancelExport'>) {
    this.#ports = ports;
  }

  get isRunning(): boolean {
    return this.state.value?.kind === 'running';
  }

  /** Writes a corpus to a file named after it. While one is written another is not begun. */
  async start(corpusId: string, name: string): Promise<void> {
    if (this.isRunning) return;
    this.state.value = { kind: 'running', corpusId, progress: null };
    const corpus = { id: corpusId, fileName: safeFileName(name, '.paperkin') };
    const outcome = await this.#ports.exportCorpus(corpus, (progress) => {
      if (this.isRunning) this.state.value = { kind: 'running', corpusId, progress };
    });
    this.state.value = { kind: 'ended', corpusId, outcome };
  }

  cancel(): void {
    this.#ports.cancelExport();
  }

  dismiss(): void {
    if (!this.isRunning) this.state.value = null;
  }
}
