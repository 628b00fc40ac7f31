import { useEffect, useId, useRef } from 'preact/hooks';
import { NOTE_LENGTH_MAX, type ReadingListEntry } from '../../core/reading-list/entry';
import { useMessages } from '../messages';
import type { Clock } from '../popup/ports';
import type { ListStore } from './list-store';
import { NoteDraft } from './note-draft';

export interface NoteEditorProps {
  readonly store: ListStore;
  readonly entry: ReadingListEntry;
}

const CLOCK: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Sittings are told apart by number, so that one step undoes all that was written from focus to blur. */
let lastSitting = 0;

/** A draft that saves itself as well when the tab goes behind another and when the editor goes. */
function useDraft({ store, entry }: NoteEditorProps): {
  readonly draft: NoteDraft;
  readonly sitDown: () => void;
} {
  const latest = useRef(entry);
  latest.current = entry;
  const sitting = useRef(0);
  const kept = useRef<NoteDraft | null>(null);
  kept.current ??= new NoteDraft(
    (note) => store.edit('note', [latest.current], { note }, sitting.current),
    CLOCK,
  );
  const draft = kept.current;
  useEffect(() => {
    const flush = () => void draft.flush();
    // The last event that a tab about to be closed is sure to hear.
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, []);
  return { draft, sitDown: () => (sitting.current = ++lastSitting) };
}

/** The note of an entry as Markdown source. It saves itself: after a moment's rest, on leaving it, and when it goes. */
export function NoteEditor(props: NoteEditorProps) {
  const t = useMessages();
  const id = useId();
  const { draft, sitDown } = useDraft(props);
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
        value={draft.text.value ?? props.entry.note}
        onFocus={sitDown}
        onInput={({ currentTarget }) => draft.type(currentTarget.value)}
        onBlur={() => void draft.flush()}
      />
      <p class="pk-hint pk-small" id={`${id}-hint`}>
        {t(draft.text.value === null ? 'list_note_hint' : 'list_note_unsaved')}
      </p>
    </div>
  );
}
