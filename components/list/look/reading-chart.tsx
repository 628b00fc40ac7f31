import { useMemo } from 'preact/hooks';
import {
  PERIODS,
  readingOverTime,
  startsOf,
  type Period,
  type Stretch,
} from '../../../core/reading-list/over-time';
import { countText, dateText } from '../../library/amounts';
import { useMessages, type MessageKey } from '../../messages';
import { Plot } from './chart-plot';
import { ChartTable } from './chart-table';
import { firstDayOf } from './first-day';
import type { ListLook } from './list-look';

const PERIOD_NAMES: Readonly<Record<Period, MessageKey>> = {
  week: 'list_chart_week',
  month: 'list_chart_month',
};

/** What was saved and read, and what waits, over the last weeks or months. */
export function ReadingChart({ look }: { readonly look: ListLook }) {
  const t = useMessages();
  const { period } = look.chart.value;
  const entries = look.list.entries.value ?? [];
  const stretches = useMemo(
    () => readingOverTime(entries, startsOf(period, look.list.files.now(), firstDayOf(t('language_tag')))),
    [entries, period],
  );
  const isEmpty = stretches.every(({ saved, read, waiting }) => saved + read + waiting === 0);
  return (
    <section class="pk-chart" aria-label={t('list_chart')}>
      {isEmpty ? (
        <p class="pk-hint">{t('list_chart_empty')}</p>
      ) : (
        <>
          <Flow stretches={stretches} />
          <Waiting stretches={stretches} />
        </>
      )}
      <div class="pk-chart-side">
        <PeriodChoice look={look} />
        {!isEmpty && <ChartTable stretches={stretches} />}
        {!isEmpty && <p class="pk-hint pk-small">{t('list_chart_note')}</p>}
      </div>
    </section>
  );
}

function PeriodChoice({ look }: { readonly look: ListLook }) {
  const t = useMessages();
  return (
    <fieldset class="pk-list-filters" aria-label={t('list_chart_period')}>
      {PERIODS.map((period) => (
        <button
          type="button"
          key={period}
          aria-pressed={look.chart.value.period === period}
          onClick={() => look.showChart({ period })}
        >
          {t(PERIOD_NAMES[period])}
        </button>
      ))}
    </fieldset>
  );
}

interface PartProps {
  readonly stretches: readonly Stretch[];
}

function useWords(stretches: readonly Stretch[]) {
  const t = useMessages();
  const language = t('language_tag');
  const day = (at: number) => dateText(stretches.at(at)?.start ?? Number.NaN, language);
  return { t, count: (number: number) => countText(number, language), first: day(0), last: day(-1) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function Flow({ stretches }: PartProps) {
  const { t, count, first, last } = useWords(stretches);
  const saved = count(sum(stretches.map((each) => each.saved)));
  const read = count(sum(stretches.map((each) => each.read)));
  return (
    <Plot
      bars={stretches.map((each) => [each.saved, each.read])}
      label={t('list_chart_flow_label', saved, read, first, last)}
      dates={[first, last]}
      legend={[
        ['saved', t('list_chart_saved'), saved],
        ['read', t('status_read'), read],
      ]}
      hints={stretches.map(
        (each) =>
          `${dateText(each.start, t('language_tag'))}\n${t('list_chart_saved')}: ${count(each.saved)}\n${t('status_read')}: ${count(each.read)}`,
      )}
    />
  );
}

function Waiting({ stretches }: PartProps) {
  const { t, count, first, last } = useWords(stretches);
  const [before, now] = [stretches[0]?.waiting ?? 0, stretches.at(-1)?.waiting ?? 0];
  return (
    <Plot
      line={stretches.map((each) => each.waiting)}
      label={t('list_chart_waiting_label', count(before), count(now), first, last)}
      dates={[first, last]}
      legend={[['waiting', t('list_chart_waiting'), count(now)]]}
      hints={stretches.map(
        (each) =>
          `${dateText(each.start, t('language_tag'))}\n${t('list_chart_waiting')}: ${count(each.waiting)}`,
      )}
    />
  );
}
