import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { useMessages } from '../messages';
import { HealthBanner, NewsBar, TroubleBar, UndoBar } from './bars';
import { DetailScreen } from './detail-screen';
import { focusRow, rowsWithin } from './focus';
import { PopupFoot, PopupHeader } from './header';
import { ListScreen } from './list-screen';
import { PageScreen } from './page-screen';
import { onPopupKey } from './popup-shortcuts';
import type { PopupStore } from './popup-store';
import { SearchScreen } from './search-screen';
import { SettingsScreen } from './settings-screen';
import { useKeyDown } from '../use-key-down';

/** The whole popup, which is the side panel as well: as large as what it stands in. `store.start()` fills it. */
export function Popup({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const root = useRef<HTMLDivElement>(null);
  useFocusReturn(store, root);
  // In the whole document: a popup opens with the focus on its body.
  useKeyDown(null, (event) => root.current && onPopupKey(store, root.current, event));
  return (
    <div class="pk-base pk-popup" ref={root} lang={t('language_tag')}>
      <HealthBanner health={store.health.value} />
      <PopupHeader store={store} />
      <main class="pk-panel" id="pk-panel" tabIndex={-1}>
        <Screen store={store} />
      </main>
      <TroubleBar store={store} />
      <UndoBar store={store} />
      <NewsBar store={store} />
      <PopupFoot store={store} />
    </div>
  );
}

function Screen({ store }: { readonly store: PopupStore }) {
  if (store.settings.isOpen.value) return <SettingsScreen store={store} />;
  if (store.detail.current !== null) return <DetailScreen store={store} />;
  if (store.search.active) return <SearchScreen store={store} />;
  return store.tab.value === 'page' ? <PageScreen store={store} /> : <ListScreen store={store} />;
}

/** An opened paper takes the focus; coming back, the row it was opened from has it again. */
function useFocusReturn(store: PopupStore, root: RefObject<HTMLDivElement | null>): void {
  const depth = store.detail.trail.value.length;
  const before = useRef(0);
  const openedFrom = useRef<string | null>(null);
  const focused = root.current?.ownerDocument.activeElement?.closest<HTMLElement>('[data-row]');
  // Read while rendering, for the row is gone by the time effects run.
  if (depth === 1 && before.current === 0) openedFrom.current = focused?.dataset['row'] ?? null;
  useEffect(() => {
    const was = before.current;
    before.current = depth;
    if (root.current === null || was === depth) return;
    if (depth > 0) root.current.querySelector<HTMLElement>('.pk-panel')?.focus();
    else if (!root.current.querySelector('input:focus')) {
      focusRow(
        root.current,
        rowsWithin(root.current).findIndex((row) => row.dataset['row'] === openedFrom.current),
      );
    }
  }, [depth]);
}
