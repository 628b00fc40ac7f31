import { VISITED_DUE } from '../core/visited/visited-corpus';
import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { RECORDS, type BackupMarks } from '../core/backups/records';
import { createEngine, type Engine } from '../engine/engine';
import type { KeepPorts } from '../engine/keeper/tend';
import { createDispatcher } from '../messaging/dispatcher';
import { listen } from '../messaging/listen';
import { ownCall } from '../messaging/own-client';
import { callTab, tellOwnPages } from '../messaging/tab-client';
import { openCorpusDatabase } from '../store/corpus-database';
import { isImportRunning } from '../store/import/import-lock';
import { openDenials } from '../store/denials';
import { openLibraryDatabase } from '../store/library-database';
import { openSessionLibrary, type SessionPort } from '../store/session-library';
import { repairRequester } from './repair/request-repair';
import { serveInstall } from './first-run/serve-install';
import { servePanelKey } from './panel/open-panel';
import { keepSites } from './sites/keep-sites';
import { runCardView } from './sites/start-in-tab';
import {
  keepOwnScripts,
  loadKeeper,
  loadSharedTerms,
  loadSummariser,
  loadSync,
  loadVisited,
} from './own-scripts/load-script';
import { servePlaces } from './places/serve-places';
import { keepSync, setSyncDevice } from './sync/keep-sync';
import { showKnownCount } from './toolbar/badge';
import { outsidePrivate } from './visited/outside-private';

/** What woke the worker is answered by then; it lives for half a minute. */
const TEND_DELAY_MS = 5_000;

// Not a module: a module would share chunks with the pages, 1.5 kB more (gzipped) and more files at each waking.
export default defineBackground({
  // Listeners are registered before anything is awaited: the browser wakes a worker for a message and drops the
  // message when no listener is there by the end of its first turn.
  main() {
    const onListEdited = keepSync(() => engine['sync/now']({}), reportError);
    const engine = makeEngine(onListEdited);
    const ownPages = browser.runtime.getURL('/');
    const dispatch = createDispatcher<Browser.runtime.MessageSender>({
      handlers: {
        ...engine,
        'page/known-count': async ({ count }, sender) => {
          await showKnownCount(count, sender);
          return null;
        },
        'page/load-card-view': async (_params, { tab, frameId }) => {
          if (tab?.id !== undefined) await runCardView(tab.id, frameId ?? 0);
          return null;
        },
        'page/visited': outsidePrivate(engine['page/visited']),
      },
      isExtensionPage: (sender) => sender.url?.startsWith(ownPages) ?? false,
      onDefect: reportError,
    });
    const warm = () =>
      void engine
        .health({})
        .then(() => engine['list/tend']({ isStart: true }))
        .catch(reportError);
    listen(dispatch);
    keepOwnScripts();
    keepSites(reportError);
    serveInstall(reportError);
    servePanelKey(reportError);
    servePlaces(ownCall(dispatch, { url: ownPages }), reportError);
    browser.runtime.onInstalled.addListener(warm);
    browser.runtime.onStartup.addListener(warm);
    setTimeout(() => void seeToWhatWaits(engine).catch(reportError), TEND_DELAY_MS);
  },
});

/** Backups that were not made, visited papers that no corpus has: the worker before this one may have died over either. */
async function seeToWhatWaits(engine: Engine): Promise<void> {
  const kept = await browser.storage.local.get([RECORDS.changes, RECORDS.backup, VISITED_DUE]);
  const [changes, backup] = [kept[RECORDS.changes], kept[RECORDS.backup]] as BackupMarks;
  if (changes?.count !== backup?.changes) await engine['list/tend']({ isStart: false });
  if (Number(kept[VISITED_DUE]) <= Date.now()) await engine['page/visited']({ papers: [] });
}

const SESSION: SessionPort = {
  get: async (key) => (await browser.storage.session.get(key))[key],
  set: (key, value) => browser.storage.session.set({ [key]: value }),
};

function makeEngine(onListEdited: () => void) {
  const { local, sync: area } = browser.storage;
  const corpora = openCorpusDatabase();
  const library = openLibraryDatabase();
  const tell = () => void tellTabs().catch(reportError);
  return createEngine({
    corpus: corpora,
    shelf: corpora.shelf,
    repairs: corpora.repairs,
    requestRepair: repairRequester(() => {
      corpora.forget();
      tell();
    }),
    isImportRunning,
    library,
    session: openSessionLibrary(SESSION),
    denials: openDenials({
      get: async (key) => (await local.get(key))[key],
      set: (key, value) => local.set({ [key]: value }),
      remove: (key) => local.remove(key),
    }),
    now: Date.now,
    // What is derived from the papers changes with our code too, so each release installs them anew.
    bundledVersion: `${CORPUS_VERSION}+${browser.runtime.getManifest().version}`,
    loadBundled: () => ownFile('/corpus.bin'),
    loadWordVectors: () => ownFile('/word-vectors.bin'),
    loadKeeper,
    keep: keepPorts(),
    loadSync,
    loadVisited,
    sync: { store: library.sync, area, setOn: setSyncDevice, chance: Math.random },
    // A card says that its summary or its kin are lost; why is told here alone.
    loadSummariser: () => loadSummariser().catch(reportAndThrow),
    loadSharedTerms: () => loadSharedTerms().catch(reportAndThrow),
    onListChanged: tell,
    onListEdited,
    onCorporaChanged: tell,
  });
}

function reportAndThrow(error: unknown): never {
  reportError(error);
  throw error;
}

function keepPorts(): KeepPorts {
  return {
    local: browser.storage.local,
    storage: navigator.storage,
    madeBy: `Paperkin ${browser.runtime.getManifest().version}`,
    report: reportError,
  };
}

async function ownFile(path: '/corpus.bin' | '/word-vectors.bin'): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL(path));
  return new Uint8Array(await response.arrayBuffer());
}

/** For tabs and for our own pages. Most tabs have no content script of ours; their answer is an `unreachable` that nobody needs. */
async function tellTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const told = tabs.map((tab) => tab.id !== undefined && callTab(tab.id, 'tab/list-changed', {}));
  await Promise.all([tellOwnPages('tab/list-changed'), ...told]);
}
