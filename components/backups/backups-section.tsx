import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { ImportPart } from '../list/import/import-part';
import { countText } from '../library/amounts';
import { useMessages } from '../messages';
import { agoText } from './ago';
import { BackupList } from './backup-list';
import type { BackupsStore } from './backups-store';
import { BinList } from './bin-list';

/** What keeps the list from being lost: files of the reader's own, automatic backups, and the bin. */
export function BackupsSection({ backups }: { readonly backups: BackupsStore }) {
  const t = useMessages();
  useEffect(() => void backups.load(), []);
  return (
    <div class="pk-backups">
      <OwnFile backups={backups} />
      <ImportPart imports={backups.imports} />
      <div role="alert">
        {backups.trouble.value !== null && <p class="pk-trouble">{t(backups.trouble.value)}</p>}
      </div>
      <BackupList backups={backups} />
      <BinList backups={backups} />
      <EmptyDialog backups={backups} />
    </div>
  );
}

/** The export that the reader made, and the way back from a file. */
function OwnFile({ backups }: { readonly backups: BackupsStore }) {
  const t = useMessages();
  const picker = useRef<HTMLInputElement>(null);
  const language = t('language_tag');
  const last = backups.lastExport.value;
  return (
    <section class="pk-own-file" aria-label={t('backups_export_now')}>
      <p>
        {last === null
          ? t('backups_export_none')
          : t('backups_export_last', agoText(last.at, backups.now(), language))}
        {' · '}
        {t('backups_export_changes', countText(backups.changesSince.value, language))}
      </p>
      <p class="pk-hint">{t('backups_export_hint')}</p>
      <FileInput backups={backups} picker={picker} />
      <div class="pk-buttons">
        <button type="button" class="pk-primary" onClick={() => void backups.exportNow(t('list_title'))}>
          {t('backups_export_now')}
        </button>
        <button
          type="button"
          class="pk-secondary"
          disabled={backups.imports.isRunning}
          onClick={() => picker.current?.click()}
        >
          {t('backups_choose')}
        </button>
      </div>
      <p class="pk-hint pk-small">{t('backups_choose_hint')}</p>
    </section>
  );
}

interface FileInputProps {
  readonly backups: BackupsStore;
  readonly picker: RefObject<HTMLInputElement | null>;
}

/** Hidden from everyone but scripts: the button that opens it has the name. */
function FileInput({ backups, picker }: FileInputProps) {
  return (
    <input
      ref={picker}
      type="file"
      hidden
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        // The same file may be chosen twice in a row.
        if (file) void backups.imports.offer(file, file.name).finally(() => (currentTarget.value = ''));
      }}
    />
  );
}

/** Asks once more before what is in the bin goes. */
function EmptyDialog({ backups }: { readonly backups: BackupsStore }) {
  const t = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const isAsking = backups.isAsking.value;
  useLayoutEffect(() => {
    if (isAsking) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isAsking]);
  const count = countText(backups.bin.value?.length ?? 0, t('language_tag'));
  return (
    <dialog
      ref={dialog}
      class="pk-dialog"
      aria-labelledby="pk-empty-title"
      onClose={() => (backups.isAsking.value = false)}
    >
      {isAsking && (
        <>
          <h2 id="pk-empty-title">{t('bin_empty_title')}</h2>
          <p>{t('bin_empty_question', count)}</p>
          <div class="pk-buttons">
            <button type="button" class="pk-primary pk-danger" onClick={() => void backups.empty()}>
              {t('bin_empty_confirm')}
            </button>
            <button type="button" class="pk-secondary" onClick={() => (backups.isAsking.value = false)}>
              {t('dialog_cancel')}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
