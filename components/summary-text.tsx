import type { Summary } from '../core/summary/summary';
import { useMessages } from './messages';

export interface SummaryTextProps {
  readonly summary: Summary | null;
  readonly hasAbstract: boolean;
}

/** What the paper does, or what the reader can do so that it is known next time. */
export function SummaryText({ summary, hasAbstract }: SummaryTextProps) {
  const t = useMessages();
  if (summary !== null) {
    return (
      <p class="pk-summary" dir="auto">
        {summary.text}
      </p>
    );
  }
  return (
    <div class="pk-summary pk-absent">
      <p>{t(hasAbstract ? 'no_summary' : 'no_abstract')}</p>
      {!hasAbstract && <p class="pk-hint">{t('no_abstract_hint')}</p>}
    </div>
  );
}
