import { useRef } from 'preact/hooks';
import { useMessages } from '../../messages';
import type { AddStore } from './add-store';

/** Chooses a file for the list. */
export function ImportButton({ adding }: { readonly adding: AddStore }) {
  const t = useMessages();
  const picker = useRef<HTMLInputElement>(null);
  const { imports } = adding;
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (!file) return;
          adding.dismiss();
          // The same file may be chosen twice in a row.
          void imports.offer(file, file.name).finally(() => (currentTarget.value = ''));
        }}
      />
      <button
        type="button"
        class="pk-secondary"
        title={t('list_import_hint')}
        disabled={imports.isRunning}
        onClick={() => picker.current?.click()}
      >
        {t('list_import')}
      </button>
    </>
  );
}
