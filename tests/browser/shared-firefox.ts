import { FirefoxBrowser } from './firefox-browser';
import { SharedBrowser } from './shared-browser';

/** Without the extension, and with one blank tab. */
export const sharedFirefox = new SharedBrowser(() => FirefoxBrowser.start({}));

/** Makes the browser as it was before the extension was installed. */
export async function clearFirefox({ firefox, network }: FirefoxBrowser, addonId: string): Promise<void> {
  await firefox.closeTabs();
  await firefox.uninstall(addonId);
  await firefox.askBrowser('(Services.cookies.removeAll(), true)');
  network.forget();
}
