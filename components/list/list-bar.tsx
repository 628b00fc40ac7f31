import { useMessages, type MessageKey } from '../messages';
import { STATUS_MESSAGES, StatusGlyph } from '../status';
import { StarIcon } from '../icons';
import { READING_STATUSES } from '../../core/reading-list/entry';
import { LIST_ORDERS, type ListOrder } from '../../core/reading-list/view';
import { bounded } from '../bounded';
import { countText } from '../library/amounts';
import { useTitle } from '../paper-text';
import type { AddStore } from './import/add-store';
import { ImportButton } from './import/import-button';
import type { ListStore } from './list-store';
import { ExportChoice } from './export-choice';
import { UndoMenu } from './undo-menu';

const ORDER_NAMES: Readonly<Record<ListOrder, MessageKey>> = {
  added: 'list_order_added',
  status: 'list_order_status',
  title: 'list_order_title',
  year: 'list_order_year',
  priority: 'list_priority',
  opened: 'list_order_opened',
};

const KIN_ORDER = 'kin';
const KIN_TITLE_LENGTH_MAX = 40;

export interface ListBarProps {
  readonly store: ListStore;
  readonly adding: AddStore;
  readonly onKeys: () => void;
}

/** What is shown and in which order; ways in and out, undo, and the sheet of keys. */
export function ListBar({ store, adding, onKeys }: ListBarProps) {
  const t = useMessages();
  const { rows } = store;
  return (
    <div class="pk-list-bar">
      <input
        type="search"
        class="pk-list-find"
        aria-label={t('list_find')}
        placeholder={t('list_find')}
        aria-keyshortcuts="/"
        value={rows.view.value.text}
        onInput={({ currentTarget }) => rows.show({ text: currentTarget.value })}
      />
      <StatusFilter store={store} />
      <OrderChoice store={store} />
      <CountLine store={store} />
      <span class="pk-list-tools">
        <ImportButton adding={adding} />
        <ExportChoice store={store} />
        <UndoMenu store={store} />
        <button type="button" class="pk-secondary" aria-keyshortcuts="?" onClick={onKeys}>
          {t('list_keys')} <kbd aria-hidden="true">?</kbd>
        </button>
      </span>
    </div>
  );
}

function StatusFilter({ store: { rows } }: { readonly store: ListStore }) {
  const t = useMessages();
  const { status: chosen, starredOnly } = rows.view.value;
  return (
    <fieldset class="pk-list-filters" aria-label={t('list_filter')}>
      <button type="button" aria-pressed={chosen === null} onClick={() => rows.show({ status: null })}>
        {t('list_filter_all')}
      </button>
      {READING_STATUSES.map((status) => (
        <button
          type="button"
          key={status}
          aria-pressed={chosen === status}
          onClick={() => rows.show({ status: chosen === status ? null : status })}
        >
          <StatusGlyph status={status} /> {t(STATUS_MESSAGES[status])}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={starredOnly}
        aria-label={t('list_starred_only')}
        title={t('list_starred_only')}
        onClick={() => rows.show({ starredOnly: !starredOnly })}
      >
        <StarIcon filled={starredOnly} />
      </button>
    </fieldset>
  );
}

function OrderChoice({ store: { rows } }: { readonly store: ListStore }) {
  const t = useMessages();
  const { order, isReversed } = rows.view.value;
  const kin = rows.kinPaper.value;
  const kinTitle = useTitle(kin?.title ?? null);
  const choose = (value: string) => {
    const chosen = LIST_ORDERS.find((each) => each === value);
    if (chosen) rows.show({ order: chosen, kinTo: null });
  };
  return (
    <span class="pk-list-order">
      <label>
        <span>{t('list_order')}</span>
        <select value={kin ? KIN_ORDER : order} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {kin && (
            <option value={KIN_ORDER}>{t('list_order_kin', bounded(kinTitle, KIN_TITLE_LENGTH_MAX))}</option>
          )}
          {LIST_ORDERS.map((each) => (
            <option key={each} value={each}>
              {t(ORDER_NAMES[each])}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="pk-icon-button"
        aria-pressed={isReversed}
        aria-label={t('list_reverse')}
        title={t('list_reverse')}
        disabled={kin !== null}
        onClick={() => rows.show({ isReversed: !isReversed })}
      >
        <span aria-hidden="true">{isReversed ? '↑' : '↓'}</span>
      </button>
    </span>
  );
}

function CountLine({ store }: { readonly store: ListStore }) {
  const t = useMessages();
  const all = store.entries.value?.length ?? 0;
  const shown = store.rows.shown.value.length;
  const text = (count: number) => countText(count, t('language_tag'));
  return (
    <output class="pk-hint">
      {shown === all ? t('count_papers', text(all)) : t('map_part', text(shown), text(all))}
    </output>
  );
}
