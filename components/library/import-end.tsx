import { useEffect, useRef } from 'preact/hooks';
import type { ImportOutcome } from '../../core/import/import-outcome';
import type { UnusableSource } from '../../core/import/inspect';
import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages, type MessageKey } from '../messages';
import type { CorporaStore } from './corpora-store';
import { Counts } from './import-running';
import type { ImportStore } from './import-store';
import { errorTableWords, troubleWords, unusableWords } from './import-words';

const REASON_LENGTH_MAX = 300;

const STOPPED: Readonly<Record<'refused' | 'newer' | 'full' | 'failed', MessageKey>> = {
  newer: 'import_newer_database',
  full: 'import_disk_full',
  refused: 'import_refused',
  failed: 'import_failed',
};

export interface ImportEndProps {
  readonly imports: ImportStore;
  readonly corpora: CorporaStore;
  readonly name: string;
  readonly outcome: ImportOutcome;
}

/** How an import came out, and what can be done next. */
export function ImportEnd({ imports, corpora, name, outcome }: ImportEndProps) {
  const t = useMessages();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <div class="pk-panel-box">
      <output>
        <Words name={bounded(name, NAME_LENGTH_MAX)} outcome={outcome} />
      </output>
      <div class="pk-buttons">
        {outcome.kind === 'done' && outcome.progress.bad > 0 && (
          <button
            type="button"
            class="pk-secondary"
            onClick={() => void corpora.downloadErrors(outcome.corpusId, outcome.name, errorTableWords(t))}
          >
            {t('import_error_list')}
          </button>
        )}
        <button type="button" class="pk-secondary" ref={close} onClick={() => imports.dismiss()}>
          {t('import_close')}
        </button>
      </div>
    </div>
  );
}

function Words({ name, outcome }: { readonly name: string; readonly outcome: ImportOutcome }) {
  const t = useMessages();
  switch (outcome.kind) {
    case 'done':
      return (
        <>
          <strong>{t('import_done', name)}</strong>
          <Counts progress={outcome.progress} />
          {outcome.trouble !== null && (
            <p class="pk-trouble">{t('import_cut_short', troubleWords(t, outcome.trouble))}</p>
          )}
        </>
      );
    case 'empty':
      return (
        <>
          <strong>{t('import_empty', name)}</strong>
          <Counts progress={outcome.progress} />
        </>
      );
    case 'cancelled':
      return <strong>{t('import_cancelled', name)}</strong>;
    case 'busy':
      return <strong class="pk-trouble">{t('import_busy')}</strong>;
    case 'unusable':
      return <Unusable name={name} source={outcome.source} />;
    case 'stopped':
      return (
        <>
          <strong class="pk-trouble">{t(STOPPED[outcome.reason])}</strong>
          <p>{t('import_stopped_hint')}</p>
          <p class="pk-hint">{t('health_reason', bounded(outcome.message, REASON_LENGTH_MAX))}</p>
        </>
      );
  }
}

function Unusable({ name, source }: { readonly name: string; readonly source: UnusableSource }) {
  const t = useMessages();
  const [reason, hint] = unusableWords(t, source);
  return (
    <>
      <strong class="pk-trouble">{t('import_unusable', name)}</strong>
      <p>{reason}</p>
      {hint !== undefined && <p class="pk-hint">{hint}</p>}
    </>
  );
}
