import { browser } from 'wxt/browser';
import type { ListImportPorts, OpenTab } from '../../components/list/import/ports';
import { call } from '../../messaging/client';
import { listClient } from './list-client';

/** What the import of papers into the list asks of its worker, of the background and of the browser. */
export function connectListImport(backUpFirst: ListImportPorts['backUpFirst']): ListImportPorts {
  return {
    ...listClient(),
    backUpFirst,
    resolve: (mentions) => call('page/resolve', { mentions }),
    card: (paperId) => call('paper/card', { ref: { paperId } }),
    search: (query, limit) => call('search', { query, limit }),
    openTabs,
  };
}

/** Without it a tab has an address only where its site was given to us. Asked for in a click, and given back. */
const TABS = { permissions: ['tabs' as const] };

async function openTabs(): Promise<readonly OpenTab[] | null> {
  try {
    if (!(await browser.permissions.request(TABS))) return null;
    const tabs = await browser.tabs.query({ currentWindow: true });
    return tabs.flatMap(({ url, title }) => (url === undefined ? [] : [{ url, title: title ?? '' }]));
  } catch {
    return null;
  } finally {
    await browser.permissions.remove(TABS).catch(() => false);
  }
}
