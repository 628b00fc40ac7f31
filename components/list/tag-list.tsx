import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isWithin, normaliseTag, TAG_LENGTH_MAX, tagKey } from '../../core/reading-list/tags';
import { useMessages } from '../messages';
import type { ListStore } from './list-store';

/** All tags; one of them may filter the list, be renamed, or be taken away everywhere. */
export function TagList({ store }: { readonly store: ListStore }) {
  const t = useMessages();
  const { rows } = store;
  const chosen = rows.view.value.tag;
  if (store.tags.value.length === 0) return null;
  return (
    <nav class="pk-tags" aria-label={t('list_tags')}>
      <p class="pk-label" aria-hidden="true">
        {t('list_tags')}
      </p>
      <ul>
        {store.tags.value.map(({ tag, name, depth, count }) => {
          const isChosen = chosen !== null && tagKey(tag) === tagKey(chosen);
          return (
            <li key={tagKey(tag)} style={{ paddingInlineStart: `${Math.min(depth, 6) * 12}px` }}>
              <button
                type="button"
                aria-pressed={isChosen}
                title={tag}
                onClick={() => rows.show({ tag: isChosen ? null : tag })}
              >
                <span dir="auto">{name}</span> <span class="pk-count">{count}</span>
              </button>
              {isChosen && <TagTools key={tag} store={store} tag={tag} />}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface TagToolsProps {
  readonly store: ListStore;
  readonly tag: string;
}

const holdersOf = ({ entries }: ListStore, tag: string) =>
  (entries.value ?? []).filter(({ tags }) => tags.some((each) => isWithin(each, tag)));

function TagTools({ store, tag }: TagToolsProps) {
  const t = useMessages();
  const [isRenaming, setRenaming] = useState(false);
  const drop = async () => {
    await store.edit('tags', holdersOf(store, tag), { removeTags: [tag] });
    const isInUse = store.tags.value.some((each) => tagKey(each.tag) === tagKey(tag));
    if (!isInUse) store.rows.show({ tag: null });
  };
  if (isRenaming) return <Rename store={store} tag={tag} onDone={() => setRenaming(false)} />;
  return (
    <span class="pk-tag-tools">
      <button type="button" class="pk-secondary" onClick={() => setRenaming(true)}>
        {t('corpus_rename')}
      </button>
      <button type="button" class="pk-secondary" onClick={() => void drop()}>
        {t('list_tag_drop')}
      </button>
    </span>
  );
}

/** Renaming a tag into one that is there makes one of the two. */
function Rename({ store, tag, onDone }: TagToolsProps & { readonly onDone: () => void }) {
  const t = useMessages();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const rename = async (event: Event) => {
    event.preventDefault();
    const to = normaliseTag(field.current?.value ?? '');
    onDone();
    if (to === null || to === tag) return;
    const isDone = await store.edit('tags', holdersOf(store, tag), { renameTag: { from: tag, to } });
    if (isDone) store.rows.show({ tag: to });
  };
  return (
    <form class="pk-tag-field" onSubmit={(event) => void rename(event)}>
      <input
        type="text"
        ref={field}
        aria-label={t('list_tag_new_name', tag)}
        defaultValue={tag}
        maxLength={TAG_LENGTH_MAX}
        onBlur={onDone}
      />
      <p class="pk-hint pk-small">{t('list_tag_rename_hint')}</p>
    </form>
  );
}
