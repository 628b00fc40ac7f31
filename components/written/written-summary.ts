import { signal } from '@preact/signals';
import type { Paper } from '../../core/paper';
import type { Write } from './writer';

export type WrittenState =
  | { readonly kind: 'none' }
  /** `text` is what there is of it so far. */
  | { readonly kind: 'writing' | 'written'; readonly text: string }
  | { readonly kind: 'needs-click' }
  | { readonly kind: 'failed' };

/** The summary by the browser's own model that stands below ours: of one paper at a time, given up when that is left. */
export class WrittenSummary {
  readonly state = signal<WrittenState>({ kind: 'none' });
  readonly #write: Write;
  #paper: Paper | null = null;
  #writing: AbortController | null = null;

  constructor(write: Write) {
    this.#write = write;
  }

  open(paper: Paper): Promise<void> {
    this.close();
    this.#paper = paper;
    return this.#run(false);
  }

  /** In the turn of a click: writes it after all, or once more. */
  ask(): Promise<void> {
    this.#stop();
    return this.#run(true);
  }

  /** The paper is left. */
  close(): void {
    this.#stop();
    this.#paper = null;
    this.state.value = { kind: 'none' };
  }

  #stop(): void {
    this.#writing?.abort();
    this.#writing = null;
  }

  async #run(isClicked: boolean): Promise<void> {
    const paper = this.#paper;
    if (paper === null) return;
    const writing = new AbortController();
    this.#writing = writing;
    const { signal: gone } = writing;
    let text = '';
    const onText = (soFar: string) => {
      if (gone.aborted) return;
      text = soFar;
      this.state.value = { kind: 'writing', text };
    };
    const outcome = await this.#write(paper, { signal: gone, isClicked, onText });
    if (gone.aborted) return;
    if (outcome === 'written') this.state.value = { kind: 'written', text };
    else if (outcome === 'off' || outcome === 'cancelled') this.state.value = { kind: 'none' };
    else this.state.value = { kind: outcome };
  }
}
