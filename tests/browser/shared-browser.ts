import type { BrowserContext } from 'playwright-core';
import { builtExtension } from './built-extension';
import { ChromiumBrowser } from './chromium-browser';

/*
 * A browser with a new profile takes 3 s of a processor before its first test, and there are fifty files of tests. So the files that one
 * worker runs share one, and what each begins with is the browser's own doing: the extension is installed for it, and uninstalled after
 * it with all that it kept.
 */

let isSharing = false;
/** The browser of this worker while no file is at work in it. */
let idle: ChromiumBrowser | null = null;

/** From now on browsers are shared, until `endSharing`. */
export function beginSharing(): void {
  isSharing = true;
}

/** Ends the browser that is shared. */
export async function endSharing(): Promise<void> {
  isSharing = false;
  const browser = idle;
  idle = null;
  await browser?.close();
}

export const sharesBrowsers = (): boolean => isSharing;

/** A browser without the extension, and without pages but its own. */
export async function takeBrowser(): Promise<ChromiumBrowser> {
  const browser = idle ?? (await ChromiumBrowser.start({ extension: null, keepsPages: false }));
  idle = null;
  return browser;
}

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

/** Makes the browser as `takeBrowser` gave it, for the next; one that refuses is ended. */
export async function giveBackBrowser(browser: ChromiumBrowser, extensionId: string): Promise<void> {
  try {
    await clear(browser, extensionId);
    idle = browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function clear({ context, extensions, network }: ChromiumBrowser, extensionId: string): Promise<void> {
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
