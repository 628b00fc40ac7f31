import { useRef } from 'preact/hooks';
import { VIEWS_MAX, type NamedView } from '../../../core/reading-list/named-views';
import { countText } from '../../library/amounts';
import { useMessages } from '../../messages';
import { useKeyDown } from '../../use-key-down';
import type { ListRows } from '../list-rows';
import { stepOfKey, viewOfKey } from './view-keys';
import { ViewTools } from './view-tools';
import type { ViewsStore } from './views-store';

interface ViewChipsProps {
  readonly store: ViewsStore;
  readonly rows: ListRows;
}

const CHIP = '[data-view]';

/** The kept views, each one click or number away, and what can be done to the one that is open. */
export function ViewChips({ store, rows }: ViewChipsProps) {
  const t = useMessages();
  const region = useRef<HTMLDivElement>(null);
  const views = store.views.value;
  const opened = store.opened.value;
  const open = (named: NamedView | null) => {
    store.open(named);
    rows.wantFocus();
  };
  useKeyDown(region, (event) => {
    const chip = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(CHIP) : null;
    if (!chip || event.altKey || event.ctrlKey || event.metaKey) return;
    const named = viewOfKey(event.key, views);
    if (named !== undefined) open(named);
    else if (!moveFocus(chip, event.key)) return;
    event.preventDefault();
  });
  return (
    <div class="pk-views" role="toolbar" aria-label={t('list_views')} ref={region}>
      <ViewChip name={t('list_view_all')} number={0} isOpen={opened === null} onOpen={() => open(null)} />
      {views.map((named, at) => (
        <ViewChip
          key={named.name}
          name={named.name}
          number={at + 1}
          isOpen={named === opened}
          onOpen={() => open(named)}
        />
      ))}
      <ViewTools key={opened?.name ?? ''} store={store} rows={rows} />
      <Trouble store={store} />
    </div>
  );
}

/** Whether a key is an arrow; it leads to the chip beside, if there is one. */
function moveFocus(chip: HTMLElement, key: string): boolean {
  const step = stepOfKey(key, getComputedStyle(chip).direction === 'rtl');
  if (step === 0) return false;
  const chips = [...(chip.parentElement?.querySelectorAll<HTMLElement>(CHIP) ?? [])];
  chips[chips.indexOf(chip) + step]?.focus();
  return true;
}

const NUMBERS_MAX = 9;

interface ViewChipProps {
  readonly name: string;
  /** The key that opens it, up to 9. */
  readonly number: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function ViewChip({ name, number, isOpen, onOpen }: ViewChipProps) {
  return (
    <button
      type="button"
      class="pk-view"
      data-view=""
      aria-pressed={isOpen}
      // One of them is a stop of the Tab key; arrows lead to the others.
      tabIndex={isOpen ? 0 : -1}
      aria-keyshortcuts={number <= NUMBERS_MAX ? String(number) : undefined}
      onClick={onOpen}
    >
      <bdi>{name}</bdi>
      {number <= NUMBERS_MAX && <kbd aria-hidden="true">{number}</kbd>}
    </button>
  );
}

function Trouble({ store }: Pick<ViewChipsProps, 'store'>) {
  const t = useMessages();
  const trouble = store.trouble.value;
  return (
    <span class="pk-trouble" role="alert">
      {trouble === 'taken' && t('list_view_taken')}
      {trouble === 'full' && t('list_view_full', countText(VIEWS_MAX, t('language_tag')))}
      {trouble === 'failed' && t('list_view_failed')}
    </span>
  );
}
