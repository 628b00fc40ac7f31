import { computed, signal } from '@preact/signals';
import {
  isSameView,
  placeOf,
  viewIn,
  type NamedView,
  type ViewChange,
  type ViewFault,
} from '../../../core/reading-list/named-views';
import { WHOLE_LIST } from '../../../core/reading-list/view';
import type { ListStore } from '../list-store';
import { pushStep, type StepKind } from '../undo-stack';
import type { LookPorts } from './ports';

/** Why a view was not changed: beside what `replaceView` says, the browser did not keep it. */
export type ViewTrouble = Exclude<ViewFault, 'gone'> | 'failed';

/** The views of the list that the reader keeps, and what is done to them. */
export class ViewsStore {
  readonly views = signal<readonly NamedView[]>([]);
  /** What went wrong last; null when nothing did. */
  readonly trouble = signal<ViewTrouble | null>(null);
  /** The view that was opened last, by its name; null for the whole list. */
  readonly #openedName = signal<string | null>(null);
  readonly opened = computed(() => {
    const name = this.#openedName.value;
    return name === null ? null : (this.views.value[placeOf(this.views.value, name)] ?? null);
  });
  /** Whether the list is shown otherwise than the opened view, or the whole list, says. */
  readonly isChanged = computed(() => {
    const now = viewIn(this.#list.rows.view.value);
    return !isSameView(now, this.opened.value?.view ?? WHOLE_LIST);
  });
  readonly #ports: Pick<LookPorts, 'views' | 'changeViews'>;
  readonly #list: ListStore;

  constructor(ports: Pick<LookPorts, 'views' | 'changeViews'>, list: ListStore) {
    this.#ports = ports;
    this.#list = list;
  }

  /** Reads them, again where they may have been changed elsewhere. */
  async load(): Promise<void> {
    const views = await this.#ports.views();
    if (views) this.views.value = views;
  }

  /** Shows the list as a view says, or the whole of it. */
  open(named: NamedView | null): void {
    this.trouble.value = null;
    this.#openedName.value = named?.name ?? null;
    this.#list.rows.show(named?.view ?? WHOLE_LIST);
  }

  /** Keeps what is shown under a new name; says whether that went well. */
  keep(name: string): Promise<boolean> {
    const named = { name, view: viewIn(this.#list.rows.view.value) };
    return this.#change('view-keep', null, named);
  }

  rename(named: NamedView, name: string): Promise<boolean> {
    return this.#change('view-rename', named, { ...named, name });
  }

  /** Has a view show what is shown now. */
  overwrite(named: NamedView): Promise<boolean> {
    return this.#change('view-change', named, { ...named, view: viewIn(this.#list.rows.view.value) });
  }

  remove(named: NamedView): Promise<boolean> {
    return this.#change('view-remove', named, null);
  }

  async #change(kind: StepKind, was: NamedView | null, is: NamedView | null): Promise<boolean> {
    const at = was ? placeOf(this.views.value, was.name) : this.views.value.length;
    if (!(await this.#write({ from: was?.name ?? null, to: is }))) return false;
    this.#openedName.value = is?.name ?? null;
    const undo = () => this.#write({ from: is?.name ?? null, to: was, at });
    const title = is?.name ?? was?.name ?? null;
    const step = { kind, title, count: 1, back: { kind: 'own', undo }, sitting: null } as const;
    this.#list.steps.value = pushStep(this.#list.steps.value, step);
    return true;
  }

  async #write(change: ViewChange): Promise<boolean> {
    const changed = await this.#ports.changeViews(change);
    if (changed?.ok) this.views.value = changed.views;
    // What was removed elsewhere needs no word: it is not to be seen any more.
    const isGone = changed?.ok === false && changed.fault === 'gone';
    if (isGone) await this.load();
    this.trouble.value = !changed ? 'failed' : changed.ok || changed.fault === 'gone' ? null : changed.fault;
    return changed?.ok === true || (isGone && change.to === null);
  }
}
