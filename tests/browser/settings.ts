import type { Settings } from '../../core/settings';
import type { ChromiumRun } from './chromium';

/** Keeps settings as the popup does; open tabs hear of it from the browser. */
export async function keepSettings(run: ChromiumRun, change: Partial<Settings>): Promise<void> {
  await inExtension(run, `chrome.storage.local.set({ settings: ${JSON.stringify(change)} })`);
}

/** The settings and the sites that are off, as they were at first. */
export async function resetSettings(run: ChromiumRun): Promise<void> {
  const keys = await inExtension<string[]>(
    run,
    `chrome.storage.local.get(null).then((kept) => Object.keys(kept).filter((key) => /^(settings$|off )/.test(key)))`,
  );
  await inExtension(run, `chrome.storage.local.remove(${JSON.stringify(keys)})`);
}

/** What an expression comes to on a page of the extension that runs no script of ours. */
async function inExtension<T>(run: ChromiumRun, expression: string): Promise<T> {
  const page = await run.context.newPage();
  try {
    await page.goto(`${run.extensionOrigin}/manifest.json`);
    return await page.evaluate<T>(expression);
  } finally {
    await page.close();
  }
}
