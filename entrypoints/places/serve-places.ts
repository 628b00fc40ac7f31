import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { Call } from '../../page/call';
import { translate } from '../locale/translate';
import { loadPlaces } from '../own-scripts/load-script';
import { showSaved } from '../toolbar/badge';
import type { PlacesPorts } from './places';
import type { Saved } from './save-paper';

type Report = (error: unknown) => void;

/** Names of the menu's item and of the key in the manifest. */
const SAVE_HERE = 'save-here';
const SAVE_PAGE = 'save-page';

/**
 * Serves the browser's own places: the context menu, the key that saves a page, the keyword of the address bar. To be called
 * in the background's first turn; what answers is a script of its own.
 */
export function servePlaces(call: Call, report: Report): void {
  const ports: PlacesPorts = {
    call,
    now: Date.now,
    translate,
    isMarkup: !import.meta.env.FIREFOX,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
  // Browsers keep an item from then on; after an update it may have another name. Two updates in one moment take turns.
  let menu = Promise.resolve();
  browser.runtime.onInstalled.addListener(() => void (menu = menu.then(makeMenu).catch(report)));
  browser.contextMenus.onClicked.addListener((clicked, tab) => {
    if (clicked.menuItemId !== SAVE_HERE) return;
    const save = async () => (await loadPlaces()).saveClicked(clicked, tab ?? null, ports);
    void tellSaved(save, tab?.id, report).catch(report);
  });
  browser.commands.onCommand.addListener((command: string, tab?: Browser.tabs.Tab) => {
    if (command === SAVE_PAGE) void savePage(tab, ports, report).catch(report);
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

async function savePage(
  pressedIn: Browser.tabs.Tab | undefined,
  ports: PlacesPorts,
  report: Report,
): Promise<void> {
  const tab = pressedIn ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (!tab) return;
  await tellSaved(async () => (await loadPlaces()).savePage(tab, ports), tab.id, report);
}

/** Whatever goes wrong, the reader hears that nothing was saved: a script of our own may not load. */
async function tellSaved(
  save: () => Promise<Saved>,
  tabId: number | undefined,
  report: Report,
): Promise<void> {
  const saved = await save().catch((error: unknown): Saved => {
    report(error);
    return { kind: 'failed' };
  });
  await showSaved(saved, tabId, translate);
}

function serveAddressBar(ports: PlacesPorts, report: Report): void {
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
