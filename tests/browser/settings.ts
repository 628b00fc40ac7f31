import type { Settings } from '../../core/settings';
import type { ChromiumRun } from './chromium';

/** Keeps settings as the popup does; open tabs hear of it from the browser. */
export async function keepSettings(run: ChromiumRun, change: Partial<Settings>): Promise<void> {
  await run.inExtension(`chrome.storage.local.set({ settings: ${JSON.stringify(change)} })`);
}

/** The settings and the sites that are off, as they were at first. */
export async function resetSettings(run: ChromiumRun): Promise<void> {
  const keys = await run.inExtension<string[]>(
    `chrome.storage.local.get(null).then((kept) => Object.keys(kept).filter((key) => /^(settings$|off )/.test(key)))`,
  );
  await run.inExtension(`chrome.storage.local.remove(${JSON.stringify(keys)})`);
}
