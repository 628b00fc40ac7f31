import type { ExtensionPage } from './extension-page';

type Items = Readonly<Record<string, unknown>>;

/** Has the browser's sync storage of one profile hold what another's does, as the browsers' own sync would have it in a while. */
export async function copySyncItems(from: ExtensionPage, to: ExtensionPage): Promise<void> {
  const items = JSON.stringify(await syncItems(from));
  await to.page.evaluate(`(async () => {
    const wanted = ${items};
    const gone = Object.keys(await chrome.storage.sync.get(null)).filter((key) => !(key in wanted));
    if (gone.length > 0) await chrome.storage.sync.remove(gone);
    await chrome.storage.sync.set(wanted);
  })()`);
}

/** All items of the browser's sync storage. */
export function syncItems(page: ExtensionPage): Promise<Items> {
  return page.page.evaluate<Items>('chrome.storage.sync.get(null)');
}
