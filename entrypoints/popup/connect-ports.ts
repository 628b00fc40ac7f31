import { browser } from 'wxt/browser';
import type { Answer, PopupPorts } from '../../components/popup/ports';
import { httpUrl } from '../../core/identity/links';
import type { PaperId } from '../../core/paper';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { siteOf, type Settings } from '../../core/settings';
import { call } from '../../messaging/client';
import { changeSettings, readSettings, setSiteOff } from '../../store/settings';
import { windowModel } from '../model/window-model';
import { currentTab, lookHere, pagePapers } from './page-tab';
import { siteAccess } from './site-access';

/** The popup's ports, joined to the background and to the content script of the tab it was opened on. */
export function connectPorts(): PopupPorts {
  const tab = currentTab();
  const { model, written, write } = windowModel();
  const reading = readAhead();
  const address = tab.then((found) => httpUrl(found?.url ?? null));
  return {
    ...siteAccess(tab),
    pagePapers: async () => pagePapers(await tab),
    lookHere: async () => lookHere(await tab),
    // Only what the page named can be wrong about the page.
    card: async (ref) => call('paper/card', 'mention' in ref ? { ref, page: await address } : { ref }),
    deny: async (paperId, isDenied) => call('paper/deny', { page: await address, paperId, isDenied }),
    // A paper named by the page was saved from that page; one reached by search or kin from Paperkin itself.
    save: async (ref) => call('list/save', { ref, sourceUrl: 'mention' in ref ? await address : null }),
    list: () => call('list/all', {}),
    setStatus: (paperId, status) => call('list/set-status', { paperId, status }),
    noteOpened,
    readingOnOpen: reading.isOn,
    remove: async (paperId) => firstOf(await call('list/remove', { paperIds: [paperId] })),
    restore: async (entry) => firstOf(await call('list/restore', { entries: [entry] })),
    search: (query, limit) => call('search', { query, limit }),
    health: () => call('health', {}),
    settings: async () => {
      const site = siteOf((await address) ?? '');
      const [settings, readiness] = await Promise.all([
        readSettings(browser.storage.local, site),
        model.readiness(),
      ]);
      return { site, ...settings, model: readiness };
    },
    changeSettings: (change) => {
      if (change.modelSummary === false) written.clear();
      reading.follow(change);
      return kept(changeSettings(browser.storage.local, change));
    },
    setSiteOff: (site, isOff) => kept(setSiteOff(browser.storage.local, site, isOff)),
    fetchModel: (signal, onShare) => model.fetch(signal, onShare),
    write,
    openLibrary,
  };
}

function openLibrary(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
  // Firefox leaves the popup open over the new tab.
  window.close();
}

/** Whether opening starts reading, known before it is asked for: the link that asks may close the popup. */
function readAhead() {
  let isOn = readSettings(browser.storage.local, '').then(({ readingOnOpen }) => readingOnOpen);
  return {
    isOn: () => isOn,
    follow({ readingOnOpen }: Partial<Settings>): void {
      if (readingOnOpen !== undefined) isOn = Promise.resolve(readingOnOpen);
    },
  };
}

async function noteOpened(paperId: PaperId): Promise<void> {
  await call('list/edit', { edits: [{ paperIds: [paperId], change: { openedAt: Date.now() } }] });
}

async function kept(writing: Promise<void>): Promise<Answer<null>> {
  try {
    await writing;
    return { ok: true, value: null };
  } catch (error) {
    return { ok: false, error: { code: 'storage', message: String(error) } };
  }
}

/** The answer about one entry, of a call that takes several. */
function firstOf(answer: Answer<readonly ReadingListEntry[]>): Answer<ReadingListEntry> {
  if (!answer.ok) return answer;
  const [value] = answer.value;
  return value ? { ok: true, value } : { ok: false, error: { code: 'not-found', message: '' } };
}
