import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { registerGivenSites } from './registration';
import { startInTab } from './start-in-tab';

/** The name of the key in the manifest. */
const LOOK_HERE = 'look-here';

/**
 * Keeps Paperkin on the sites that the reader gave, wherever they were given or taken back: in the popup, which may be gone
 * by the time the browser's question is answered, or in the browser's settings. Serves the key for "Look here", too.
 */
export function keepSites(report: (error: unknown) => void): void {
  const renew = () => void registerGivenSites().catch(report);
  // An update empties Chromium's list of registered scripts.
  browser.runtime.onInstalled.addListener(renew);
  // Rights may have changed while no background ran.
  browser.runtime.onStartup.addListener(renew);
  browser.permissions.onRemoved.addListener(renew);
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    renew();
    if (origins.length > 0) void startInFront(origins).catch(report);
  });
  browser.commands.onCommand.addListener((command: string, tab?: Browser.tabs.Tab) => {
    if (command === LOOK_HERE) void lookHere(tab).catch(report);
  });
}

/** The pages that the reader sees just now; others follow when they are loaded. */
async function startInFront(patterns: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ active: true, url: [...patterns] });
  await Promise.all(tabs.map(({ id, url }) => id !== undefined && startInTab(id, url)));
}

async function lookHere(pressedIn: Browser.tabs.Tab | undefined): Promise<void> {
  const tab = pressedIn ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id !== undefined) await startInTab(tab.id, tab.url);
}
