import { countText } from '../../library/amounts';
import { useMessages } from '../../messages';
import type { ListLook } from './list-look';
import { ReadingChart } from './reading-chart';
import { ViewChips } from './view-chips';

/** The views that are kept, how a sorting by kinship goes on, and the picture over time. */
export function LookPart({ look }: { readonly look: ListLook }) {
  const t = useMessages();
  const { isOpen } = look.chart.value;
  if (look.list.entries.value === null) return null;
  return (
    <>
      <div class="pk-look">
        <ViewChips store={look.views} rows={look.list.rows} />
        <KinLine look={look} />
        <button
          type="button"
          class="pk-secondary pk-chart-toggle"
          aria-expanded={isOpen}
          onClick={() => look.showChart({ isOpen: !isOpen })}
        >
          {t('list_chart')} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </button>
      </div>
      {isOpen && <ReadingChart look={look} />}
    </>
  );
}

/** What a sorting by kinship does, and the way back from it. */
function KinLine({ look: { kin, list } }: { readonly look: ListLook }) {
  const t = useMessages();
  const count = (number: number) => countText(number, t('language_tag'));
  const progress = kin.progress.value;
  const isSorted = list.rows.kinPaper.value !== null;
  return (
    <span class="pk-kin-line">
      <output class="pk-hint">
        {progress && t('list_kin_working', count(progress.done), count(progress.total))}
      </output>
      {kin.hasFailed.value && (
        <span class="pk-trouble" role="alert">
          {t('list_kin_failed')}
        </span>
      )}
      {isSorted && (
        <button type="button" class="pk-secondary" onClick={() => list.rows.show({ kinTo: null })}>
          {t('list_kin_back')}
        </button>
      )}
    </span>
  );
}
