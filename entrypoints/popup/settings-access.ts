import { browser } from 'wxt/browser';
import type { Answer, SettingsPorts } from '../../components/popup/ports';
import { changeSettings, readSettings, setSiteOff } from '../../store/settings';
import type { windowModel } from '../model/window-model';

/** What pages of ours ask about settings, put to `storage.local` and to the browser's model. `site` is empty where there is none. */
export function settingsAccess(
  { model, written }: Pick<ReturnType<typeof windowModel>, 'model' | 'written'>,
  siteNow: () => Promise<string>,
): SettingsPorts {
  const { local } = browser.storage;
  return {
    settings: async () => {
      const site = await siteNow();
      const [settings, readiness] = await Promise.all([readSettings(local, site), model.readiness()]);
      return { site, ...settings, model: readiness };
    },
    changeSettings: (change) => {
      if (change.modelSummary === false) written.clear();
      return kept(changeSettings(local, change));
    },
    setSiteOff: (site, isOff) => kept(setSiteOff(local, site, isOff)),
    fetchModel: (signal, onShare) => model.fetch(signal, onShare),
  };
}

/** Whether the browser kept something, as an answer. */
export async function kept(writing: Promise<void>): Promise<Answer<null>> {
  try {
    await writing;
    return { ok: true, value: null };
  } catch (error) {
    return { ok: false, error: { code: 'storage', message: String(error) } };
  }
}
