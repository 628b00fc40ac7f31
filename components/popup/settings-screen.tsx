import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages } from '../messages';
import { Behaviour } from './behaviour';
import { LoadingRows } from './loading-rows';
import type { SettingsOfPage } from './ports';
import type { PopupStore } from './popup-store';
import type { SettingsStore } from './settings-store';
import { SitesPanel } from './sites-panel';
import { Switch } from './switch';

/** How Paperkin behaves on pages, and whether it does on this one. */
export function SettingsScreen({ store: popup }: { readonly store: PopupStore }) {
  const t = useMessages();
  const store = popup.settings;
  const settings = store.settings.value;
  if (settings === null) return <LoadingRows />;
  return (
    <section class="pk-settings">
      <h2>{t('settings')}</h2>
      <ThisSite store={store} settings={settings} />
      <Behaviour store={store} settings={settings} />
      <p class="pk-hint">{t('settings_keys', 'Alt+↓', 'Alt+↑', '↓')}</p>
      <SitesPanel sites={popup.sites} onEverywhere={() => void popup.giveSite('everywhere')} />
      <button type="button" class="pk-secondary pk-all-options" onClick={() => popup.openLibrary('options')}>
        {t('settings_all')}
      </button>
    </section>
  );
}

function ThisSite({
  store,
  settings: { site, isOff },
}: {
  readonly store: SettingsStore;
  readonly settings: SettingsOfPage;
}) {
  const t = useMessages();
  if (site === '') return null;
  return (
    <Switch
      name={t('settings_site', bounded(site, NAME_LENGTH_MAX))}
      hint={t('settings_site_hint')}
      isOn={!isOff}
      onChange={(isOn) => void store.setSiteOff(!isOn)}
    />
  );
}
