import type { Naming } from '../../../core/identity/naming';
import { bounded, TITLE_LENGTH_MAX } from '../../bounded';
import { useMessages, type Translate } from '../../messages';
import { Byline } from '../../paper-text';
import { paperToSave, type AddStore, type NamedPaper } from './add-store';

export interface NamedRowProps {
  readonly adding: AddStore;
  readonly named: NamedPaper;
  readonly at: number;
  /** The only one: there is nothing to choose. */
  readonly isAlone: boolean;
}

/** One paper that was named: how it was understood, and what of it is known. */
export function NamedRow({ adding, named, at, isAlone }: NamedRowProps) {
  const t = useMessages();
  const { known, naming, isTaken } = named;
  const canBeSaved = paperToSave(named) !== null;
  const title =
    bounded(known?.title ?? named.title, TITLE_LENGTH_MAX) || bounded(naming.said, TITLE_LENGTH_MAX);
  return (
    <li class="pk-preview-row">
      {!isAlone && (
        <input
          type="checkbox"
          aria-label={title}
          checked={isTaken && canBeSaved}
          disabled={!canBeSaved}
          onChange={({ currentTarget }) => adding.change(at, { isTaken: currentTarget.checked })}
        />
      )}
      <span>
        {known === null ? (
          <TitleField adding={adding} named={named} at={at} />
        ) : (
          <span class="pk-preview-title" dir="auto">
            {title}
          </span>
        )}
        {known && <Byline facts={known} />}
        <p class="pk-hint pk-small" dir="auto">
          {understood(t, naming)}
          {named.isListed && ` · ${t('list_add_listed')}`}
        </p>
        {known === null && (
          <p class="pk-hint pk-small">{t(canBeSaved ? 'list_add_unknown' : 'list_add_untitled')}</p>
        )}
      </span>
    </li>
  );
}

/** What nobody knows the reader may. */
function TitleField({ adding, named, at }: Omit<NamedRowProps, 'isAlone'>) {
  const t = useMessages();
  return (
    <input
      type="text"
      class="pk-import-field"
      dir="auto"
      spellcheck={false}
      aria-label={`${t('list_add_title')}: ${bounded(named.naming.said, TITLE_LENGTH_MAX)}`}
      placeholder={t('list_add_title')}
      maxLength={TITLE_LENGTH_MAX}
      value={named.title}
      onInput={({ currentTarget }) => adding.change(at, { title: currentTarget.value })}
    />
  );
}

function understood(t: Translate, { kind, said }: Naming): string {
  const text = bounded(said, TITLE_LENGTH_MAX);
  if (kind === 'arxiv') return t('list_add_as_arxiv', text);
  if (kind === 'doi') return t('list_add_as_doi', text);
  return kind === 'title' ? t('list_add_as_title') : text;
}
