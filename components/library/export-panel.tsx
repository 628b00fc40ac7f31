import type { ExportOutcome, ExportProgress } from '../../core/import/export-outcome';
import { bounded } from '../bounded';
import { useMessages } from '../messages';
import { countText } from './amounts';
import type { ExportStore } from './export-store';

const REASON_LENGTH_MAX = 300;

export interface ExportPanelProps {
  readonly exports: ExportStore;
  readonly corpusId: string;
  /** Of the corpus, as it is shown. */
  readonly name: string;
}

/** The export of one corpus: how far it is, or what came of it. Nothing where there was none. */
export function ExportPanel({ exports, corpusId, name }: ExportPanelProps) {
  const t = useMessages();
  const state = exports.state.value;
  if (state?.corpusId !== corpusId) return null;
  if (state.kind === 'running')
    return <Running name={name} progress={state.progress} onCancel={() => exports.cancel()} />;
  return (
    <div class="pk-export">
      <output>
        <Words name={name} outcome={state.outcome} />
      </output>
      <div class="pk-buttons">
        <button type="button" class="pk-secondary" onClick={() => exports.dismiss()}>
          {t('import_close')}
        </button>
      </div>
    </div>
  );
}

function Running({
  name,
  progress,
  onCancel,
}: {
  readonly name: string;
  readonly progress: ExportProgress | null;
  readonly onCancel: () => void;
}) {
  const t = useMessages();
  return (
    <div class="pk-export">
      <strong id="pk-export-title">{t('export_running', name)}</strong>
      <progress
        aria-labelledby="pk-export-title"
        max={1}
        {...(progress ? { value: progress.papers / Math.max(1, progress.papersTotal) } : {})}
      />
      {progress && (
        <p class="pk-counts">{t('count_papers', countText(progress.papers, t('language_tag')))}</p>
      )}
      <div class="pk-buttons">
        <button type="button" class="pk-secondary" onClick={onCancel}>
          {t('export_cancel')}
        </button>
      </div>
      <p class="pk-hint pk-small">{t('export_keep_open')}</p>
    </div>
  );
}

function Words({ name, outcome }: { readonly name: string; readonly outcome: ExportOutcome }) {
  const t = useMessages();
  switch (outcome.kind) {
    case 'done':
      return (
        <>
          <strong>{t('export_done', name)}</strong>
          {outcome.missing > 0 && (
            <p class="pk-trouble">{t('export_missing', countText(outcome.missing, t('language_tag')))}</p>
          )}
        </>
      );
    case 'cancelled':
      return <strong>{t('export_cancelled', name)}</strong>;
    case 'busy':
      return <strong class="pk-trouble">{t('import_busy')}</strong>;
    case 'gone':
      return <strong class="pk-trouble">{t('export_gone', name)}</strong>;
    case 'stopped':
      return (
        <>
          <strong class="pk-trouble">
            {outcome.reason === 'full' ? t('export_disk_full') : t('export_failed', name)}
          </strong>
          <p class="pk-hint">{t('health_reason', bounded(outcome.message, REASON_LENGTH_MAX))}</p>
        </>
      );
  }
}
