import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages } from '../messages';
import type { ImportProgress } from '../../core/import/import-progress';
import { countText, durationText } from './amounts';
import type { ImportState, ImportStore } from './import-store';

export interface ImportRunningProps {
  readonly imports: ImportStore;
  readonly run: Extract<ImportState, { readonly kind: 'running' }>;
}

/** How far the import is, and the ways to stop it. */
export function ImportRunning({ imports, run }: ImportRunningProps) {
  const t = useMessages();
  const { name, progress, paused } = run;
  const isReading = progress?.phase === 'reading';
  const share =
    progress && (isReading ? progress.bytesDone / Math.max(1, progress.bytesTotal) : progress.indexed);
  const title = t(
    paused ? 'import_paused' : progress && !isReading ? 'import_indexing' : 'import_running',
    bounded(name, NAME_LENGTH_MAX),
  );
  return (
    <div class="pk-panel-box" data-phase={progress?.phase}>
      <strong id="pk-import-title">{title}</strong>
      {/* Without a value while the end cannot be told. */}
      <progress
        aria-labelledby="pk-import-title"
        max={1}
        {...(share !== null && share > 0 ? { value: share } : {})}
      />
      {progress && <Counts progress={progress} paused={paused} />}
      <div class="pk-buttons">
        {progress && (
          <button
            type="button"
            class="pk-secondary"
            onClick={() => (paused ? imports.goOn() : imports.pause())}
          >
            {t(paused ? 'import_go_on' : 'import_pause')}
          </button>
        )}
        <button type="button" class="pk-secondary" onClick={() => imports.cancel()}>
          {t('import_cancel')}
        </button>
      </div>
      <p class="pk-hint pk-small">{t('import_keep_open')}</p>
    </div>
  );
}

/** One count a message: a sentence would need a plural for each number. */
export function Counts({
  progress,
  paused = true,
}: {
  readonly progress: ImportProgress;
  readonly paused?: boolean;
}) {
  const t = useMessages();
  const language = t('language_tag');
  const { papers, duplicates, filtered, bad, papersPerSecond, secondsLeft } = progress;
  const isMoving = !paused;
  const parts = [
    t('count_papers', countText(papers, language)),
    isMoving && papersPerSecond !== null && t('count_rate', countText(papersPerSecond, language)),
    isMoving && secondsLeft !== null && t('count_time_left', durationText(secondsLeft, language)),
    duplicates > 0 && t('count_duplicates', countText(duplicates, language)),
    filtered > 0 && t('count_filtered', countText(filtered, language)),
    bad > 0 && t('count_errors', countText(bad, language)),
  ];
  return <p class="pk-counts">{parts.filter((part) => part !== false).join(' · ')}</p>;
}
