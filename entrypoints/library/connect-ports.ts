import type { LibraryPorts, Space } from '../../components/library/ports';
import { browser } from 'wxt/browser';
import { safeFileName } from '../../components/library/file-name';
import { call } from '../../messaging/client';
import { exportClient } from './export-client';
import { importClient } from './import-client';
import { offerDownload } from './offer-download';

/** The library page's ports, joined to the background, the import worker and the browser's storage. */
export function connectPorts(): LibraryPorts {
  const importer = importClient();
  return {
    ...importer,
    overview: () => call('corpora/all', {}),
    rename: (corpusId, name) => call('corpora/change', { corpusId, name, enabled: null }),
    setEnabled: (corpusId, enabled) => call('corpora/change', { corpusId, name: null, enabled }),
    remove: (corpusId) => call('corpora/remove', { corpusId }),
    abandon: (corpusId) => call('corpora/abandon', { corpusId }),
    errors: (corpusId) => call('corpora/errors', { corpusId }),
    tellChanged: () => call('corpora/changed', {}),
    space,
    importFile: async (file, plan, onProgress) => {
      // Asked when there is something to lose. Chromium grants it to extensions, Firefox asks the reader.
      await navigator.storage.persist().catch(() => false);
      return importer.importFile(file, plan, onProgress);
    },
    ...exportClient(`Paperkin ${browser.runtime.getManifest().version}`),
    download: (fileName, text) =>
      offerDownload(safeFileName(fileName), new Blob([text], { type: 'text/tab-separated-values' })),
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
