import type { ReadingListEntry } from '../../core/reading-list/entry';
import { takesText } from '../popup/popup-keys';
import { nextPriority, otherStar } from './next-change';
import { listAction, type ListAction } from './list-keys';
import type { ListStore } from './list-store';

/** The list's own keys; what a control has used already, and what is typed as text, is left alone. */
export function onListKey(
  store: ListStore,
  root: HTMLElement,
  event: KeyboardEvent,
  showKeys: () => void,
): void {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || target?.closest('dialog')) return;
  const action = listAction(event, rowsInSight(root));
  if (action === null) return;
  const isText = takesText(target) || target?.matches('input:not([type=checkbox], [type=radio])') === true;
  if (isText) {
    // Out of the field, and not at once out of the panel as well.
    if (action.kind !== 'leave') return;
    store.rows.wantFocus();
  } else if (isForControl(target, action)) return;
  else if (!act(store, root, action, showKeys)) return;
  event.preventDefault();
}

/** Keys that a focused control needs itself: a button is pressed; a menu is gone through, by the letters of its lines as well. */
function isForControl(target: Element | null, { kind }: ListAction): boolean {
  if (target?.matches('select')) return kind !== 'leave' && kind !== 'undo';
  if (kind === 'open' || kind === 'toggle') return target?.closest('button, a, input, summary') !== null;
  return kind === 'move' && target?.matches('input[type=radio]') === true;
}

const ROW_SELECTOR = '[role=row]';
function rowsInSight(root: HTMLElement): number {
  const grid = root.querySelector<HTMLElement>('.pk-grid');
  const row = grid?.querySelector<HTMLElement>(ROW_SELECTOR);
  return grid && row ? Math.max(1, Math.floor(grid.clientHeight / row.offsetHeight) - 1) : 10;
}

function act(store: ListStore, root: HTMLElement, action: ListAction, showKeys: () => void): boolean {
  const { rows } = store;
  const focusFirst = (selector: string) => root.querySelector<HTMLElement>(selector)?.focus();
  switch (action.kind) {
    case 'move':
      rows.moveTo(placeOf(store, root, action.by), { extend: action.extend });
      return rows.shown.value.length > 0;
    case 'toggle':
      rows.toggle(rows.activeAt.value);
      return true;
    case 'select-all':
      rows.pickAll();
      return true;
    case 'find':
      focusFirst('input[type=search]');
      return true;
    case 'keys':
      showKeys();
      return true;
    case 'kin':
      return sortByActive(store);
    case 'views':
      return leadTo(store, () => focusFirst('.pk-views [aria-pressed=true]'));
    case 'undo':
      void store.undo();
      return true;
    case 'leave':
      return leave(store);
    case 'open':
      return openActive(store, () => focusFirst('.pk-entry-panel'));
    case 'note':
      return openNote(store, () => focusFirst('.pk-entry-panel textarea'));
    case 'tag':
      return openActive(store, () => focusFirst(':is(.pk-selection, .pk-entry-panel) .pk-tag-field input'));
    default:
      change(store, action);
      return true;
  }
}

/** Tags of several are edited in the bar of the selection; all else beside the list. */
function openActive(store: ListStore, focus: (only?: ReadingListEntry) => void): boolean {
  const [only, ...others] = store.rows.targets;
  if (only && others.length === 0) void store.open(only.paper.id);
  // After the panel is drawn.
  requestAnimationFrame(() => setTimeout(() => focus(others.length === 0 ? only : undefined)));
  return true;
}

/** A note that is shown as it means is opened for writing first. */
function openNote(store: ListStore, focus: () => void): boolean {
  return openActive(store, (entry) => {
    if (entry) store.notes.of(entry).isOpen.value = true;
    // It is drawn in the next turn.
    setTimeout(focus);
  });
}

/** The paper that is sorted by comes first, so the focus goes with it. */
function sortByActive({ rows }: ListStore): boolean {
  const active = rows.shown.value[rows.activeAt.value];
  if (!active) return false;
  rows.toggleKin(active.paper.id);
  rows.wantFocus();
  return true;
}

function placeOf(store: ListStore, root: HTMLElement, by: number | 'start' | 'end'): number {
  const { activeAt, shown } = store.rows;
  if (by === 'start') return 0;
  if (by === 'end') return shown.value.length - 1;
  // The first press of an arrow goes to the active row, if the focus is not there.
  const isThere = root.querySelector(`${ROW_SELECTOR}:focus-within`) !== null;
  return isThere ? activeAt.value + by : activeAt.value;
}

function leave(store: ListStore): boolean {
  if (store.rows.selected.value.length > 0) store.rows.pickNone();
  else if (store.openId.value !== null) void store.open(null);
  else return false;
  store.rows.wantFocus();
  return true;
}

function change(store: ListStore, action: ListAction): void {
  const of = store.rows.targets;
  if (action.kind === 'status') void store.edit('status', of, { status: action.status });
  else if (action.kind === 'star') void store.edit('star', of, otherStar);
  else if (action.kind === 'priority') void store.edit('priority', of, nextPriority);
  else if (action.kind === 'remove') {
    // The row that moves up takes the focus, else it would fall out of the list.
    void store.remove(of).then(() => store.rows.wantFocus());
  }
}

/** Takes the focus elsewhere; a row that is drawn only now does not take it back. */
function leadTo(store: ListStore, focus: () => void): boolean {
  store.rows.dropFocusWish();
  focus();
  return true;
}
