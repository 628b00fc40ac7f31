import { READING_STATUSES } from '../../core/reading-list/entry';
import { tagCounts } from '../../core/reading-list/tags';
import { CloseIcon } from '../icons';
import { countText } from '../library/amounts';
import { useMessages } from '../messages';
import { STATUS_MESSAGES, StatusGlyph } from '../status';
import type { ListStore } from './list-store';
import { otherStar } from './next-change';
import { PriorityChoice } from './priority-choice';
import { TagField } from './tag-field';
import { WaysOut } from './ways-out';

/** What can be done to all selected entries at once; nothing while none is. */
export function SelectionBar({ store }: { readonly store: ListStore }) {
  const t = useMessages();
  const { rows } = store;
  const of = rows.selected.value;
  if (of.length === 0) return null;
  return (
    <div class="pk-selection" role="toolbar" aria-label={t('list_selection')}>
      <output>{t('list_selected', countText(of.length, t('language_tag')))}</output>
      <StatusAndStar store={store} />
      <PriorityChoice value={null} onChange={(priority) => void store.edit('priority', of, { priority })} />
      <TagField store={store} onAdd={(tag) => void store.edit('tags', of, { addTags: [tag] })} />
      <Untag store={store} />
      <WaysOut store={store} entries={of} />
      <button type="button" class="pk-secondary" onClick={() => void store.remove(of)}>
        {t('list_remove')}
      </button>
      <button
        type="button"
        class="pk-icon-button"
        aria-label={t('list_select_none')}
        title={`${t('list_select_none')} (Escape)`}
        onClick={() => rows.pickNone()}
      >
        <CloseIcon />
      </button>
    </div>
  );
}

function StatusAndStar({ store }: { readonly store: ListStore }) {
  const t = useMessages();
  const of = store.rows.selected.value;
  const allStarred = of.every(({ starred }) => starred);
  return (
    <>
      {READING_STATUSES.map((status) => (
        <button
          type="button"
          class="pk-secondary"
          key={status}
          onClick={() => void store.edit('status', of, { status })}
        >
          <StatusGlyph status={status} /> {t(STATUS_MESSAGES[status])}
        </button>
      ))}
      <button type="button" class="pk-secondary" onClick={() => void store.edit('star', of, otherStar)}>
        {t(allStarred ? 'list_unstar' : 'list_star')}
      </button>
    </>
  );
}

/** Takes one of the tags away that any selected entry has. */
function Untag({ store }: { readonly store: ListStore }) {
  const t = useMessages();
  const of = store.rows.selected.value;
  const held = new Set(of.flatMap(({ tags }) => tags));
  const tags = tagCounts(of).filter(({ tag }) => held.has(tag));
  if (tags.length === 0) return null;
  const untag = (select: HTMLSelectElement) => {
    const { value } = select;
    select.value = '';
    void store.edit('tags', of, { removeTags: [value] });
  };
  return (
    <select
      class="pk-choice"
      aria-label={t('list_untag')}
      value=""
      onChange={({ currentTarget }) => untag(currentTarget)}
    >
      <option value="" disabled>
        {t('list_untag')}
      </option>
      {tags.map(({ tag, count }) => (
        <option key={tag} value={tag}>
          {`${tag} (${count})`}
        </option>
      ))}
    </select>
  );
}
