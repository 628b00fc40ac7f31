import { useEffect, useId } from 'preact/hooks';
import { NOTE_LENGTH_MAX, type ReadingListEntry } from '../../core/reading-list/entry';
import { useMessages } from '../messages';
import type { ListStore } from './list-store';

export interface NoteEditorProps {
  readonly store: ListStore;
  readonly entry: ReadingListEntry;
}

/** The note of an entry as Markdown source. It saves itself: after a moment's rest, on leaving it, and when it goes. */
export function NoteEditor({ store, entry }: NoteEditorProps) {
  const t = useMessages();
  const id = useId();
  const draft = store.notes.of(entry);
  useEffect(() => () => void draft.flush(), [draft]);
  return (
    <div class="pk-note">
      <label class="pk-label" for={id}>
        {t('list_note')}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={6}
        maxLength={NOTE_LENGTH_MAX}
        aria-describedby={`${id}-hint`}
        value={draft.text.value ?? entry.note}
        onFocus={() => draft.sitDown()}
        onInput={({ currentTarget }) => draft.type(currentTarget.value)}
        onBlur={() => void draft.flush()}
      />
      <p class="pk-hint pk-small" id={`${id}-hint`}>
        {t(draft.text.value === null ? 'list_note_hint' : 'list_note_unsaved')}
      </p>
    </div>
  );
}
