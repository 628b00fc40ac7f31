import { useId } from 'preact/hooks';
import { normaliseTag, TAG_LENGTH_MAX } from '../../core/reading-list/tags';
import { useMessages } from '../messages';
import type { ListStore } from './list-store';

export interface TagFieldProps {
  readonly store: ListStore;
  readonly onAdd: (tag: string) => void;
}

/** A field for one more tag, which offers those in use. Enter and leaving it add it, Escape does not. */
export function TagField({ store, onAdd }: TagFieldProps) {
  const t = useMessages();
  const offers = useId();
  const add = (field: HTMLInputElement) => {
    const tag = normaliseTag(field.value);
    field.value = '';
    if (tag !== null) onAdd(tag);
  };
  return (
    <span class="pk-tag-field">
      <input
        type="text"
        list={offers}
        maxLength={TAG_LENGTH_MAX}
        aria-label={t('list_tag_add')}
        placeholder={t('list_tag_add')}
        onKeyDown={(event) => {
          // Leaving adds what is typed, but not leaving like this.
          if (event.key === 'Escape') event.currentTarget.value = '';
          // The Enter that ends the choice of a Chinese word is not ours.
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          add(event.currentTarget);
        }}
        onBlur={({ currentTarget }) => add(currentTarget)}
      />
      <datalist id={offers}>
        {store.tags.value.map(({ tag }) => (
          <option key={tag}>{tag}</option>
        ))}
      </datalist>
    </span>
  );
}
