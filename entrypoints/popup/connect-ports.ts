import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { newestSince } from '../../components/options/news';
import type { Answer, LibraryPlace, PopupPorts } from '../../components/popup/ports';
import { httpUrl } from '../../core/identity/links';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { siteOf } from '../../core/settings';
import { call } from '../../messaging/client';
import { newsSince } from '../../store/first-run';
import { windowModel } from '../model/window-model';
import { NamingPages } from './naming-pages';
import { lookHere, pagePapers } from './page-tab';
import { settingsAccess } from './settings-access';
import { siteAccess } from './site-access';

/** Where the popup's screens stand: in the popup itself, about one tab, or in the side panel, about the tab in front. */
export interface PopupPlace {
  /** The tab that the screens are about; null when there is none. */
  readonly tab: () => Promise<Browser.tabs.Tab | null>;
  /** Why nothing of a page is to be seen, where the browser does not show its address. */
  readonly hidden: 'browser' | 'unseen';
  readonly openPanel: PopupPorts['openPanel'];
  /** Called when a tab was opened that covers the page. */
  readonly leave: () => void;
}

const PLACES: Readonly<Record<LibraryPlace, string>> = {
  list: '',
  options: '#options',
  news: '#options/about',
};

/** The popup's ports, joined to the background and to the content script of the tab. */
export function connectPorts({ tab, hidden, openPanel, leave }: PopupPlace): PopupPorts {
  const model = windowModel();
  const address = async () => httpUrl((await tab())?.url ?? null);
  const named = new NamingPages();
  const openLibrary = (place: LibraryPlace) => {
    void browser.tabs.create({
      url: browser.runtime.getURL(`/library.html${PLACES[place]}` as '/library.html'),
    });
    leave();
  };
  return {
    ...siteAccess(tab),
    ...settingsAccess(model, async () => siteOf((await address()) ?? '')),
    pagePapers: async () => named.note(await pagePapers(await tab(), hidden), await address()),
    lookHere: async () => named.note(await lookHere(await tab(), hidden), await address()),
    // Only what the page named can be wrong about the page.
    card: async (ref) => {
      if (!('mention' in ref)) return call('paper/card', { ref });
      const page = named.of(ref.mention);
      const answer = await call('paper/card', { ref, page });
      if (answer.ok) named.noteCard(answer.value.paper.id, page);
      return answer;
    },
    deny: async (paperId, isDenied) =>
      call('paper/deny', { page: named.ofCard(paperId) ?? (await address()), paperId, isDenied }),
    // A paper named by the page was saved from that page; one reached by search or kin from Paperkin itself.
    save: (ref) => call('list/save', { ref, sourceUrl: 'mention' in ref ? named.of(ref.mention) : null }),
    list: () => call('list/all', {}),
    setStatus: (paperId, status) => call('list/set-status', { paperId, status }),
    remove: async (paperId) => firstOf(await call('list/remove', { paperIds: [paperId] })),
    restore: async (entry) => firstOf(await call('list/restore', { entries: [entry] })),
    search: (query, limit) => call('search', { query, limit }),
    health: () => call('health', {}),
    write: model.write,
    openLibrary,
    openPanel,
    unseenNews,
  };
}

async function unseenNews(): Promise<string | null> {
  const since = await newsSince(browser.storage.local).catch(() => null);
  return since === null ? null : newestSince(since, browser.runtime.getManifest().version);
}

/** The answer about one entry, of a call that takes several. */
function firstOf(answer: Answer<readonly ReadingListEntry[]>): Answer<ReadingListEntry> {
  if (!answer.ok) return answer;
  const [value] = answer.value;
  return value ? { ok: true, value } : { ok: false, error: { code: 'not-found', message: '' } };
}
