import { VISITED_CORPUS_ID } from '../../core/visited/visited-corpus';
import { useState } from 'preact/hooks';
import type { CorpusInfo } from '../../core/corpus/corpus-info';
import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages, type Translate } from '../messages';
import { bytesText, countText, dateText } from './amounts';
import type { CorporaStore } from './corpora-store';
import { ExportPanel } from './export-panel';
import type { ExportStore } from './export-store';
import { errorTableWords } from './import-words';

export interface CorpusRowProps {
  readonly corpus: CorpusInfo;
  readonly corpora: CorporaStore;
  readonly exports: ExportStore;
  /** While an import or an export runs, nothing may be taken away under it. */
  readonly locked: boolean;
  readonly onUpdate: () => void;
}

/** One corpus: what it is, and what can be done with it. */
export function CorpusRow({ corpus, corpora, exports, locked, onUpdate }: CorpusRowProps) {
  const t = useMessages();
  const [isRenaming, setRenaming] = useState(false);
  const name = corpusName(corpus, t);
  const rename = (next: string | null) => {
    setRenaming(false);
    if (next !== null && next !== name) void corpora.rename(corpus.id, next);
  };
  return (
    <li class="pk-corpus" data-off={!corpus.enabled}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={corpus.enabled}
        class="pk-switch"
        aria-label={t('corpus_switch', name)}
        checked={corpus.enabled}
        onChange={({ currentTarget }) => void corpora.setEnabled(corpus.id, currentTarget.checked)}
      />
      <div class="pk-corpus-facts">
        {isRenaming ? <Rename name={name} onDone={rename} /> : <strong dir="auto">{name}</strong>}
        <Facts corpus={corpus} />
        <Condition corpus={corpus} name={name} />
        {!isRenaming && (
          <Actions
            corpus={corpus}
            corpora={corpora}
            exports={exports}
            locked={locked}
            onUpdate={onUpdate}
            onRename={() => setRenaming(true)}
          />
        )}
        <ExportPanel exports={exports} corpusId={corpus.id} name={name} />
      </div>
    </li>
  );
}

type ActionProps = CorpusRowProps & { readonly onRename: () => void };

function Actions(props: ActionProps) {
  const t = useMessages();
  const { corpus, corpora, exports, locked } = props;
  const name = corpusName(corpus, t);
  const isImported = corpus.file !== null && corpus.id !== VISITED_CORPUS_ID;
  return (
    <div class="pk-buttons">
      {isImported && <ChangeActions {...props} />}
      <button
        type="button"
        class="pk-secondary"
        disabled={locked}
        onClick={() => void exports.start(corpus.id, name)}
      >
        {t('corpus_export')}
      </button>
      {isImported && <RemoveAction {...props} />}
      {corpus.id === VISITED_CORPUS_ID && (
        <button type="button" class="pk-secondary" onClick={() => void corpora.clearVisited()}>
          {t('visited_clear')}
        </button>
      )}
    </div>
  );
}

/** Not for the bundled corpus: a new Paperkin would undo it. */
function ChangeActions({ corpus, corpora, locked, onUpdate, onRename }: ActionProps) {
  const t = useMessages();
  return (
    <>
      <button type="button" class="pk-secondary" onClick={onRename}>
        {t('corpus_rename')}
      </button>
      <button type="button" class="pk-secondary" disabled={locked} onClick={onUpdate}>
        {t('corpus_update')}
      </button>
      {corpus.errors > 0 && (
        <button
          type="button"
          class="pk-secondary"
          onClick={() => void corpora.downloadErrors(corpus.id, corpus.name, errorTableWords(t))}
        >
          {t('import_error_list')}
        </button>
      )}
    </>
  );
}

function RemoveAction({ corpus, corpora, locked }: ActionProps) {
  const t = useMessages();
  return (
    <button
      type="button"
      class="pk-secondary"
      disabled={locked}
      onClick={() => (corpora.toRemove.value = corpus)}
    >
      {t('corpus_remove')}
    </button>
  );
}

/** The name people gave it; those that are made by Paperkin are called so in the reader's language. */
export function corpusName({ id, file, name }: CorpusInfo, t: Translate): string {
  if (id === VISITED_CORPUS_ID) return t('corpus_visited');
  return file === null ? t('corpus_bundled') : bounded(name, NAME_LENGTH_MAX);
}

function Facts({ corpus }: { readonly corpus: CorpusInfo }) {
  const t = useMessages();
  const language = t('language_tag');
  const facts = [
    t('count_papers', countText(corpus.paperCount, language)),
    bytesText(corpus.bytes, language),
    sourceOf(corpus, t),
    dateText(corpus.importedAt, language),
  ];
  return <p class="pk-hint pk-small">{facts.join(' · ')}</p>;
}

function sourceOf({ id, file }: CorpusInfo, t: Translate): string {
  if (id === VISITED_CORPUS_ID) return t('corpus_from_pages');
  return file === null ? t('corpus_comes_along') : bounded(file, NAME_LENGTH_MAX);
}

/** What became of damage; nothing for a corpus that never had any. */
function Condition({ corpus: { repair }, name }: { readonly corpus: CorpusInfo; readonly name: string }) {
  const t = useMessages();
  if (repair === null) return null;
  return (
    <p class="pk-small" role="note">
      {repair.state === 'repaired'
        ? t('repair_repaired', dateText(repair.at, t('language_tag')))
        : t(`repair_${repair.state}`, name)}
    </p>
  );
}

function Rename({
  name,
  onDone,
}: {
  readonly name: string;
  /** With the new name; null when the reader thought better of it. */
  readonly onDone: (name: string | null) => void;
}) {
  const t = useMessages();
  const [typed, setTyped] = useState(name);
  return (
    <form
      class="pk-rename"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(typed);
      }}
    >
      <input
        ref={(input) => input?.focus()}
        dir="auto"
        maxLength={120}
        aria-label={t('corpus_new_name')}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone(null)}
      />
      <button type="submit" class="pk-secondary">
        {t('corpus_rename')}
      </button>
      <button type="button" class="pk-secondary" onClick={() => onDone(null)}>
        {t('dialog_cancel')}
      </button>
    </form>
  );
}
