import { signal } from '@preact/signals';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { Clock } from '../popup/ports';
import type { UnsavedNotesPort } from './ports';

/** A note is saved when nothing was typed for so long. */
const REST_MS = 1_000;

/** Sittings are told apart by number, so that one step undoes all that was written from focus to blur. */
let lastSitting = 0;

export interface DraftPorts {
  /** Says whether it went well. */
  readonly save: (entry: ReadingListEntry, text: string, sitting: number) => Promise<boolean>;
  readonly unsaved: Pick<UnsavedNotesPort, 'keep' | 'drop'>;
  readonly clock: Clock;
}

/** A note while it is written: what is typed is kept until it is saved, and saved soon. */
export class NoteDraft {
  /** What is typed and not saved; null when everything is. */
  readonly text = signal<string | null>(null);
  /** Whether it is open for writing; else it is shown as its Markdown means it. */
  readonly isOpen = signal(false);
  /** The entry as it is in the list. */
  entry: ReadingListEntry;
  readonly #ports: DraftPorts;
  #from = '';
  #sitting = 0;
  #isStuck = false;
  #stopWaiting: () => void = () => undefined;

  constructor(entry: ReadingListEntry, ports: DraftPorts) {
    this.entry = entry;
    this.#ports = ports;
  }

  get isUnsaved(): boolean {
    return this.text.value !== null;
  }

  /** Whether it could not be saved when that was last tried. */
  get isStuck(): boolean {
    return this.#isStuck && this.isUnsaved;
  }

  /** What is typed from here on is undone in one step. */
  sitDown(): void {
    this.#sitting = ++lastSitting;
  }

  type(text: string): void {
    if (this.text.value === null) this.#from = this.entry.note;
    this.text.value = text;
    this.#keep(text);
    this.#stopWaiting();
    this.#stopWaiting = this.#ports.clock.after(REST_MS, () => void this.flush());
  }

  /** Saves at once what is not saved. What fails stays in the draft. */
  async flush(): Promise<void> {
    this.#stopWaiting();
    const text = this.text.value;
    if (text === null) return;
    const isSaved = await this.#ports.save(this.entry, text, this.#sitting);
    this.#isStuck = !isSaved;
    if (!isSaved) return;
    this.#from = text;
    // What was typed meanwhile has its own turn.
    if (this.text.value !== text) return this.#keep(this.text.value ?? text);
    this.text.value = null;
    this.#ports.unsaved.drop(this.entry.paper.id, text);
  }

  #keep(text: string): void {
    this.#ports.unsaved.keep({ paperId: this.entry.paper.id, from: this.#from, text });
  }
}
