import { useEffect, useState } from 'preact/hooks';
import type { Paper } from '../../core/paper';
import { useMessages } from '../messages';
import type { Write } from './writer';
import { WrittenSummary, type WrittenState } from './written-summary';

export interface WrittenPartProps {
  readonly paper: Paper;
  readonly write: Write;
}

/** What the browser's own model says of the paper, below Paperkin's summary; nothing where it is not wanted or not to be had. */
export function WrittenPart({ paper, write }: WrittenPartProps) {
  const [written] = useState(() => new WrittenSummary(write));
  useEffect(() => {
    void written.open(paper);
    return () => written.close();
  }, [written, paper.id, paper.abstract]);
  const state = written.state.value;
  return state.kind === 'none' ? null : <Written state={state} onAsk={() => void written.ask()} />;
}

function Written({
  state,
  onAsk,
}: {
  readonly state: Exclude<WrittenState, { readonly kind: 'none' }>;
  readonly onAsk: () => void;
}) {
  const t = useMessages();
  if (state.kind === 'needs-click' || state.kind === 'failed') {
    return (
      <div class="pk-written">
        {state.kind === 'failed' ? (
          <output class="pk-hint">{t('written_failed')}</output>
        ) : (
          <p class="pk-hint">{t('written_ask_hint')}</p>
        )}
        <button type="button" class="pk-secondary" onClick={onAsk}>
          {t(state.kind === 'failed' ? 'try_again' : 'written_ask')}
        </button>
      </div>
    );
  }
  return (
    // Read out when it is whole, not word by word.
    <div class="pk-written" aria-live="polite" aria-busy={state.kind === 'writing'}>
      <p dir="auto">{state.text === '' ? t('written_waiting') : state.text}</p>
      <p class="pk-hint">{t('written_mark')}</p>
    </div>
  );
}
