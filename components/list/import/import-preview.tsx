import { useEffect, useMemo, useRef } from 'preact/hooks';
import { errorTable } from '../../../core/import/error-list';
import { LIST_RECORDS_MAX } from '../../../core/list-formats/list-limits';
import type { ChangedEntry, UnreadableRecord } from '../../../core/list-formats/preview';
import type { ReadingListEntry } from '../../../core/reading-list/entry';
import { bounded, NAME_LENGTH_MAX, TITLE_LENGTH_MAX } from '../../bounded';
import { countText } from '../../library/amounts';
import { safeFileName } from '../../library/file-name';
import { errorTableWords, reasonWords } from '../../library/import-words';
import { useMessages } from '../../messages';
import { fieldName, fieldText } from './field-words';
import type { ListImportStore } from './list-import-store';
import type { ReadList } from './ports';
import { PreviewGroup } from './preview-group';

const REASONS_SHOWN = 3;

export interface ImportPreviewProps {
  readonly imports: ListImportStore;
  readonly read: ReadList;
}

/** What a file is and would do to the list; nothing has happened yet. */
export function ImportPreview({ imports, read }: ImportPreviewProps) {
  const t = useMessages();
  return (
    <form
      class="pk-panel-box pk-import"
      aria-label={t('list_import')}
      onSubmit={(event) => {
        event.preventDefault();
        void imports.start();
      }}
    >
      <Finding imports={imports} read={read} />
      <Groups imports={imports} read={read} />
      <Choices imports={imports} read={read} />
    </form>
  );
}

/** What is to be looked at first stands first. */
function Groups({ imports, read }: ImportPreviewProps) {
  const t = useMessages();
  const { preview } = read;
  const { leavingOut } = imports;
  const changes = useMemo(
    () => new Map(preview.changed.map((each) => [each.after.paper.id, each])),
    [preview],
  );
  const doubles = useMemo(() => new Map(preview.doubles.map((each) => [each.paperId, each])), [preview]);
  const isDoubtful = ({ paper }: ReadingListEntry) => doubles.has(paper.id);
  const doubtful = useMemo(() => preview.fresh.filter(isDoubtful), [preview]);
  const fresh = useMemo(() => preview.fresh.filter((entry) => !isDoubtful(entry)), [preview]);
  const maybe = ({ paper }: ReadingListEntry) => {
    const double = doubles.get(paper.id);
    const key = double?.isListed ? 'list_import_maybe' : 'list_import_maybe_file';
    return double && <p class="pk-hint pk-small">{t(key, bounded(double.other.title, TITLE_LENGTH_MAX))}</p>;
  };
  return (
    <div class="pk-preview">
      <PreviewGroup name="list_import_doubtful" entries={doubtful} leavingOut={leavingOut} below={maybe} />
      <PreviewGroup
        name="list_import_changed"
        entries={preview.changed.map(({ after }) => after)}
        leavingOut={leavingOut}
        below={({ paper }) => <Changes change={changes.get(paper.id)} />}
      />
      <PreviewGroup name="list_import_new" entries={fresh} leavingOut={leavingOut} />
      <PreviewGroup name="list_import_same" entries={preview.same} leavingOut={null} isOpen={false} />
    </div>
  );
}

function Finding({ imports, read }: ImportPreviewProps) {
  const t = useMessages();
  const { name, formats, isCut, preview } = read;
  const { fresh, changed, same, unreadable } = preview;
  const language = t('language_tag');
  const count = fresh.length + changed.length + same.length;
  return (
    <output>
      <strong dir="auto">{bounded(name, NAME_LENGTH_MAX)}</strong>
      <p>{t('import_found', formats.join(t('list_separator')), countText(count, language))}</p>
      {isCut && <p class="pk-trouble">{t('list_import_cut', countText(LIST_RECORDS_MAX, language))}</p>}
      {fresh.length + changed.length === 0 && <p>{t('list_import_nothing')}</p>}
      {unreadable.length > 0 && <Unreadable imports={imports} name={name} records={unreadable} />}
    </output>
  );
}

interface UnreadableProps {
  readonly imports: ListImportStore;
  readonly name: string;
  readonly records: readonly UnreadableRecord[];
}

/** How many, the first ones with why, and all of them as a table. */
function Unreadable({ imports, name, records }: UnreadableProps) {
  const t = useMessages();
  const language = t('language_tag');
  const download = () => {
    const table = errorTable(
      records.map(({ line, reason, excerpt }) => ({ file: name, line, reason, excerpt })),
      errorTableWords(t),
    );
    imports.list.files.offer(
      safeFileName(`${name} ${t('import_error_list')}`, '.tsv'),
      table,
      'text/tab-separated-values',
    );
  };
  return (
    <div class="pk-unread">
      <p>
        {t('list_import_unread', countText(records.length, language))}{' '}
        <button type="button" class="pk-secondary" onClick={download}>
          {t('import_error_list')}
        </button>
      </p>
      <ul class="pk-hint pk-small">
        {records.slice(0, REASONS_SHOWN).map(({ line, reason }, at) => (
          <li key={at}>{t('list_import_unread_at', countText(line, language), reasonWords(t, reason))}</li>
        ))}
      </ul>
    </div>
  );
}

/** Each field that would change: what stands there, and what would. */
function Changes({ change }: { readonly change: ChangedEntry | undefined }) {
  const t = useMessages();
  if (!change) return null;
  return (
    <dl class="pk-changes pk-small">
      {change.fields.map((field) => (
        <div key={field}>
          <dt>{fieldName(t, field)}</dt>
          <dd>
            <span class="pk-unseen">{t('list_import_before')}: </span>
            <del dir="auto">{fieldText(t, field, change.before)}</del>
            <span aria-hidden="true"> → </span>
            <span class="pk-unseen">{t('list_import_after')}: </span>
            <ins dir="auto">{fieldText(t, field, change.after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Choices({ imports, read }: ImportPreviewProps) {
  const t = useMessages();
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => start.current?.focus({ preventScroll: true }), [read]);
  const count = imports.chosen.length;
  return (
    <div class="pk-import-end">
      <input
        type="text"
        class="pk-import-field"
        aria-label={t('list_import_tags')}
        placeholder={t('list_import_tags')}
        maxLength={1_000}
        value={imports.tags.value}
        onInput={({ currentTarget }) => (imports.tags.value = currentTarget.value)}
      />
      <button type="submit" class="pk-primary" ref={start} disabled={count === 0}>
        {count === 1 ? t('list_import_one') : t('list_import_many', countText(count, t('language_tag')))}
      </button>
      <button type="button" class="pk-secondary" onClick={() => imports.dismiss()}>
        {t('import_not_now')}
      </button>
    </div>
  );
}
