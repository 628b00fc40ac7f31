import { useId } from 'preact/hooks';
import { OPEN_DELAYS_MS } from '../../core/settings';
import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { aroundSlot, useMessages } from '../messages';
import { LoadingRows } from './loading-rows';
import { ModelSwitch } from './model-switch';
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
  const { marks, openDelayMs, onlyWithAlt, readingOnOpen } = settings;
  return (
    <section class="pk-settings">
      <h2>{t('settings')}</h2>
      <ThisSite store={store} settings={settings} />
      <Switch
        name={t('settings_marks')}
        hint={t('settings_marks_hint')}
        isOn={marks}
        onChange={(isOn) => void store.change({ marks: isOn })}
      />
      <Switch
        name={t('settings_alt')}
        hint={<AltHint />}
        isOn={onlyWithAlt}
        onChange={(isOn) => void store.change({ onlyWithAlt: isOn })}
      />
      <Delay openDelayMs={openDelayMs} onChange={(chosen) => void store.change({ openDelayMs: chosen })} />
      <Switch
        name={t('settings_reading')}
        hint={t('settings_reading_hint')}
        isOn={readingOnOpen}
        onChange={(isOn) => void store.change({ readingOnOpen: isOn })}
      />
      <ModelSwitch store={store} settings={settings} />
      <p class="pk-hint">{t('settings_keys', 'Alt+↓', 'Alt+↑', '↓')}</p>
      <SitesPanel store={popup} />
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

function AltHint() {
  const [before, after] = aroundSlot(useMessages(), 'settings_alt_hint');
  return (
    <>
      {before}
      <kbd>Alt</kbd>
      {after}
    </>
  );
}

interface DelayProps {
  readonly openDelayMs: number;
  readonly onChange: (openDelayMs: number) => void;
}

function Delay({ openDelayMs, onChange }: DelayProps) {
  const t = useMessages();
  const id = useId();
  const inSeconds = new Intl.NumberFormat(t('language_tag'));
  return (
    <div class="pk-setting">
      <span class="pk-setting-name" id={id}>
        {t('settings_delay')}
      </span>
      <div class="pk-choices" role="radiogroup" aria-labelledby={id}>
        {OPEN_DELAYS_MS.map((delay) => (
          <label class="pk-choice" key={delay}>
            <input type="radio" name={id} checked={delay === openDelayMs} onChange={() => onChange(delay)} />
            {t('settings_delay_seconds', inSeconds.format(delay / 1_000))}
          </label>
        ))}
      </div>
    </div>
  );
}
