import { computed, signal } from '@preact/signals';
import type { SearchHit } from '../../core/search/hit';
import { limitedToList, readSearchQuery } from '../../core/search/search-query';
import type { Clock, PopupPorts } from './ports';

/** Long enough that a fast typist asks once a word, short enough to feel at once. */
export const SEARCH_DELAY_MS = 120;
const SEARCH_LIMIT = 50;
const QUERY_LENGTH_MAX = 300;

export type SearchState =
  | { readonly kind: 'searching' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'results'; readonly query: string; readonly hits: readonly SearchHit[] };

/** Search as you type: asks after a pause, and a late answer to an earlier query is dropped. */
export class SearchStore {
  readonly query = signal('');
  readonly state = signal<SearchState>({ kind: 'searching' });
  /** Whether the query says so. */
  readonly isOnList = computed(() => readSearchQuery(this.query.value).isOnList);
  readonly #ports: PopupPorts;
  readonly #clock: Clock;
  #cancel = () => {};
  #asked = 0;

  constructor(ports: PopupPorts, clock: Clock) {
    this.#ports = ports;
    this.#clock = clock;
  }

  /** True while there is something to search for; the screens below make way. */
  get active(): boolean {
    return this.query.value.trim() !== '';
  }

  setQuery(query: string): void {
    const started = this.active;
    this.query.value = query.slice(0, QUERY_LENGTH_MAX);
    this.#cancel();
    this.#asked += 1;
    if (!this.active) return;
    // The results of the query before stay in sight until the next ones come: no flicker between letters.
    if (!started) this.state.value = { kind: 'searching' };
    this.#cancel = this.#clock.after(SEARCH_DELAY_MS, () => void this.run());
  }

  /** Looks through the reading list alone, or through everything again. */
  limitToList(isOnList: boolean): void {
    this.setQuery(limitedToList(this.query.value, isOnList));
  }

  /** Asks now; also what "Try again" does. */
  async run(): Promise<void> {
    this.#asked += 1;
    const token = this.#asked;
    const query = this.query.value.trim();
    const answer = await this.#ports.search(query, SEARCH_LIMIT);
    if (token !== this.#asked) return;
    this.state.value = answer.ok ? { kind: 'results', query, hits: answer.value } : { kind: 'failed' };
  }
}
