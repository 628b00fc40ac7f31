import { useMessages } from '../messages';
import type { SettingsStore } from '../popup/settings-store';
import { Switch } from '../popup/switch';

/** The one question of consent: on the first page, and in the options, where the answer can be taken back. */
export function VisitedSwitch({ store }: { readonly store: SettingsStore }) {
  const t = useMessages();
  const settings = store.settings.value;
  if (settings === null) return null;
  return (
    <Switch
      name={t('visited_question')}
      hint={t('visited_hint')}
      isOn={settings.keepVisited}
      onChange={(isOn) => void store.change({ keepVisited: isOn })}
    />
  );
}
