import type { Stretch } from '../../../core/reading-list/over-time';
import { countText, dateText } from '../../library/amounts';
import { useMessages } from '../../messages';

/** The numbers of the chart, for whoever does not see it or wants to know them; the last stretch first. */
export function ChartTable({ stretches }: { readonly stretches: readonly Stretch[] }) {
  const t = useMessages();
  const count = (number: number) => countText(number, t('language_tag'));
  return (
    <details class="pk-chart-table">
      <summary>{t('list_chart_table')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <section aria-label={t('list_chart_table')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('list_chart_from')}</th>
              <th scope="col">{t('list_chart_saved')}</th>
              <th scope="col">{t('status_read')}</th>
              <th scope="col">{t('list_chart_waiting')}</th>
            </tr>
          </thead>
          <tbody>
            {stretches.toReversed().map(({ start, saved, read, waiting }) => (
              <tr key={start}>
                <th scope="row">{dateText(start, t('language_tag'))}</th>
                <td>{count(saved)}</td>
                <td>{count(read)}</td>
                <td>{count(waiting)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
