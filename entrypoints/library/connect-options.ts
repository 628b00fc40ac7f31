import { browser } from 'wxt/browser';
import type { OptionsPorts, SettingsImport } from '../../components/options/ports';
import {
  readSettingsFile,
  SETTINGS_FILE_CHARS_MAX,
  writeSettingsFile,
} from '../../core/settings-file/settings-file';
import { call } from '../../messaging/client';
import { SYNC_FILE_CHARS_MAX } from '../../messaging/limits';
import { choicesIn, recordsOf } from '../../store/choices';
import { newsSince, noteNewsSeen } from '../../store/first-run';
import { concernsSettings } from '../../store/settings';
import { windowModel } from '../model/window-model';
import { kept, settingsAccess } from '../popup/settings-access';
import { siteAccess } from '../popup/site-access';
import { browserKeys } from './browser-keys';
import { offerDownload } from './offer-download';
import { seeToVisited, visitedAccess } from './visited-access';

const FILE_NAME = 'Paperkin settings.json';
const SYNC_FILE_NAME = 'Paperkin list of all machines.txt';

/** What the options ask of the browser. Of their own tab there is no site to speak of. */
export function connectOptions(): OptionsPorts {
  const { local } = browser.storage;
  const { version } = browser.runtime.getManifest();
  const everything = () => local.get(null);
  const settings = settingsAccess(windowModel(), () => Promise.resolve(''));
  return {
    ...siteAccess(() => Promise.resolve(null)),
    ...settings,
    changeSettings: async (change) => {
      const answer = await settings.changeSettings(change);
      if (change.visitedDays !== undefined) void seeToVisited();
      return answer;
    },
    ...visitedAccess(),
    version,
    syncState: () => call('sync/state', {}),
    changeSync: (change) => call('sync/set', change),
    syncNow: () => call('sync/now', {}),
    syncFile: async (file) => call('sync/file', { text: file && (await syncFileText(file)) }),
    saveSyncFile: (text) => offerDownload(SYNC_FILE_NAME, new Blob([text], { type: 'text/plain' })),
    offSites: async () => choicesIn(await everything().catch(() => ({}))).offSites,
    keys: browserKeys,
    changeKeys,
    exportSettings: () => kept(exportSettings(`Paperkin ${version}`)),
    importSettings: (file) => importSettings(file).catch(() => ({ kind: 'failed' })),
    newsSince: () => newsSince(local).catch(() => null),
    // A line that comes back is no harm.
    noteNewsSeen: () => noteNewsSeen(local).catch(() => undefined),
  };
}

/** Of a file that is far too long, or that cannot be read, no more than says that it is none of ours. */
async function syncFileText(file: File): Promise<string> {
  return file.size > SYNC_FILE_CHARS_MAX ? '' : await file.text().catch(() => '');
}

/** @throws what the browser throws. */
async function exportSettings(madeBy: string): Promise<void> {
  const text = writeSettingsFile(choicesIn(await browser.storage.local.get(null)), madeBy);
  offerDownload(FILE_NAME, new Blob([text], { type: 'application/json' }));
}

/** @throws what the browser throws. */
async function importSettings(file: File): Promise<SettingsImport> {
  // A character is a byte at the least; the text itself is counted once more.
  if (file.size > SETTINGS_FILE_CHARS_MAX * 4) return { kind: 'refused', fault: 'too-long' };
  const all = await browser.storage.local.get(null);
  const read = readSettingsFile(await file.text(), choicesIn(all).settings);
  if (!read.ok) return { kind: 'refused', fault: read.fault };
  await browser.storage.local.set(recordsOf(read.choices, all));
  void seeToVisited();
  const { offSites, denied, views } = read.choices;
  return {
    kind: 'done',
    offSites: offSites.length,
    deniedPages: denied.size,
    views: views.length,
    leftOut: read.leftOut,
  };
}

/** Firefox (137) opens its page of keys for us; Chromium's has an address that a page may not link to, but a tab may have. */
function changeKeys(): void {
  const commands: typeof browser.commands & { readonly openShortcutSettings?: () => Promise<void> } =
    browser.commands;
  if (commands.openShortcutSettings) void commands.openShortcutSettings();
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Hears of what is set elsewhere: in the popup, on a card, in the browser's own settings, in another tab. At once for a start. */
export function watchOptions(onChange: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && concernsSettings(changes)) onChange();
  });
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  // Keys are changed in another tab.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') onChange();
  });
  addEventListener('hashchange', onChange);
  onChange();
}
