import { signal } from '@preact/signals';
import type { CardData } from '../../core/card';
import type { Paper, PaperId } from '../../core/paper';
import type { ReadingStatus } from '../../core/reading-list/entry';
import type { LibraryStore } from './library-store';
import type { PaperRef, PopupPorts } from './ports';

export type DetailState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly data: CardData }
  | { readonly kind: 'error'; readonly error: 'not-found' | 'failed' };

/** The paper that is open, and those it was reached by. */
export class DetailStore {
  /** The open paper last; empty while none is. */
  readonly trail = signal<readonly PaperRef[]>([]);
  readonly state = signal<DetailState>({ kind: 'loading' });
  readonly #ports: PopupPorts;
  readonly #library: LibraryStore;
  #token = 0;

  constructor(ports: PopupPorts, library: LibraryStore) {
    this.#ports = ports;
    this.#library = library;
  }

  get current(): PaperRef | null {
    return this.trail.value.at(-1) ?? null;
  }

  open(ref: PaperRef): Promise<void> {
    this.trail.value = [...this.trail.value, ref];
    return this.load();
  }

  back(): Promise<void> {
    this.trail.value = this.trail.value.slice(0, -1);
    return this.load();
  }

  close(): void {
    this.trail.value = [];
  }

  /** "Not this paper" of the page, and back. */
  async deny(paperId: PaperId, isDenied: boolean): Promise<void> {
    const answer = await this.#ports.deny(paperId, isDenied);
    const shown = this.state.value;
    if (answer.ok && shown.kind === 'ready' && shown.data.paper.id === paperId)
      this.state.value = { kind: 'ready', data: { ...shown.data, isDenied } };
  }

  /** Its PDF is opened, which may close the popup: nothing is waited for that can be told at once. */
  async notePdfOpened({ id }: Paper, status: ReadingStatus | null): Promise<void> {
    if (status === null) return;
    void this.#ports.noteOpened(id);
    if (status === 'to-read' && (await this.#ports.readingOnOpen()))
      await this.#library.setStatus(id, 'reading');
  }

  async load(): Promise<void> {
    const ref = this.current;
    this.#token += 1;
    const token = this.#token;
    this.state.value = { kind: 'loading' };
    if (ref === null) return;
    const answer = await this.#ports.card(ref);
    if (token !== this.#token) return;
    if (answer.ok) {
      if ('mention' in ref) this.#library.learn(ref.mention, answer.value.paper.id);
      this.state.value = { kind: 'ready', data: answer.value };
    } else {
      this.state.value = {
        kind: 'error',
        error: answer.error.code === 'not-found' ? 'not-found' : 'failed',
      };
    }
  }
}
