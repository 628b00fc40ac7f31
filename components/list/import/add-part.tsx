import { useEffect, useRef } from 'preact/hooks';
import { NOTE_LENGTH_MAX } from '../../../core/reading-list/entry';
import type { SearchHit } from '../../../core/search/hit';
import { bounded, TITLE_LENGTH_MAX } from '../../bounded';
import { countText } from '../../library/amounts';
import { useMessages } from '../../messages';
import { Byline } from '../../paper-text';
import { paperToSave, type AddState, type AddStore } from './add-store';
import { NamedRow } from './named-row';

type Named = Extract<AddState, { readonly kind: 'named' }>;

/** What the reader named, before it is saved; nothing where nothing is. */
export function AddPart({ adding }: { readonly adding: AddStore }) {
  const t = useMessages();
  const state = adding.state.value;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'looking':
    case 'saving':
      return (
        <div class="pk-panel-box" aria-busy="true">
          <output>{t(state.kind === 'saving' ? 'saving' : 'list_add_looking')}</output>
        </div>
      );
    case 'refused':
      return <End adding={adding} words={[t('list_add_refused')]} />;
    case 'failed':
      return <End adding={adding} words={[t('failed'), t('failed_hint')]} />;
    case 'saved':
      return <End adding={adding} words={savedWords(t, state)} />;
    case 'named':
      return state.papers.length === 0 ? (
        <End adding={adding} words={[t('list_add_none'), ...state.untold]} />
      ) : (
        <Offer adding={adding} state={state} />
      );
  }
}

function savedWords(
  t: ReturnType<typeof useMessages>,
  { fresh, others, isWhole }: Extract<AddState, { readonly kind: 'saved' }>,
): readonly string[] {
  const text = (count: number) => countText(count, t('language_tag'));
  return [
    ...(fresh > 0 || others === 0 ? [t('told_saved', text(fresh))] : []),
    ...(others > 0 ? [t('told_already', text(others))] : []),
    ...(isWhole ? [] : [t('list_import_failed')]),
  ];
}

function End({ adding, words }: { readonly adding: AddStore; readonly words: readonly string[] }) {
  const t = useMessages();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus({ preventScroll: true }), []);
  return (
    <div class="pk-panel-box pk-add-end">
      <output>
        {words.map((line) => (
          <p key={line} dir="auto">
            {bounded(line, TITLE_LENGTH_MAX)}
          </p>
        ))}
      </output>
      <button type="button" class="pk-secondary" ref={close} onClick={() => adding.dismiss()}>
        {t('import_close')}
      </button>
    </div>
  );
}

function Offer({ adding, state }: { readonly adding: AddStore; readonly state: Named }) {
  const t = useMessages();
  const { papers, hits, untold } = state;
  return (
    <form
      class="pk-panel-box pk-import"
      aria-label={t('list_add')}
      onSubmit={(event) => {
        event.preventDefault();
        void adding.save();
      }}
    >
      <div class="pk-preview">
        <ul>
          {papers.map((each, at) => (
            <NamedRow key={at} adding={adding} named={each} at={at} isAlone={papers.length === 1} />
          ))}
        </ul>
        {hits.length > 0 && <Hits adding={adding} hits={hits} />}
        {untold.map((address) => (
          <p class="pk-hint pk-small" key={address} dir="auto">
            {t('list_add_untold', bounded(address, TITLE_LENGTH_MAX))}
          </p>
        ))}
      </div>
      <Saving adding={adding} papers={papers} />
    </form>
  );
}

/** Known papers that a title may mean. */
function Hits({ adding, hits }: { readonly adding: AddStore; readonly hits: readonly SearchHit[] }) {
  const t = useMessages();
  return (
    <section class="pk-mean" aria-label={t('list_add_mean')}>
      <h3 class="pk-hint">{t('list_add_mean')}</h3>
      <ul>
        {hits.map((hit) => (
          <li key={hit.paper.id}>
            <button type="button" class="pk-mean-hit" onClick={() => void adding.choose(hit)}>
              <span class="pk-preview-title" dir="auto">
                {bounded(hit.paper.title, TITLE_LENGTH_MAX)}
              </span>
              <Byline facts={hit.paper} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Tags and a note for what is saved, and the button. */
function Saving({ adding, papers }: { readonly adding: AddStore; readonly papers: Named['papers'] }) {
  const t = useMessages();
  const save = useRef<HTMLButtonElement>(null);
  useEffect(() => save.current?.focus({ preventScroll: true }), []);
  const count = papers.filter((each) => each.isTaken && paperToSave(each) !== null).length;
  return (
    <div class="pk-import-end">
      <input
        type="text"
        class="pk-import-field"
        aria-label={t('list_add_tags')}
        placeholder={t('list_add_tags')}
        maxLength={1_000}
        value={adding.tags.value}
        onInput={({ currentTarget }) => (adding.tags.value = currentTarget.value)}
      />
      <input
        type="text"
        class="pk-import-field"
        aria-label={t('list_note')}
        placeholder={t('list_note')}
        maxLength={NOTE_LENGTH_MAX}
        value={adding.note.value}
        onInput={({ currentTarget }) => (adding.note.value = currentTarget.value)}
      />
      <button type="submit" class="pk-primary" ref={save} disabled={!adding.canSave.value}>
        {count <= 1 ? t('save') : t('list_add_save_many', countText(count, t('language_tag')))}
      </button>
      <button type="button" class="pk-secondary" onClick={() => adding.dismiss()}>
        {t('import_not_now')}
      </button>
    </div>
  );
}
