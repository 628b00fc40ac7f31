import type { UnfinishedImport } from '../../core/corpus/corpus-info';
import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages } from '../messages';
import { LoadingRows } from '../popup/loading-rows';
import { countText, dateText } from './amounts';
import type { CorporaStore } from './corpora-store';
import { CorpusRow } from './corpus-row';
import type { ExportStore } from './export-store';
import type { ImportStore } from './import-store';

export interface CorpusListProps {
  readonly corpora: CorporaStore;
  readonly imports: ImportStore;
  readonly exports: ExportStore;
  /** Lets the reader choose a file for a corpus. */
  readonly onUpdate: (corpusId: string) => void;
}

/** What there is: interrupted imports first, for they wait for the reader. */
export function CorpusList({ corpora, imports, exports, onUpdate }: CorpusListProps) {
  const t = useMessages();
  const overview = corpora.overview.value;
  return (
    <section aria-labelledby="pk-corpora" class="pk-corpora">
      <h2 id="pk-corpora">{t('library_corpora')}</h2>
      <div role="alert">
        {corpora.trouble.value !== null && <p class="pk-trouble">{t(corpora.trouble.value)}</p>}
        {corpora.loadFailed.value && <p class="pk-trouble">{t('failed_hint')}</p>}
      </div>
      {overview === null && !corpora.loadFailed.value && <LoadingRows />}
      {overview !== null && (
        <ul>
          {!imports.isRunning &&
            overview.unfinished.map((unfinished) => (
              <UnfinishedRow key={unfinished.corpusId} unfinished={unfinished} corpora={corpora} />
            ))}
          {overview.corpora.map((corpus) => (
            <CorpusRow
              key={corpus.id}
              corpus={corpus}
              corpora={corpora}
              exports={exports}
              locked={imports.isRunning || exports.isRunning}
              onUpdate={() => onUpdate(corpus.id)}
            />
          ))}
        </ul>
      )}
      {overview !== null && overview.corpora.length + overview.unfinished.length < 2 && (
        <p class="pk-hint">{t('library_empty_hint')}</p>
      )}
    </section>
  );
}

function UnfinishedRow({
  unfinished,
  corpora,
}: {
  readonly unfinished: UnfinishedImport;
  readonly corpora: CorporaStore;
}) {
  const t = useMessages();
  const language = t('language_tag');
  const file = bounded(unfinished.file, NAME_LENGTH_MAX);
  return (
    <li class="pk-corpus" data-unfinished>
      <div class="pk-corpus-facts">
        <strong dir="auto">{bounded(unfinished.name, NAME_LENGTH_MAX)}</strong>
        <p>{t('unfinished_hint', file)}</p>
        <p class="pk-hint pk-small">
          {[
            t('count_papers', countText(unfinished.papers, language)),
            t('unfinished_since', dateText(unfinished.startedAt, language)),
          ].join(' · ')}
        </p>
      </div>
      <button type="button" class="pk-secondary" onClick={() => void corpora.abandon(unfinished.corpusId)}>
        {t('unfinished_abandon')}
      </button>
    </li>
  );
}
