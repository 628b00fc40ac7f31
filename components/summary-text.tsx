import { useState } from 'preact/hooks';
import type { CardData } from '../core/card';
import type { PaperId } from '../core/paper';
import type { Span, Summary } from '../core/summary/summary';
import { useMessages } from './messages';

/** Whether the reader asked for the second sentence of a summary. */
export interface Longer {
  readonly isLonger: boolean;
  readonly toggle: () => void;
}

/** Each paper's summary begins with one sentence. */
export function useLonger(id: PaperId): Longer {
  const [askedFor, setAskedFor] = useState<PaperId | null>(null);
  const isLonger = askedFor === id;
  return { isLonger, toggle: () => setAskedFor(isLonger ? null : id) };
}

/** What of the abstract is shown as its summary, in its order. */
export function shownSpans(summary: Summary | null, { isLonger }: Longer): readonly Span[] {
  const second = isLonger ? (summary?.second?.spans ?? []) : [];
  return [...(summary?.spans ?? []), ...second].toSorted((a, b) => a.start - b.start);
}

export interface SummaryTextProps {
  readonly data: CardData;
  readonly longer: Longer;
}

/** What the paper does, in a sentence, in two for who asks; or what the reader can do so that it is known next time. */
export function SummaryText({ data: { paper, summary, isSummaryLost }, longer }: SummaryTextProps) {
  const t = useMessages();
  const hasAbstract = paper.abstract !== null;
  if (summary !== null) {
    return (
      <p class="pk-summary" dir="auto">
        <span class="pk-sentence">{summary.text}</span>
        {summary.second !== null && <Second text={summary.second.text} longer={longer} />}
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

function Second({ text, longer: { isLonger, toggle } }: { readonly text: string; readonly longer: Longer }) {
  const t = useMessages();
  const name = t(isLonger ? 'summary_less_name' : 'summary_more_name');
  return (
    <>
      <span aria-live="polite">{isLonger && ` ${text}`}</span>{' '}
      <button type="button" class="pk-more" aria-label={name} title={name} onClick={toggle}>
        {t(isLonger ? 'summary_less' : 'summary_more')}
      </button>
    </>
  );
}
