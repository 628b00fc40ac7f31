import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { perhapsSame, type Suggestion } from '../../core/reading-list/perhaps-same';

/** The list is looked through when nothing has changed for so long: not with every key of a note. */
const REST_MS = 300;
/** A frame has 16; the rest is for what the reader does meanwhile. */
const SLICE_MS = 8;

/** Entries that may be of one paper, found beside what the reader does. */
export class Suggestions {
  /** As the list is now: what was merged, told apart or removed since is none any more. */
  readonly pairs: ReadonlySignal<readonly Suggestion[]>;
  readonly #found = signal<readonly Suggestion[]>([]);
  #turn = 0;

  constructor(entries: ReadonlySignal<readonly ReadingListEntry[] | null>) {
    this.pairs = computed(() => {
      const found = this.#found.value;
      if (found.length === 0) return found;
      const now = new Map(entries.value?.map((entry) => [entry.paper.id, entry]));
      return found.flatMap(([a, b]): readonly Suggestion[] => {
        const [one, other] = [now.get(a.paper.id), now.get(b.paper.id)];
        return one && other && !one.apart.includes(b.paper.id) ? [[one, other]] : [];
      });
    });
    effect(() => {
      const list = entries.value;
      const turn = (this.#turn += 1);
      if (list !== null) setTimeout(() => void this.#look(list, turn), REST_MS);
    });
  }

  /** Those of one entry, with the other entry of each. */
  of(entry: ReadingListEntry): readonly ReadingListEntry[] {
    const { id } = entry.paper;
    return this.pairs.value.flatMap(([a, b]) => (a.paper.id === id ? [b] : b.paper.id === id ? [a] : []));
  }

  async #look(list: readonly ReadingListEntry[], turn: number): Promise<void> {
    const search = perhapsSame(list);
    let until = performance.now() + SLICE_MS;
    for (;;) {
      if (turn !== this.#turn) return;
      const step = search.next();
      if (step.done) {
        this.#found.value = step.value;
        return;
      }
      if (performance.now() < until) continue;
      await new Promise((resume) => setTimeout(resume));
      until = performance.now() + SLICE_MS;
    }
  }
}
