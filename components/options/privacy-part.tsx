import { useMessages } from '../messages';
import type { MessageKey } from '../messages';

/** What is kept, where, and until when; in the order of how much it tells of the reader. */
const KEPT: readonly (readonly [what: MessageKey, where: MessageKey])[] = [
  ['privacy_list', 'privacy_list_where'],
  ['privacy_sync', 'privacy_sync_where'],
  ['privacy_choices', 'privacy_choices_where'],
  ['privacy_pages', 'privacy_pages_where'],
  ['privacy_corpora', 'privacy_corpora_where'],
  ['privacy_written', 'privacy_written_where'],
  ['privacy_rights', 'privacy_rights_where'],
  ['privacy_web', 'privacy_web_where'],
];

/** In plain words. */
export function PrivacyPart() {
  const t = useMessages();
  return (
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
  );
}
