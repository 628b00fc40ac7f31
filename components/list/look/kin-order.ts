import { computed, effect, signal } from '@preact/signals';
import type { Paper, PaperId } from '../../../core/paper';
import { entriesByKin, type KinRanking } from '../../../core/reading-list/by-kinship';
import type { ReadingListEntry } from '../../../core/reading-list/entry';
import type { ListStore } from '../list-store';
import type { KinPorts } from './ports';

/** Papers in one question: handing over so many takes a millisecond or two, whatever the length of the list. */
export const SLICE_PAPERS = 200;
/** Of the nearest so many it is said what they share: as far as anybody scrolls. */
const WORDS_FOR_MAX = 100;

/** How many papers have been weighed. */
export interface KinProgress {
  readonly done: number;
  readonly total: number;
}

/** Weighs the whole list against the paper that it is to be sorted by, a slice at a time. */
export class KinOrder {
  /** While the papers are weighed. */
  readonly progress = signal<KinProgress | null>(null);
  readonly hasFailed = signal(false);
  readonly #ports: KinPorts;
  readonly #list: ListStore;
  /** Counts the questions, so that an answer that comes too late is known. */
  #turn = 0;

  constructor(ports: KinPorts, list: ListStore) {
    this.#ports = ports;
    this.#list = list;
    const to = computed(() => list.rows.view.value.kinTo);
    effect(() => {
      // Both are read here, so that this runs again when the list or the paper is another one.
      const [id, entries] = [to.value, list.entries.value];
      queueMicrotask(() => this.#see(id, entries));
    });
  }

  #see(id: PaperId | null, entries: readonly ReadingListEntry[] | null): void {
    const { rows } = this.#list;
    if (rows.view.value.kinTo !== id || this.#list.entries.value !== entries) return;
    const paper = id === null ? null : (entries?.find((entry) => entry.paper.id === id)?.paper ?? null);
    if (paper === null || entries === null) this.#stop();
    else if (!isWhole(rows.kin.value, paper, entries)) void this.#rank(paper, entries);
  }

  #stop(): void {
    this.#turn += 1;
    if (this.progress.value !== null) this.#end();
  }

  #end(): void {
    this.progress.value = null;
    this.#ports.endKin();
  }

  async #rank(to: Paper, entries: readonly ReadingListEntry[]): Promise<void> {
    const turn = (this.#turn += 1);
    this.hasFailed.value = false;
    const scores = await this.#scores(to, entries, turn);
    if (this.#isOver(turn)) return;
    const { rows } = this.#list;
    if (scores === null) {
      this.#end();
      this.hasFailed.value = true;
      rows.show({ kinTo: null });
      return;
    }
    rows.kin.value = { to: to.id, scores, words: new Map() };
    // The first is the paper itself.
    const nearest = entriesByKin(entries, { to: to.id, scores }).slice(1, 1 + WORDS_FOR_MAX);
    const words = await this.#ports.kinWords(
      to,
      nearest.map(({ paper }) => paper),
    );
    if (this.#isOver(turn)) return;
    rows.kin.value = { to: to.id, scores, words };
    this.#end();
  }

  /** Whether another question was put since, or none is any more: then what this one started is not to stay. */
  #isOver(turn: number): boolean {
    if (turn === this.#turn) return false;
    if (this.progress.value === null) this.#ports.endKin();
    return true;
  }

  /** Null when it cannot be told, or is not wanted any more. */
  async #scores(
    to: Paper,
    entries: readonly ReadingListEntry[],
    turn: number,
  ): Promise<ReadonlyMap<PaperId, number> | null> {
    const scores = new Map<PaperId, number>();
    for (let start = 0; start < entries.length; start += SLICE_PAPERS) {
      this.progress.value = { done: start, total: entries.length };
      const papers = entries.slice(start, start + SLICE_PAPERS).map(({ paper }) => paper);
      const answer = await this.#ports.kinScores(to, papers);
      if (answer === null || turn !== this.#turn) return null;
      for (const [at, { id }] of papers.entries()) scores.set(id, answer[at] ?? 0);
    }
    return scores;
  }
}

/** Whether a ranking is to this paper, and knows each of the list. */
function isWhole(ranking: KinRanking | null, { id }: Paper, entries: readonly ReadingListEntry[]): boolean {
  return ranking?.to === id && entries.every(({ paper }) => ranking.scores.has(paper.id));
}
