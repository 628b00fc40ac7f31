import { signal } from '@preact/signals';
import type { CorpusInfo, CorpusOverview } from '../../core/corpus/corpus-info';
import { errorTable, type ErrorTableWords } from '../../core/import/error-list';
import type { MessageKey } from '../messages';
import type { Answer } from '../popup/ports';
import type { LibraryPorts, Space } from './ports';

/** The corpora as the page shows them, and every change to them. */
export class CorporaStore {
  /** Null until it is read. */
  readonly overview = signal<CorpusOverview | null>(null);
  readonly loadFailed = signal(false);
  readonly space = signal<Space | null>(null);
  /** What went wrong last; null when nothing did. */
  readonly trouble = signal<MessageKey | null>(null);
  /** The corpus that the reader is asked about before it goes; null when none is. */
  readonly toRemove = signal<CorpusInfo | null>(null);
  readonly #ports: LibraryPorts;

  constructor(ports: LibraryPorts) {
    this.#ports = ports;
  }

  async load(): Promise<void> {
    const [answer, space] = await Promise.all([this.#ports.overview(), this.#ports.space()]);
    this.space.value = space;
    this.loadFailed.value = !answer.ok;
    if (answer.ok) this.overview.value = answer.value;
  }

  rename(corpusId: string, name: string): Promise<void> {
    const trimmed = name.trim();
    if (trimmed === '') return Promise.resolve();
    return this.#change(() => this.#ports.rename(corpusId, trimmed));
  }

  setEnabled(corpusId: string, enabled: boolean): Promise<void> {
    return this.#change(() => this.#ports.setEnabled(corpusId, enabled));
  }

  async remove(): Promise<void> {
    const corpus = this.toRemove.value;
    this.toRemove.value = null;
    if (corpus) await this.#change(() => this.#ports.remove(corpus.id));
  }

  clearVisited(): Promise<void> {
    return this.#change(() => this.#ports.clearVisited());
  }

  abandon(corpusId: string): Promise<void> {
    return this.#change(() => this.#ports.abandon(corpusId));
  }

  /** Hands out the list of records that a corpus's import could not take in. */
  async downloadErrors(corpusId: string, corpusName: string, words: ErrorTableWords): Promise<void> {
    const answer = await this.#ports.errors(corpusId);
    this.trouble.value = answer.ok ? null : 'library_change_failed';
    if (answer.ok) this.#ports.download(`${corpusName} - errors.tsv`, errorTable(answer.value, words));
  }

  async #change(change: () => Promise<Answer<null>>): Promise<void> {
    const answer = await change();
    const isBusy = !answer.ok && answer.error.code === 'busy';
    this.trouble.value = answer.ok ? null : isBusy ? 'import_busy' : 'library_change_failed';
    await this.load();
  }
}
