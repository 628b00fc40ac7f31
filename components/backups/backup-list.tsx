import { useState } from 'preact/hooks';
import type { KeptBackup } from '../../core/backups/kept-backup';
import { DAYS_KEPT, WEEKS_KEPT } from '../../core/backups/rotation';
import { bytesText, countText } from '../library/amounts';
import { useMessages } from '../messages';
import type { BackupsStore } from './backups-store';

/** The automatic backups, and what can be done with each. */
export function BackupList({ backups }: { readonly backups: BackupsStore }) {
  const t = useMessages();
  const language = t('language_tag');
  const all = backups.backups.value;
  const [failure, unread] = [backups.failure.value, backups.unread.value];
  return (
    <section class="pk-corpora" aria-labelledby="pk-automatic">
      <h2 id="pk-automatic">{t('backups_automatic')}</h2>
      <p class="pk-hint">
        {t('backups_automatic_hint', countText(DAYS_KEPT, language), countText(WEEKS_KEPT, language))}
      </p>
      <div role="alert">
        {failure !== null && <p class="pk-trouble">{t('backups_failed', failure)}</p>}
        {unread !== null && <p class="pk-trouble">{t('backups_unread', unread)}</p>}
      </div>
      {all?.length === 0 && unread === null && <p class="pk-hint">{t('backups_none')}</p>}
      <ul>
        {all?.map((each) => (
          <Row key={each.name} backups={backups} backup={each} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly backups: BackupsStore;
  readonly backup: KeptBackup;
}

function Row({ backups, backup }: RowProps) {
  const t = useMessages();
  const language = t('language_tag');
  const { facts, bytes, isBefore } = backup;
  const told = [
    facts === null ? t('backups_damaged') : t('backups_entries', countText(facts.entries, language)),
    bytesText(bytes, language),
    ...(isBefore ? [t('backups_before')] : []),
  ];
  return (
    <li class="pk-corpus">
      <div class="pk-corpus-facts">
        <strong>{whenText(backup, language)}</strong>
        <p class={facts === null ? 'pk-trouble pk-small' : 'pk-hint pk-small'}>{told.join(' · ')}</p>
      </div>
      <Actions backups={backups} backup={backup} />
    </li>
  );
}

function Actions({ backups, backup }: RowProps) {
  const t = useMessages();
  const [isSure, setSure] = useState(false);
  const when = whenText(backup, t('language_tag'));
  const named = (what: string) => `${what}: ${when}`;
  const { name } = backup;
  return (
    <div class="pk-buttons">
      <button
        type="button"
        class="pk-secondary"
        aria-label={named(t('backups_restore'))}
        disabled={backups.imports.isRunning}
        onClick={() => void backups.restore(name)}
      >
        {t('backups_restore')}
      </button>
      <button
        type="button"
        class="pk-secondary"
        aria-label={named(t('backups_download'))}
        onClick={() => void backups.download(name)}
      >
        {t('backups_download')}
      </button>
      <button
        type="button"
        class="pk-secondary"
        aria-label={named(isSure ? t('backups_delete_sure') : t('backups_delete'))}
        onClick={() => (isSure ? void backups.removeBackup(name) : setSure(true))}
        onBlur={() => setSure(false)}
      >
        {isSure ? t('backups_delete_sure') : t('backups_delete')}
      </button>
    </div>
  );
}

/** The moment that it says itself; of a damaged one the day in its name. */
function whenText({ facts, day }: KeptBackup, language: string): string {
  if (facts === null || Number.isNaN(facts.madeAt)) return day;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(facts.madeAt);
}
