import { SETTINGS_VERSION, settingsOf, type Settings } from '../core/settings';

/** Small values on this machine; `browser.storage.local` is one. */
export interface SettingsPort {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The settings, and what was said of one site. */
export interface SiteSettings extends Settings {
  /** Whether Paperkin keeps away from the site. */
  readonly isOff: boolean;
}

/** The key of the settings. */
export const SETTINGS = 'settings';
/** A record for each site, its name after this: the script of a page learns of no other site that is off. */
export const OFF = 'off ';

/** The settings as they hold on a site; the empty name stands for pages without one. The defaults where the browser refuses. */
export async function readSettings(port: Pick<SettingsPort, 'get'>, site: string): Promise<SiteSettings> {
  try {
    const kept = await port.get([SETTINGS, OFF + site]);
    return { ...settingsOf(kept[SETTINGS]), isOff: site !== '' && kept[OFF + site] === true };
  } catch {
    // A card that opens as it always did is better than none.
    return { ...settingsOf(null), isOff: false };
  }
}

/** Keeps what changed. Rejects where the browser refuses, with its own error, and where a newer Paperkin wrote the settings. */
export async function changeSettings(port: SettingsPort, change: Partial<Settings>): Promise<void> {
  const { [SETTINGS]: kept } = await port.get([SETTINGS]);
  await port.set({ [SETTINGS]: settingsRecord(kept, { ...settingsOf(kept), ...change }) });
}

/** The record to be kept in the place of one; what that has beside them stays. @throws where a newer Paperkin wrote it. */
export function settingsRecord(kept: unknown, settings: Settings): Record<string, unknown> {
  const members: { readonly version?: unknown } = Object(kept);
  if (Number(members.version ?? SETTINGS_VERSION) > SETTINGS_VERSION)
    throw new Error('The settings here are of a newer Paperkin.');
  return { ...members, ...settings, version: SETTINGS_VERSION };
}

/** Has Paperkin keep away from a site, or not any more. Rejects where the browser refuses, with its own error. */
export function setSiteOff(port: SettingsPort, site: string, isOff: boolean): Promise<void> {
  return isOff ? port.set({ [OFF + site]: true }) : port.remove(OFF + site);
}

/** Whether a change of what is kept may be one of the settings. */
export function concernsSettings(changes: object): boolean {
  return Object.keys(changes).some((key) => key === SETTINGS || key.startsWith(OFF));
}
