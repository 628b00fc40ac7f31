import { FileButton } from '../file-button';
import { useMessages } from '../messages';
import type { MessageKey } from '../messages';
import type { SettingsFileFault } from '../../core/settings-file/settings-file';
import type { OptionsStore } from './options-store';
import type { SettingsImport } from './ports';

/** The reader's choices as a file, for another browser or another day. */
export function FilePart({ store }: { readonly store: OptionsStore }) {
  const t = useMessages();
  return (
    <section aria-labelledby="pk-options-file">
      <h2 id="pk-options-file">{t('settings_file')}</h2>
      <p class="pk-hint">{t('settings_file_hint')}</p>
      <div class="pk-buttons">
        <button type="button" class="pk-primary" onClick={() => void store.exportSettings()}>
          {t('settings_export')}
        </button>
        <FileButton
          label={t('settings_import')}
          accept=".json,application/json"
          onFile={(file) => store.importSettings(file)}
        />
      </div>
      <output>{store.imported.value && <Outcome outcome={store.imported.value} />}</output>
      <p class="pk-hint">{t('settings_file_rights')}</p>
    </section>
  );
}

const FAULTS: Readonly<Record<SettingsFileFault, MessageKey>> = {
  'too-long': 'settings_file_not_ours',
  'not-json': 'settings_file_not_json',
  'not-ours': 'settings_file_not_ours',
  newer: 'settings_file_newer',
};

function Outcome({ outcome }: { readonly outcome: SettingsImport }) {
  const t = useMessages();
  if (outcome.kind !== 'done') {
    const words = outcome.kind === 'failed' ? 'settings_file_failed' : FAULTS[outcome.fault];
    return <p class="pk-panel-box pk-trouble">{t(words)}</p>;
  }
  const { offSites, deniedPages, views, leftOut } = outcome;
  return (
    <div class="pk-panel-box">
      <p>{t('settings_file_done', String(offSites), String(deniedPages))}</p>
      {views > 0 && <p>{t('settings_file_views', String(views))}</p>}
      {leftOut > 0 && <p class="pk-hint">{t('settings_file_left_out', String(leftOut))}</p>}
    </div>
  );
}
