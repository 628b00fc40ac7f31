import { useEffect, useId, useRef } from 'preact/hooks';
import { NOTE_LENGTH_MAX, type ReadingListEntry } from '../../core/reading-list/entry';
import { useMessages } from '../messages';
import { NoteText } from '../note/note-text';
import type { ListStore } from './list-store';
import type { NoteDraft } from './note-draft';

export interface NoteEditorProps {
  readonly store: ListStore;
  readonly entry: ReadingListEntry;
}

/** The note of an entry: as its Markdown means it, or its source while it is written. */
export function NoteEditor({ store, entry }: NoteEditorProps) {
  const draft = store.notes.of(entry);
  useEffect(
    () => () => {
      draft.isOpen.value = false;
      void draft.flush();
    },
    [draft],
  );
  const text = draft.text.value ?? entry.note;
  const isShown = text !== '' && !draft.isOpen.value;
  return (
    <div class="pk-note">
      {isShown ? <Shown draft={draft} text={text} /> : <Source draft={draft} text={text} />}
    </div>
  );
}

interface NoteProps {
  readonly draft: NoteDraft;
  readonly text: string;
}

function Shown({ draft, text }: NoteProps) {
  const t = useMessages();
  const id = useId();
  return (
    <>
      <div class="pk-note-head">
        <span class="pk-label" id={id}>
          {t('list_note')}
        </span>
        <button
          type="button"
          class="pk-secondary"
          aria-keyshortcuts="n"
          onClick={() => (draft.isOpen.value = true)}
        >
          {t('list_note_edit')}
        </button>
      </div>
      <section aria-labelledby={id}>
        <NoteText note={text} />
      </section>
      {draft.isUnsaved && <p class="pk-hint pk-small">{t('list_note_unsaved')}</p>}
    </>
  );
}

/** It saves itself: after a moment's rest, on leaving it, and when it goes. */
function Source({ draft, text }: NoteProps) {
  const t = useMessages();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (draft.isOpen.value) field.current?.focus();
  }, []);
  const leave = ({ relatedTarget }: FocusEvent) => {
    // Who looks at another window comes back to where they wrote.
    if (relatedTarget || document.hasFocus()) draft.isOpen.value = false;
    void draft.flush();
  };
  return (
    <>
      <label class="pk-label" for={id}>
        {t('list_note')}
      </label>
      <textarea
        id={id}
        ref={field}
        dir="auto"
        rows={6}
        maxLength={NOTE_LENGTH_MAX}
        aria-describedby={`${id}-hint`}
        value={text}
        onFocus={() => {
          draft.isOpen.value = true;
          draft.sitDown();
        }}
        onInput={({ currentTarget }) => draft.type(currentTarget.value)}
        onBlur={leave}
      />
      <p class="pk-hint pk-small" id={`${id}-hint`}>
        {t(draft.text.value === null ? 'list_note_hint' : 'list_note_unsaved')}
      </p>
    </>
  );
}
