import { countText } from '../library/amounts';
import { useMessages } from '../messages';
import type { BackupsStore } from './backups-store';

/** One quiet line above the list when it was long not taken out as a file; nothing otherwise. */
export function Reminder({ backups }: { readonly backups: BackupsStore }) {
  const t = useMessages();
  if (!backups.shouldRemind.value) return null;
  return (
    <p class="pk-remind" role="note">
      <span>{t('backups_remind', countText(backups.changesSince.value, t('language_tag')))}</span>
      <button type="button" class="pk-secondary" onClick={() => void backups.exportNow(t('list_title'))}>
        {t('backups_export_now')}
      </button>
      <button type="button" class="pk-secondary" onClick={() => void backups.dismiss()}>
        {t('backups_dismiss')}
      </button>
    </p>
  );
}
