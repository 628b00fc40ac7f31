import { BackIcon, CloseIcon, PanelIcon, SearchIcon, SettingsIcon } from '../icons';
import { useMessages } from '../messages';
import type { MessageKey } from '../messages';
import type { PopupStore, Tab } from './popup-store';
import { SearchSummary } from './search-screen';

const TABS: readonly { readonly tab: Tab; readonly label: MessageKey }[] = [
  { tab: 'page', label: 'tab_page' },
  { tab: 'list', label: 'tab_list' },
];

/** The search field, always there, and below it where the reader is: the tabs, the results, or the way back. */
export function PopupHeader({ store }: { readonly store: PopupStore }) {
  return (
    <header class="pk-popup-head">
      <SearchField store={store} />
      <div class="pk-strip">
        {store.settings.isOpen.value || store.detail.current !== null ? (
          <Back onClick={() => store.back()} />
        ) : store.search.active ? (
          <SearchSummary store={store} />
        ) : (
          <Tabs store={store} />
        )}
      </div>
    </header>
  );
}

function Back({ onClick }: { readonly onClick: () => void }) {
  const t = useMessages();
  return (
    <button type="button" class="pk-back" onClick={onClick}>
      <BackIcon />
      {t('card_back')}
    </button>
  );
}

function SearchField({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const label = t('popup_search');
  return (
    <search class="pk-search">
      <SearchIcon />
      <input
        type="search"
        dir="auto"
        spellcheck={false}
        autocomplete="off"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={store.search.query.value}
        onInput={(event) => store.setQuery(event.currentTarget.value)}
      />
      {store.search.query.value === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button
          type="button"
          class="pk-icon-button"
          aria-label={t('popup_search_clear')}
          onClick={() => store.setQuery('')}
        >
          <CloseIcon />
        </button>
      )}
    </search>
  );
}

function Tabs({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const page = store.page.state.value;
  const counts: Readonly<Record<Tab, number | null>> = {
    page: page.kind === 'papers' ? page.papers.length : null,
    list: store.library.entries.value?.length ?? null,
  };
  return (
    <div class="pk-tabs" role="tablist" aria-label={t('popup_tabs')}>
      {TABS.map(({ tab, label }) => (
        <button
          type="button"
          role="tab"
          key={tab}
          aria-selected={store.tab.value === tab}
          aria-controls="pk-panel"
          tabIndex={store.tab.value === tab ? 0 : -1}
          onClick={() => store.chooseTab(tab)}
          onKeyDown={(event) => onTabKey(store, tab, event)}
        >
          {t(label)}
          {counts[tab] !== null && <span class="pk-count">{counts[tab]}</span>}
        </button>
      ))}
    </div>
  );
}

/** Left and right go to the other tab, and the focus with them; down goes into the list. */
function onTabKey(store: PopupStore, tab: Tab, event: KeyboardEvent): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  event.preventDefault();
  store.chooseTab(tab === 'page' ? 'list' : 'page');
  const button = event.currentTarget instanceof HTMLElement ? event.currentTarget : null;
  const other = button?.nextElementSibling ?? button?.previousElementSibling;
  if (other instanceof HTMLElement) other.focus();
}

function PanelButton({ onOpen }: { readonly onOpen: (() => void) | null }) {
  const t = useMessages();
  const label = t('panel_open');
  if (onOpen === null) return null;
  return (
    <button type="button" class="pk-icon-button" aria-label={label} title={label} onClick={onOpen}>
      <PanelIcon />
    </button>
  );
}

/** The keys, in small print: what can be pressed should not have to be guessed. Beside them the ways to corpora and settings. */
export function PopupFoot({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const { isOpen } = store.settings;
  return (
    <footer class="pk-popup-foot">
      <p>{t('keys_hint', '↑↓', '↵', 's', '/')}</p>
      <span class="pk-foot-tools">
        <button type="button" class="pk-secondary" onClick={() => store.openLibrary('list')}>
          {t('library_title')}
        </button>
        <PanelButton onOpen={store.openPanel} />
        <button
          type="button"
          class="pk-icon-button"
          aria-label={t('settings')}
          title={t('settings')}
          data-on={isOpen.value ? '' : undefined}
          onClick={() => store.openSettings(!isOpen.value)}
        >
          <SettingsIcon />
        </button>
      </span>
    </footer>
  );
}
