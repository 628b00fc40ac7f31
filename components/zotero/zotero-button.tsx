import { useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { countText } from '../library/amounts';
import { useMessages } from '../messages';

/** What became of sending: how many records Zotero took, or why it took none. */
export type Sent =
  | { readonly kind: 'sent'; readonly count: number }
  | { readonly kind: 'refused' | 'not-running' | 'read-only' }
  | { readonly kind: 'failed'; readonly status: number };

/** To be called in the turn of a click, since the browser may ask the reader. Never rejects. */
export type SendToZotero = (entries: readonly ReadingListEntry[]) => Promise<Sent>;

export interface ZoteroButtonProps {
  readonly entries: readonly ReadingListEntry[];
  readonly send: SendToZotero;
}

const TROUBLE = {
  refused: 'zotero_refused',
  'not-running': 'zotero_not_running',
  'read-only': 'zotero_read_only',
} as const;

/** Sends entries to the Zotero that runs on the reader's computer, and says what became of it. */
export function ZoteroButton({ entries, send }: ZoteroButtonProps) {
  const t = useMessages();
  const [state, setState] = useState<Sent | 'sending' | null>(null);
  const isSending = state === 'sending';
  const start = async () => {
    if (isSending) return;
    const sending = send(entries);
    setState('sending');
    setState(await sending);
  };
  const told = () => {
    if (state === null) return null;
    if (state === 'sending') return t('zotero_sending');
    if (state.kind === 'sent') return t('zotero_sent', countText(state.count, t('language_tag')));
    return state.kind === 'failed' ? t('zotero_failed', String(state.status)) : t(TROUBLE[state.kind]);
  };
  return (
    <span class="pk-send">
      <button
        type="button"
        class="pk-secondary"
        title={t('zotero_send_hint')}
        aria-disabled={isSending}
        onClick={() => void start()}
      >
        {t('zotero_send')}
      </button>
      <output class="pk-small">{told()}</output>
    </span>
  );
}
