import type { BrowserContext, Page } from 'playwright-core';

/**
 * Chromium keeps the errors of an unpacked extension, those of its worker, its content scripts and its pages, for the list
 * on `chrome://extensions`. It is the only place that has what a worker throws while nothing is attached to it.
 */
/** A file of that page: its right to the browser's own calls goes by the host, and to draw the page itself takes a second of two cores. */
const OF_EXTENSIONS_PAGE = 'chrome://extensions/strings.m.js';

async function onExtensionsPage<T>(context: BrowserContext, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    await page.goto(OF_EXTENSIONS_PAGE);
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Turns on what Chromium asks of a reader who installs from a folder; without it such an extension is off. */
export function beDeveloper(context: BrowserContext): Promise<void> {
  return onExtensionsPage(context, (page) =>
    page.evaluate(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`),
  );
}

/** Starts the collection, once `beDeveloper` is; what was thrown before, in the first moments of a new profile, is not in it. */
export function collectErrors(context: BrowserContext, extensionId: string): Promise<void> {
  const configuration = JSON.stringify({ extensionId, errorCollection: true });
  return onExtensionsPage(context, (page) =>
    page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${configuration})`),
  );
}

/** The errors since the extension was loaded; warnings and logs are left out. */
export function extensionErrors(context: BrowserContext, extensionId: string): Promise<string[]> {
  return onExtensionsPage(context, (page) =>
    page.evaluate<string[]>(`chrome.developerPrivate.getExtensionInfo('${extensionId}').then((info) => [
      ...info.manifestErrors.map((error) => 'manifest: ' + error.message),
      ...info.runtimeErrors
        .filter((error) => error.severity === 'ERROR')
        .map((error) => error.contextUrl + ': ' + error.message),
    ])`),
  );
}

/** Reloads the extension in place, as an update does, and waits for its new worker. */
export function reloadExtension(context: BrowserContext, extensionId: string): Promise<void> {
  return onExtensionsPage(context, async (page) => {
    const worker = context.waitForEvent('serviceworker');
    await page.evaluate(`chrome.developerPrivate.reload('${extensionId}', { failQuietly: true })`);
    await worker;
  });
}

/** Lets the extension run in private windows, as the reader may in its details; it is loaded anew for that. Waits for its new worker. */
export function allowPrivateWindows(context: BrowserContext, extensionId: string): Promise<void> {
  return onExtensionsPage(context, async (page) => {
    const worker = context.waitForEvent('serviceworker');
    const configuration = JSON.stringify({ extensionId, incognitoAccess: true });
    await page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${configuration})`);
    await worker;
  });
}

/**
 * Gives or takes a right as the site settings of an extension do. Once given, the extension's own request for it is answered
 * without the question, which no driver can see or answer (Chromium 156).
 */
export function setHostRight(
  context: BrowserContext,
  extensionId: string,
  pattern: string,
  isGiven: boolean,
): Promise<void> {
  const call = isGiven ? 'addHostPermission' : 'removeHostPermission';
  return onExtensionsPage(context, (page) =>
    page.evaluate(`chrome.developerPrivate.${call}('${extensionId}', '${pattern}')`),
  );
}
