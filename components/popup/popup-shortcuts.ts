import { focusRow, focusedRow, rowsWithin } from './focus';
import { onRowKey } from './paper-row';
import { rowAfter, takesText } from './popup-keys';
import type { PopupStore } from './popup-store';

const searchField = (root: ParentNode) => root.querySelector<HTMLInputElement>('input[type=search]');

/** The popup's own keys; what a row or a control has used already is left alone. */
export function onPopupKey(store: PopupStore, root: HTMLElement, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const used =
    event.key === 'Escape'
      ? stepBack(store, root)
      : moveFocus(root, event) || (!takesText(event.target) && command(store, root, event));
  // An Escape left alone closes the popup, as the reader expects.
  if (used) event.preventDefault();
}

function stepBack(store: PopupStore, root: HTMLElement): boolean {
  if (store.settings.isOpen.value || store.detail.current !== null) store.back();
  else if (store.search.query.value !== '') {
    store.setQuery('');
    searchField(root)?.focus();
  } else return false;
  return true;
}

function moveFocus(root: HTMLElement, event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.matches('input[type=radio], [role=tab]')) return false;
  if (takesText(target) && event.key !== 'ArrowDown') return false;
  const current = focusedRow(root, target);
  if (event.key === 'ArrowUp' && current === 0) {
    searchField(root)?.focus();
    return true;
  }
  const next = rowAfter(event.key, current, rowsWithin(root).length);
  if (next === null) return false;
  focusRow(root, next);
  return true;
}

function command(store: PopupStore, root: HTMLElement, event: KeyboardEvent): boolean {
  if (event.key === '/') {
    searchField(root)?.focus();
    return true;
  }
  const ref = store.settings.isOpen.value ? null : store.detail.current;
  const state = store.detail.state.value;
  if (ref === null || state.kind !== 'ready') return false;
  const { paper, status: said } = state.data;
  const status = store.library.statusOf(paper, said);
  onRowKey(
    {
      row: { status },
      onSave: () => void store.library.save(ref),
      onStatus: (next) => void store.library.setStatus(paper.id, next),
    },
    event,
  );
  return false;
}
