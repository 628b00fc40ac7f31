import type { LibraryPorts, Space } from '../../components/library/ports';
import { call } from '../../messaging/client';
import { importClient } from './import-client';

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
    download,
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

function download(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/tab-separated-values' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName.replace(/[\\/:*?"<>|]/g, ' ');
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
