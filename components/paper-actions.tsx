import { useState } from 'preact/hooks';
import type { ReadingStatus } from '../core/reading-list/entry';
import { useMessages } from './messages';
import { PaperLinks, type PaperLinksProps } from './paper-text';
import { StatusControl } from './status';

export interface PaperActionsProps extends PaperLinksProps {
  readonly status: ReadingStatus | null;
  readonly saving: 'idle' | 'saving' | 'failed';
  readonly onSave: () => void;
  readonly onStatus: (status: ReadingStatus) => void;
}

/** What can be done with a paper: save it or set its status, and open it elsewhere. */
export function PaperActions({ paper, status, saving, onSave, onStatus, onPdf }: PaperActionsProps) {
  const t = useMessages();
  const [savedHere, setSavedHere] = useState(false);
  const save = () => {
    if (saving === 'saving') return;
    setSavedHere(true);
    onSave();
  };
  return (
    <div class="pk-actions">
      {status === null ? (
        <button
          type="button"
          class="pk-primary"
          aria-keyshortcuts="s"
          aria-disabled={saving === 'saving'}
          onClick={save}
        >
          {t(saving === 'saving' ? 'saving' : 'save')}
          {saving !== 'saving' && <kbd aria-hidden="true">s</kbd>}
        </button>
      ) : (
        <StatusControl status={status} onStatus={onStatus} takesFocus={savedHere} />
      )}
      {saving === 'failed' && <p class="pk-trouble">{t('save_failed')}</p>}
      <PaperLinks paper={paper} onPdf={onPdf} />
    </div>
  );
}
