import { useState } from 'preact/hooks';
import { READING_STATUSES } from '../../core/reading-list/entry';
import type { ReadingListEntry, ReadingStatus } from '../../core/reading-list/entry';
import { CloseIcon } from '../icons';
import { aroundSlot, useMessages } from '../messages';
import { useTitle } from '../paper-text';
import { STATUS_MESSAGES, StatusCycle, StatusGlyph } from '../status';
import { EmptyState } from './empty-state';
import { focusRow, rowsWithin } from './focus';
import { LoadingRows } from './loading-rows';
import { PaperRow } from './paper-row';
import type { PopupStore } from './popup-store';

type Filter = ReadingStatus | 'all';

/** The reading list, last added first. */
export function ListScreen({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const { library } = store;
  const [filter, setFilter] = useState<Filter>('all');
  const entries = library.entries.value;
  if (library.loadFailed.value) {
    const action = { label: t('try_again'), onClick: () => void library.load() };
    return <EmptyState title={t('failed')} hint={t('failed_hint')} action={action} />;
  }
  if (entries === null) return <LoadingRows />;
  if (entries.length === 0) return <EmptyState title={t('list_empty')} hint={<ListEmptyHint />} />;
  const shown = entries.filter(({ status }) => filter === 'all' || status === filter);
  return (
    <>
      <Filters entries={entries} filter={filter} onFilter={setFilter} />
      {shown.length === 0 ? (
        <EmptyState title={t('list_filter_empty')} hint={t('list_filter_empty_hint')} />
      ) : (
        <ul class="pk-rows">
          {shown.map((entry) => (
            <EntryRow key={entry.paper.id} store={store} entry={entry} />
          ))}
        </ul>
      )}
    </>
  );
}

function ListEmptyHint() {
  const [before, after] = aroundSlot(useMessages(), 'list_empty_hint');
  return (
    <>
      {before}
      <kbd>s</kbd>
      {after}
    </>
  );
}

interface FiltersProps {
  readonly entries: readonly ReadingListEntry[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

function Filters({ entries, filter, onFilter }: FiltersProps) {
  const t = useMessages();
  return (
    <fieldset class="pk-filters" aria-label={t('list_filter')}>
      <button type="button" aria-pressed={filter === 'all'} onClick={() => onFilter('all')}>
        {t('list_filter_all')} <span class="pk-count">{entries.length}</span>
      </button>
      {READING_STATUSES.map((status) => (
        <button type="button" key={status} aria-pressed={filter === status} onClick={() => onFilter(status)}>
          <StatusGlyph status={status} /> {t(STATUS_MESSAGES[status])}{' '}
          <span class="pk-count">{entries.filter((entry) => entry.status === status).length}</span>
        </button>
      ))}
    </fieldset>
  );
}

function EntryRow({ store, entry }: { readonly store: PopupStore; readonly entry: ReadingListEntry }) {
  const t = useMessages();
  const { paper, status } = entry;
  const title = useTitle(paper.title);
  const added = dateText(t('language_tag'), entry.addedAt);
  const onStatus = (next: ReadingStatus) => void store.library.setStatus(paper.id, next);
  const remove = async () => {
    const at = rowsWithin(document).findIndex((row) => row.dataset['row'] === paper.id);
    await store.library.remove(paper.id);
    // The row that moved up takes the focus, else it would fall out of the list.
    requestAnimationFrame(() => focusRow(document, at));
  };
  const row = { key: paper.id, title: paper.title, facts: paper, status, faint: false };
  return (
    <PaperRow
      row={{ ...row, ref: { paperId: paper.id } }}
      date={{ text: added, meaning: t('list_added', added) }}
      onOpen={() => store.open({ paperId: paper.id })}
      onSave={() => {}}
      onStatus={onStatus}
      onRemove={() => void remove()}
      leading={<StatusCycle status={status} onStatus={onStatus} />}
      trailing={
        <button
          type="button"
          class="pk-icon-button"
          aria-label={t('list_remove_title', title)}
          title={t('list_remove')}
          onClick={() => void remove()}
        >
          <CloseIcon />
        </button>
      }
    />
  );
}

function dateText(language: string, time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? '–'
    : new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(date);
}
