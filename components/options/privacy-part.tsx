import { useMessages } from '../messages';
import type { MessageKey } from '../messages';
import type { OptionsStore } from './options-store';
import { VisitedSection } from './visited-section';

/** What is kept, where, and until when; in the order of how much it tells of the reader. */
const KEPT: readonly (readonly [what: MessageKey, where: MessageKey])[] = [
  ['privacy_list', 'privacy_list_where'],
  ['privacy_sync', 'privacy_sync_where'],
  ['privacy_choices', 'privacy_choices_where'],
  ['privacy_pages', 'privacy_pages_where'],
  ['corpus_visited', 'privacy_visited_where'],
  ['privacy_corpora', 'privacy_corpora_where'],
  ['privacy_written', 'privacy_written_where'],
  ['privacy_rights', 'privacy_rights_where'],
  ['privacy_web', 'privacy_web_where'],
];

/** In plain words, and the one question about it. */
export function PrivacyPart({ store }: { readonly store: OptionsStore }) {
  const t = useMessages();
  return (
    <>
      <VisitedSection store={store} />
      <section aria-labelledby="pk-options-privacy">
        <h2 id="pk-options-privacy">{t('privacy_title')}</h2>
        <p>{t('privacy_promise')}</p>
        <dl class="pk-kept">
          {KEPT.map(([what, where]) => (
            <div key={what}>
              <dt>{t(what)}</dt>
              <dd>{t(where)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
