import { useId } from 'preact/hooks';
import { OPEN_DELAYS_MS } from '../../core/settings';
import { aroundSlot, useMessages } from '../messages';
import { ModelSwitch } from './model-switch';
import type { SettingsOfPage } from './ports';
import type { SettingsStore } from './settings-store';
import { Switch } from './switch';

export interface BehaviourProps {
  readonly store: SettingsStore;
  readonly settings: SettingsOfPage;
}

/** How Paperkin behaves on pages: marks, cards, the browser's own model. In the popup's settings and in the options. */
export function Behaviour({ store, settings }: BehaviourProps) {
  const t = useMessages();
  const { marks, openDelayMs, onlyWithAlt } = settings;
  return (
    <>
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
      <ModelSwitch store={store} settings={settings} />
    </>
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
      <div class="pk-delays" role="radiogroup" aria-labelledby={id}>
        {OPEN_DELAYS_MS.map((delay) => (
          <label class="pk-delay" key={delay}>
            <input type="radio" name={id} checked={delay === openDelayMs} onChange={() => onChange(delay)} />
            {t('settings_delay_seconds', inSeconds.format(delay / 1_000))}
          </label>
        ))}
      </div>
    </div>
  );
}
