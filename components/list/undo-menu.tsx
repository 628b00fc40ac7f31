import { useRef, useState } from 'preact/hooks';
import { bounded } from '../bounded';
import { countText } from '../library/amounts';
import { useMessages, type MessageKey, type Translate } from '../messages';
import { useKeyDown } from '../use-key-down';
import type { ListStore } from './list-store';
import type { StepKind, UndoStep } from './undo-stack';

const STEP_TITLE_LENGTH_MAX = 60;
const STEP_NAMES: Readonly<Record<StepKind, MessageKey>> = {
  status: 'list_step_status',
  star: 'list_step_star',
  priority: 'list_step_priority',
  tags: 'list_step_tags',
  note: 'list_step_note',
  remove: 'list_step_remove',
  import: 'list_step_import',
  merge: 'list_step_merge',
  split: 'list_step_split',
  lead: 'list_step_lead',
  apart: 'list_step_apart',
  version: 'list_step_version',
  'view-keep': 'list_step_view_keep',
  'view-rename': 'list_step_view_rename',
  'view-change': 'list_step_view_change',
  'view-remove': 'list_step_view_remove',
};

/** Undoes the last step, and shows those before it. */
export function UndoMenu({ store }: { readonly store: ListStore }) {
  const t = useMessages();
  const [isOpen, setOpen] = useState(false);
  const region = useRef<HTMLSpanElement>(null);
  useKeyDown(region, (event) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    setOpen(false);
  });
  const steps = store.steps.value;
  const last = steps[0] ? stepText(t, steps[0]) : undefined;
  return (
    <span class="pk-undo" ref={region}>
      <output class="pk-unseen">{last}</output>
      <button
        type="button"
        class="pk-secondary"
        aria-keyshortcuts="Control+Z Meta+Z"
        title={last}
        disabled={!last}
        onClick={() => void store.undo()}
      >
        {t('list_undo')}
      </button>
      <button
        type="button"
        class="pk-secondary"
        aria-expanded={isOpen}
        title={t('list_steps')}
        disabled={!last}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="pk-unseen">{t('list_steps')}: </span>
        {steps.length}
        <span aria-hidden="true">▾</span>
      </button>
      {isOpen && <Steps store={store} onDone={() => setOpen(false)} />}
    </span>
  );
}

/** The stack, last step first; one of them takes all after it back as well. */
function Steps({ store, onDone }: { readonly store: ListStore; readonly onDone: () => void }) {
  const t = useMessages();
  const steps = store.steps.value;
  const undo = (count: number) => {
    onDone();
    void store.undo(count);
  };
  return (
    <ol class="pk-steps" aria-label={t('list_steps')}>
      {steps.map((step, at) => (
        <li key={steps.length - at}>
          <button type="button" onClick={() => undo(at + 1)}>
            {stepText(t, step)}
          </button>
        </li>
      ))}
    </ol>
  );
}

function stepText(t: Translate, { kind, title, count }: UndoStep): string {
  const what =
    title === null
      ? t('list_step_many', countText(count, t('language_tag')))
      : bounded(title, STEP_TITLE_LENGTH_MAX) || t('untitled');
  return t(STEP_NAMES[kind], what);
}
