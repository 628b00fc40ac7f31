import { browser } from 'wxt/browser';
import { noteInstall, noteUpdate } from '../../store/first-run';

/** Opens the first page once, and notes updates for whoever shows what is new. To be called in the background's first turn. */
export function serveInstall(report: (error: unknown) => void): void {
  const { local } = browser.storage;
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    const settle = async () => {
      if (reason === 'update' && previousVersion) await noteUpdate(local, previousVersion);
      if (reason === 'install' && (await noteInstall(local)))
        await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    };
    void settle().catch(report);
  });
}
