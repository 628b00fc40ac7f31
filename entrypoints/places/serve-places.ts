import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { Translate } from '../../components/messages';
import type { Call } from '../../page/call';
import { loadPlaces } from '../own-scripts/load-script';
import { showSaved } from '../toolbar/badge';
import type { Clicked, PlacesPorts } from './places';

/** Names of the menu's item and of the key in the manifest. */
const SAVE_HERE = 'save-here';
const SAVE_PAGE = 'save-page';

const getMessage = browser.i18n.getMessage as (key: string, substitutions: string[]) => string;
const translate: Translate = (key, ...substitutions) => getMessage(key, [...substitutions]);

/**
 * Serves the browser's own places: the context menu, the key that saves a page, the keyword of the address bar. To be called
 * in the background's first turn; what answers is a script of its own.
 */
export function servePlaces(call: Call, report: (error: unknown) => void): void {
  const ports: PlacesPorts = {
    call,
    now: Date.now,
    translate,
    isMarkup: !import.meta.env.FIREFOX,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
  // Browsers keep an item from then on; after an update it may have another name.
  browser.runtime.onInstalled.addListener(() => void makeMenu().catch(report));
  browser.contextMenus.onClicked.addListener((clicked, tab) => {
    if (clicked.menuItemId === SAVE_HERE) void saveClicked(clicked, tab ?? null, ports).catch(report);
  });
  browser.commands.onCommand.addListener((command: string, tab?: Browser.tabs.Tab) => {
    if (command === SAVE_PAGE) void savePage(tab, ports).catch(report);
  });
  serveAddressBar(ports, report);
}

async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SAVE_HERE,
    title: translate('menu_save'),
    contexts: ['page', 'link', 'selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*', 'file:///*'],
  });
}

async function saveClicked(
  clicked: Clicked,
  tab: Browser.tabs.Tab | null,
  ports: PlacesPorts,
): Promise<void> {
  const places = await loadPlaces();
  await showSaved(await places.saveClicked(clicked, tab, ports), tab?.id, translate);
}

async function savePage(pressedIn: Browser.tabs.Tab | undefined, ports: PlacesPorts): Promise<void> {
  const tab = pressedIn ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (!tab) return;
  const places = await loadPlaces();
  await showSaved(await places.savePage(tab, ports), tab.id, translate);
}

function serveAddressBar(ports: PlacesPorts, report: (error: unknown) => void): void {
  const { omnibox } = browser;
  const hint = () => omnibox.setDefaultSuggestion({ description: translate('omnibox_hint') });
  // Firefox shows the first line as it was when the reader began to type.
  browser.runtime.onInstalled.addListener(hint);
  browser.runtime.onStartup.addListener(hint);
  omnibox.onInputStarted.addListener(hint);
  omnibox.onInputChanged.addListener((typed, suggest) => {
    const answer = async () => {
      const suggestions = await (await loadPlaces()).suggest(typed, ports);
      if (suggestions !== null) suggest([...suggestions]);
    };
    void answer().catch(report);
  });
  omnibox.onInputEntered.addListener((entered, disposition) => {
    const go = async () => {
      const address = await (await loadPlaces()).addressOf(entered, ports);
      await open(address ?? browser.runtime.getURL('/library.html'), disposition);
    };
    void go().catch(report);
  });
}

async function open(url: string, disposition: `${Browser.omnibox.OnInputEnteredDisposition}`): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
