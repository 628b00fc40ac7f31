import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Paper, PaperId } from '../../core/paper';
import { entriesByKin, type KinRanking } from '../../core/reading-list/by-kinship';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { entriesInOrder, entriesInView, WHOLE_LIST, type ListView } from '../../core/reading-list/view';

/** Which entries stand in the list, which of them are selected, and on which one the keys act. */
export class ListRows {
  readonly view = signal<ListView>(WHOLE_LIST);
  /** How near the list is to the paper that it was last sorted by. */
  readonly kin = signal<KinRanking | null>(null);
  /** The paper that the list is sorted by kinship to; null for none, and where it is not on the list. */
  readonly kinPaper: ReadonlySignal<Paper | null>;
  readonly shown: ReadonlySignal<readonly ReadingListEntry[]>;
  /** Those of the selection that are shown: nothing is done to what the reader does not see. */
  readonly selected: ReadonlySignal<readonly ReadingListEntry[]>;
  /** -1 when nothing is shown. */
  readonly activeAt: ReadonlySignal<number>;
  readonly #focusWanted = signal(false);
  /** The wish that was taken last, until it is dropped. */
  #wish: object | null = null;
  readonly #picked = signal<ReadonlySet<PaperId>>(new Set());
  readonly #active = signal<{ readonly id: PaperId | null; readonly at: number }>({ id: null, at: 0 });
  /** Where a range of rows began. */
  #anchor: PaperId | null = null;

  constructor(entries: ReadonlySignal<readonly ReadingListEntry[] | null>, language: string) {
    const order = computed(() => this.view.value.order);
    const isReversed = computed(() => this.view.value.isReversed);
    const kinTo = computed(() => this.view.value.kinTo);
    this.kinPaper = computed(() => {
      const id = kinTo.value;
      return id === null ? null : (entries.value?.find(({ paper }) => paper.id === id)?.paper ?? null);
    });
    const kin = computed(() => {
      const ranking = this.kin.value;
      return ranking !== null && ranking.to === this.kinPaper.value?.id ? ranking : null;
    });
    // Until the papers are weighed the list stands as it stood.
    const sorted = computed(() =>
      kin.value
        ? entriesByKin(entries.value ?? [], kin.value)
        : entriesInOrder(entries.value ?? [], { order: order.value, isReversed: isReversed.value }, language),
    );
    this.shown = computed(() => entriesInView(sorted.value, this.view.value));
    this.selected = computed(() => {
      const picked = this.#picked.value;
      return picked.size === 0 ? [] : this.shown.value.filter(({ paper }) => picked.has(paper.id));
    });
    this.activeAt = computed(() => {
      const { id, at } = this.#active.value;
      const found = this.shown.value.findIndex(({ paper }) => paper.id === id);
      // Where the row is gone, the one that took its place.
      return found === -1 ? Math.min(at, this.shown.value.length - 1) : found;
    });
  }

  /** What an action is for: the selected entries or, without any, the active one. */
  get targets(): readonly ReadingListEntry[] {
    if (this.selected.value.length > 0) return this.selected.value;
    const active = this.shown.value[this.activeAt.value];
    return active ? [active] : [];
  }

  isPicked(id: PaperId): boolean {
    return this.#picked.value.has(id);
  }

  show(change: Partial<ListView>): void {
    this.view.value = { ...this.view.value, ...change };
  }

  /** Makes a row the active one. With `extends` all rows from where the range began are selected. */
  moveTo(at: number, { extend = false, focus = true } = {}): void {
    const { length } = this.shown.value;
    if (length === 0) return;
    const before = this.shown.value[this.activeAt.value];
    const to = Math.max(0, Math.min(at, length - 1));
    const entry = this.shown.value[to];
    if (!entry) return;
    if (!extend) this.#anchor = entry.paper.id;
    else this.#anchor ??= before?.paper.id ?? entry.paper.id;
    this.#active.value = { id: entry.paper.id, at: to };
    if (extend) this.#pickRange(to);
    if (focus) this.wantFocus();
  }

  /** Wants the active row in sight and focused; where there is none, a row that comes later does not take the focus. */
  wantFocus(): void {
    this.#focusWanted.value = this.shown.value.length > 0;
  }

  /** Wants it no more: the focus goes elsewhere, and a row that is drawn only now must not take it from there. */
  dropFocusWish(): void {
    this.#focusWanted.value = false;
    this.#wish = null;
  }

  /** Whether that is wanted, each time once: what says later whether it still is. */
  takeFocusWish(): (() => boolean) | null {
    if (!this.#focusWanted.value) return null;
    this.#focusWanted.value = false;
    const wish = {};
    this.#wish = wish;
    return () => this.#wish === wish;
  }

  #pickRange(to: number): void {
    const from = this.shown.value.findIndex(({ paper }) => paper.id === this.#anchor);
    const [start, end] = from === -1 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    this.#picked.value = new Set(this.shown.value.slice(start, end + 1).map(({ paper }) => paper.id));
  }

  /** Selects a row, or not any more. */
  toggle(at: number): void {
    const entry = this.shown.value[at];
    if (!entry) return;
    const picked = new Set(this.#picked.value);
    if (!picked.delete(entry.paper.id)) picked.add(entry.paper.id);
    this.#picked.value = picked;
    this.moveTo(at, { focus: false });
  }

  /** What a paper shares with the one that the list is sorted by; none where it is not. */
  kinWordsOf(id: PaperId): readonly string[] {
    const ranking = this.kin.value;
    const isShown = ranking !== null && ranking.to === this.kinPaper.value?.id;
    return (isShown && ranking.words.get(id)) || [];
  }

  /** Sorts the list by kinship to a paper, or, where it is so already, as it was before. */
  toggleKin(id: PaperId): void {
    this.show({ kinTo: this.view.value.kinTo === id ? null : id });
  }

  pickAll(): void {
    this.#picked.value = new Set(this.shown.value.map(({ paper }) => paper.id));
  }

  pickNone(): void {
    this.#picked.value = new Set();
  }
}
