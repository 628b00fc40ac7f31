import type { LibraryPorts, Space } from '../../components/library/ports';
import type { ListFiles, ListPorts } from '../../components/list/ports';
import type { MapPorts } from '../../components/map/map-store';
import { browser } from 'wxt/browser';
import { safeFileName } from '../../components/library/file-name';
import { call } from '../../messaging/client';
import { readSettings } from '../../store/settings';
import { UnsavedNotes } from '../../store/unsaved-notes';
import { windowClock } from '../../components/window-clock';
import { copyCitation } from '../clipboard/copy-citation';
import { windowModel } from '../model/window-model';
import { sendToZotero } from '../zotero/send-to-zotero';
import { exportClient } from './export-client';
import { importClient } from './import-client';
import { mapClient } from './map-client';
import { offerDownload } from './offer-download';
import { visitedAccess } from './visited-access';

/** As files of ours say it. */
export const MADE_BY = `Paperkin ${browser.runtime.getManifest().version}`;

/** The library page's ports, joined to the background, the import worker and the browser's storage. */
export function connectPorts(): LibraryPorts {
  const importer = importClient();
  return {
    ...importer,
    overview: () => call('corpora/all', {}),
    rename: (corpusId, name) => call('corpora/change', { corpusId, name, enabled: null }),
    setEnabled: (corpusId, enabled) => call('corpora/change', { corpusId, name: null, enabled }),
    remove: (corpusId) => call('corpora/remove', { corpusId }),
    clearVisited: visitedAccess().clearVisited,
    abandon: (corpusId) => call('corpora/abandon', { corpusId }),
    errors: (corpusId) => call('corpora/errors', { corpusId }),
    tellChanged: () => call('corpora/changed', {}),
    space,
    importFile: async (file, plan, onProgress) => {
      // Asked when there is something to lose. Chromium grants it to extensions, Firefox asks the reader.
      await navigator.storage.persist().catch(() => false);
      return importer.importFile(file, plan, onProgress);
    },
    ...exportClient(MADE_BY),
    download: (fileName, text) =>
      offerDownload(safeFileName(fileName), new Blob([text], { type: typeOf(fileName) })),
  };
}

/** How the databases are. */
export const health = () => call('health', {});

/** What the map asks of the background and of its worker. */
export function connectMap(): MapPorts {
  const makeMap = mapClient();
  return {
    makeMap: async (from, onPart) => {
      // The worker reads the database by itself, and the bundled corpus is installed at the background's first look at it.
      if ('corpusId' in from) await call('corpora/all', {});
      return makeMap(from, onPart);
    },
    list: () => call('list/all', {}),
    card: (paperId) => call('paper/card', { ref: { paperId } }),
    save: (paperId) => call('list/save', { ref: { paperId }, sourceUrl: null }),
    setStatus: (paperId, status) => call('list/set-status', { paperId, status }),
    write: windowModel().write,
  };
}

/** What the reading list asks of the background. */
export function connectList(): ListPorts {
  return {
    list: () => call('list/all', {}),
    card: (paperId) => call('paper/card', { ref: { paperId } }),
    save: (paperId) => call('list/save', { ref: { paperId }, sourceUrl: null }),
    edit: (edits) => call('list/edit', { edits }),
    remove: (paperIds) => call('list/remove', { paperIds }),
    restore: (entries) => call('list/restore', { entries }),
    revert: (joined) => call('list/revert', { joined }),
    readingOnOpen: async () => (await readSettings(browser.storage.local, '')).readingOnOpen,
    versions: (change) => call('list/versions', { change }),
    clock: windowClock,
    unsaved: new UnsavedNotes(localStorage),
  };
}

/** The ways out of the list. `noteExport` is told when the whole of it went. */
export function listFiles(noteExport: () => void): ListFiles {
  return {
    noteExport,
    madeBy: MADE_BY,
    now: Date.now,
    offer: (fileName, content, mediaType) =>
      offerDownload(fileName, new Blob([content as BlobPart], { type: mediaType })),
    copy: copyCitation,
    sendToZotero,
  };
}

async function space(): Promise<Space | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    if (usage === undefined || quota === undefined) return null;
    return { usedBytes: usage, freeBytes: Math.max(0, quota - usage) };
  } catch {
    return null;
  }
}

const typeOf = (fileName: string): string =>
  fileName.endsWith('.svg') ? 'image/svg+xml' : 'text/tab-separated-values';
