import { signal, type Signal } from '@preact/signals';
import type { MessageKey } from '../messages';
import type { Answer } from '../popup/ports';

/** The visited papers in numbers. */
export interface VisitedFacts {
  readonly papers: number;
  /** What they take on disk, with their index; an estimate. */
  readonly bytes: number;
}

/** What is asked of the world about visited papers. None of these reject. */
export interface VisitedPorts {
  readonly visited: () => Promise<Answer<VisitedFacts>>;
  /** Takes all of them away, at once. */
  readonly clearVisited: () => Promise<Answer<null>>;
}

/** The visited papers that are kept, and their end. */
export class VisitedStore {
  /** Null until it is read. */
  readonly facts = signal<VisitedFacts | null>(null);
  /** Whether they have just been cleared here. */
  readonly isCleared = signal(false);
  readonly #ports: VisitedPorts;
  readonly #trouble: Signal<MessageKey | null>;

  /** `trouble` is where the page says what went wrong last. */
  constructor(ports: VisitedPorts, trouble: Signal<MessageKey | null>) {
    this.#ports = ports;
    this.#trouble = trouble;
  }

  async load(): Promise<void> {
    const answer = await this.#ports.visited();
    if (answer.ok) this.facts.value = answer.value;
  }

  async clear(): Promise<void> {
    const answer = await this.#ports.clearVisited();
    this.#trouble.value = answer.ok ? null : 'visited_failed';
    this.isCleared.value = answer.ok;
    await this.load();
  }
}
