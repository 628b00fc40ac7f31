import { useMessages } from '../messages';
import type { SettingsOfPage } from './ports';
import type { SettingsStore } from './settings-store';
import { Switch } from './switch';

export interface ModelSwitchProps {
  readonly store: SettingsStore;
  readonly settings: SettingsOfPage;
}

/** Summaries by the browser's own model: nothing where the browser has none. */
export function ModelSwitch({ store, settings: { model, modelSummary } }: ModelSwitchProps) {
  const t = useMessages();
  if (model === 'absent') return null;
  const share = store.fetching.value;
  const asPercent = new Intl.NumberFormat(t('language_tag'), { style: 'percent' });
  return (
    <>
      <Switch
        name={t('settings_model')}
        hint={`${t('settings_model_hint')}${model === 'to-fetch' ? ` ${t('model_fetch_hint')}` : ''}`}
        isOn={modelSummary}
        onChange={(isOn) => void store.turnModel(isOn)}
      />
      {share !== null && <output class="pk-hint">{t('model_fetching', asPercent.format(share))}</output>}
    </>
  );
}
