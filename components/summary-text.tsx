import type { CardData } from '../core/card';
import { useMessages } from './messages';

export interface SummaryTextProps {
  readonly data: CardData;
}

/** What the paper does, or what the reader can do so that it is known next time. */
export function SummaryText({ data: { paper, summary, isSummaryLost } }: SummaryTextProps) {
  const t = useMessages();
  const hasAbstract = paper.abstract !== null;
  if (summary !== null) {
    return (
      <p class="pk-summary" dir="auto">
        {summary.text}
      </p>
    );
  }
  return (
    <div class="pk-summary pk-absent">
      <p>{t(isSummaryLost === true ? 'summary_lost' : hasAbstract ? 'no_summary' : 'no_abstract')}</p>
      {!hasAbstract && <p class="pk-hint">{t('no_abstract_hint')}</p>}
    </div>
  );
}
