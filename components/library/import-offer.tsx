import type { Signal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages } from '../messages';
import { bytesText, countText, roughCountText } from './amounts';
import type { CorporaStore } from './corpora-store';
import type { ImportForm } from './import-form';
import type { ImportState, ImportStore } from './import-store';

const FORMATS_SHOWN = 3;
const CATEGORIES_SHOWN = 12;

type Offer = Extract<ImportState, { readonly kind: 'offered' }>;

export interface ImportOfferProps {
  readonly imports: ImportStore;
  readonly corpora: CorporaStore;
  readonly offer: Offer;
}

/** What a file was found to be, and what is to be taken of it. */
export function ImportOffer({ imports, corpora, offer }: ImportOfferProps) {
  const t = useMessages();
  const { form, unfinished } = offer;
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <form
      class="pk-panel-box"
      onSubmit={(event) => {
        event.preventDefault();
        void imports.start();
      }}
    >
      <Finding offer={offer} />
      {unfinished ? (
        <p>{t('import_resumes', countText(unfinished.papers, t('language_tag')))}</p>
      ) : (
        <>
          <Target form={form} corpora={corpora} />
          <Filters offer={offer} />
        </>
      )}
      <Needs offer={offer} corpora={corpora} />
      <div class="pk-buttons">
        <button type="submit" class="pk-primary" ref={start}>
          {t(unfinished ? 'import_go_on' : 'import_start')}
        </button>
        <button type="button" class="pk-secondary" onClick={() => imports.dismiss()}>
          {t('import_not_now')}
        </button>
      </div>
    </form>
  );
}

function Finding({ offer }: { readonly offer: Offer }) {
  const t = useMessages();
  const { found } = offer;
  const language = t('language_tag');
  const formats = found.formats.slice(0, FORMATS_SHOWN).join(t('list_separator'));
  const count = found.isExact ? countText(found.papers, language) : roughCountText(found.papers, language);
  return (
    <output>
      <strong dir="auto">{bounded(found.name, NAME_LENGTH_MAX)}</strong>
      <p>{t(found.isExact ? 'import_found' : 'import_found_about', formats, count)}</p>
      {found.skipped > 0 && (
        <p class="pk-hint">{t('import_skipped_files', countText(found.skipped, language))}</p>
      )}
    </output>
  );
}

/** The name of the new corpus, or which one is updated. */
function Target({ form, corpora }: { readonly form: ImportForm; readonly corpora: CorporaStore }) {
  const t = useMessages();
  const updated = corpora.overview.value?.corpora.find(({ id }) => id === form.updates.value);
  if (updated) return <p>{t('import_updates', bounded(updated.name, NAME_LENGTH_MAX))}</p>;
  return <Field label={t('import_name')} value={form.name} wide />;
}

function Filters({ offer }: { readonly offer: Offer }) {
  const t = useMessages();
  const { form, found } = offer;
  return (
    <fieldset class="pk-fields">
      <legend>{t('import_only')}</legend>
      {found.categories.length > 0 && (
        <Field
          label={t('import_categories')}
          hint={t('import_categories_hint', found.categories.slice(0, CATEGORIES_SHOWN).join(' '))}
          value={form.categories}
          wide
        />
      )}
      <Field label={t('import_year_from')} value={form.yearFrom} digits />
      <Field label={t('import_year_to')} value={form.yearTo} digits />
      <label class="pk-check">
        <input
          type="checkbox"
          checked={form.withAbstract.value}
          onChange={({ currentTarget }) => (form.withAbstract.value = currentTarget.checked)}
        />
        {t('import_with_abstract')}
      </label>
    </fieldset>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: Signal<string>;
  readonly wide?: boolean;
  /** Four of them. */
  readonly digits?: boolean;
}

function Field({ label, hint, value, wide = false, digits = false }: FieldProps) {
  const id = useId();
  return (
    <div class="pk-field" data-wide={wide}>
      <label for={id}>{label}</label>
      <input
        id={id}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={digits ? 4 : 200}
        inputMode={digits ? 'numeric' : 'text'}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value.value}
        onInput={({ currentTarget }) => (value.value = currentTarget.value)}
      />
      {hint !== undefined && (
        <p class="pk-hint pk-small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** "needs about 2.1 GB, 14 GB free"; a filter makes it less, by how much nobody knows before. */
function Needs({ offer, corpora }: { readonly offer: Offer; readonly corpora: CorporaStore }) {
  const t = useMessages();
  const language = t('language_tag');
  const needed = offer.found.papers * offer.found.bytesPerPaper;
  const space = corpora.space.value;
  if (space === null) return <p class="pk-hint">{t('import_needs', bytesText(needed, language))}</p>;
  const isShort = needed > space.freeBytes;
  const words = [bytesText(needed, language), bytesText(space.freeBytes, language)] as const;
  return (
    <p class={isShort ? 'pk-trouble' : 'pk-hint'}>
      {t(isShort ? 'import_needs_more' : 'import_needs_of', ...words)}
    </p>
  );
}
