import type { CardData } from '../core/card';
import type { MatchRule } from '../core/match/mention';
import { useMessages } from './messages';
import type { MessageKey } from './messages';

const RULE_MESSAGES: Readonly<Record<MatchRule, MessageKey>> = {
  arxiv: 'matched_arxiv',
  doi: 'matched_doi',
  title: 'matched_title',
  'other-title': 'matched_other_title',
  truncated: 'matched_truncated',
  fuzzy: 'matched_fuzzy',
};

interface ProvenanceProps {
  readonly data: CardData;
  readonly onDeny: (isDenied: boolean) => void;
}

/** How the paper was found and where its summary comes from, so that a reader can judge both. */
export function Provenance({ data, onDeny }: ProvenanceProps) {
  const t = useMessages();
  const notes: string[] = [];
  const isDenied = data.isDenied === true;
  const mayDeny = data.rule !== null || isDenied;
  if (isDenied) notes.push(t('denied_here'));
  else if (data.rule !== null) notes.push(t(RULE_MESSAGES[data.rule]));
  else if (data.origin === 'page') notes.push(t('origin_page'));
  else if (data.origin === 'list') notes.push(t('origin_list'));
  if (data.summary !== null) {
    notes.push(t(data.summary.spans.length > 1 ? 'summary_source_parts' : 'summary_source_sentence'));
  }
  if (notes.length === 0) return null;
  return (
    <p class="pk-foot">
      {notes.join(' · ')}
      {mayDeny && ' · '}
      {mayDeny && (
        <button type="button" class="pk-secondary" onClick={() => onDeny(!isDenied)}>
          {t(isDenied ? 'list_undo' : 'deny')}
        </button>
      )}
    </p>
  );
}
