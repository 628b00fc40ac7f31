import { citationKeys } from '../../core/list-formats/citation-keys';
import { LIST_EXPORTS } from '../../core/list-formats/list-exports';
import type { ListWords } from '../../core/list-formats/write-options';
import { safeFileName } from '../library/file-name';
import { useMessages, type Translate } from '../messages';
import type { ListStore } from './list-store';

/** Hands the reader a file of the selected papers or, without any, of those that are shown; made when a format is chosen. */
export function ExportChoice({ store }: { readonly store: ListStore }) {
  const t = useMessages();
  const isEmpty = store.rows.shown.value.length === 0;
  return (
    <select
      class="pk-list-export"
      aria-label={t('list_export')}
      title={t('list_export_hint')}
      disabled={isEmpty}
      value=""
      onChange={({ currentTarget }) => {
        exportAs(currentTarget.value, store, t);
        currentTarget.value = '';
      }}
    >
      <option value="" hidden>
        {t('list_export')}
      </option>
      {LIST_EXPORTS.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}

function exportAs(id: string, { rows, entries, files }: ListStore, t: Translate): void {
  const format = LIST_EXPORTS.find((each) => each.id === id);
  if (!format) return;
  const chosen = rows.selected.value.length > 0 ? rows.selected.value : rows.shown.value;
  const { madeBy, now, offer, noteExport } = files;
  const keys = citationKeys(entries.value ?? []);
  const content = format.write(chosen, { keys, madeBy, madeAt: now(), words: wordsFor(t) });
  offer(safeFileName(t('list_title'), format.ending), content, format.mediaType);
  const carriesAll = ['status', 'tags', 'note'] as const;
  const isWhole = chosen.length === entries.value?.length;
  if (isWhole && carriesAll.every((field) => format.carries.includes(field))) noteExport();
}

function wordsFor(t: Translate): ListWords {
  return {
    language: t('language_tag'),
    title: t('list_title'),
    statuses: { 'to-read': t('status_to_read'), reading: t('status_reading'), read: t('status_read') },
    starred: t('list_star'),
    abstract: t('list_abstract'),
  };
}
