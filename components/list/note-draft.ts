import { signal } from '@preact/signals';
import type { Clock } from '../popup/ports';

/** A note is saved when nothing was typed for so long. */
const REST_MS = 1_000;

/** Sittings are told apart by number, so that one step undoes all that was written from focus to blur. */
let lastSitting = 0;

/** A note while it is written: what is typed is kept until it is saved, and saved soon. */
export class NoteDraft {
  /** What is typed and not saved; null when everything is. */
  readonly text = signal<string | null>(null);
  readonly #save: (text: string, sitting: number) => Promise<boolean>;
  readonly #clock: Clock;
  #sitting = 0;
  #isStuck = false;
  #stopWaiting: () => void = () => undefined;

  /** `save` says whether it went well. */
  constructor(save: (text: string, sitting: number) => Promise<boolean>, clock: Clock) {
    this.#save = save;
    this.#clock = clock;
  }

  /** Whether it could not be saved when that was last tried. */
  get isStuck(): boolean {
    return this.#isStuck && this.text.value !== null;
  }

  /** What is typed from here on is undone in one step. */
  sitDown(): void {
    this.#sitting = ++lastSitting;
  }

  type(text: string): void {
    this.text.value = text;
    this.#stopWaiting();
    this.#stopWaiting = this.#clock.after(REST_MS, () => void this.flush());
  }

  /** Saves at once what is not saved. What fails stays in the draft. */
  async flush(): Promise<void> {
    this.#stopWaiting();
    const text = this.text.value;
    if (text === null) return;
    const isSaved = await this.#save(text, this.#sitting);
    this.#isStuck = !isSaved;
    // What was typed meanwhile has its own turn.
    if (isSaved && this.text.value === text) this.text.value = null;
  }
}
