import type { BrowserContext } from 'playwright-core';
import { builtExtension } from './built-extension';
import { ChromiumBrowser } from './chromium-browser';
import { SharedBrowser } from './shared-browser';

/** Without the extension, and without pages but its own. */
export const sharedChromium = new SharedBrowser(() =>
  ChromiumBrowser.start({ extension: null, keepsPages: false }),
);

/** Installs the production build as a reader does, waits for its worker, and gives its id. */
export async function installIn(context: BrowserContext): Promise<string> {
  const started = context.waitForEvent('serviceworker');
  const cdp = await context.browser()?.newBrowserCDPSession();
  const installed = await cdp?.send('Extensions.loadUnpacked', { path: builtExtension('chrome') });
  if (!installed) throw new Error('Chromium did not install the extension');
  await started;
  await cdp?.detach();
  return installed.id;
}

/** Makes the browser as it was before `installIn`. */
export async function clearChromium(
  { context, extensions, network }: ChromiumBrowser,
  extensionId: string,
): Promise<void> {
  // A window goes with its last page, and the browser with its last window.
  const open = context.pages().filter((page) => !extensions.isPage(page));
  await Promise.all(open.map((page) => page.close()));
  const cdp = await context.browser()?.newBrowserCDPSession();
  await cdp?.send('Extensions.uninstall', { id: extensionId });
  await cdp?.detach();
  await context.unrouteAll();
  await context.clearCookies();
  await context.clearPermissions();
  network.forget();
}
