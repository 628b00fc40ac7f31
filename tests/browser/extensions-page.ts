import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { waitFor } from '../../tools/browsers/card-view';

/** A file of that page: its right to the browser's own calls goes by the host, and to draw the page itself takes a second of two cores. */
const OF_EXTENSIONS_PAGE = 'chrome://extensions/strings.m.js';

/** What the protocol calls a worker (`ServiceWorkerVersion`). */
interface WorkerVersion {
  readonly versionId: string;
  readonly scriptURL: string;
  readonly runningStatus: string;
  readonly status: string;
}

/**
 * The page on which Chromium manages extensions, open as long as the browser is, in its first tab: tabs are most of what a browser
 * works under tests. Chromium keeps the errors of an unpacked extension, those of its worker, its content scripts and its pages, for
 * the list there. It is the only place that has what a worker throws while nothing is attached to it.
 */
export class ExtensionsPage {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #cdp: CDPSession;
  /** As Chromium told last of each: it tells of changes. */
  readonly #workers = new Map<string, WorkerVersion>();

  private constructor(context: BrowserContext, page: Page, cdp: CDPSession) {
    this.#context = context;
    this.#page = page;
    this.#cdp = cdp;
    cdp.on('ServiceWorker.workerVersionUpdated', this.#noteWorkers);
  }

  /** In the blank tab of a browser that has only just started; turns on what Chromium asks of a reader who installs from a folder. */
  static async open(context: BrowserContext): Promise<ExtensionsPage> {
    const page = context.pages().find((each) => each.url() === 'about:blank') ?? (await context.newPage());
    await page.goto(OF_EXTENSIONS_PAGE);
    await page.evaluate(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`);
    const cdp = await context.newCDPSession(page);
    const extensions = new ExtensionsPage(context, page, cdp);
    await cdp.send('ServiceWorker.enable');
    return extensions;
  }

  isPage(page: Page): boolean {
    return page === this.#page;
  }

  /** Waits until the extension answers under its address: a browser that starts again loads it after its first tab. */
  async untilLoaded(extensionId: string): Promise<void> {
    const state = `chrome.developerPrivate.getExtensionInfo('${extensionId}').then(({ state }) => state, () => null)`;
    await waitFor('the extension', async () => (await this.#page.evaluate(state)) === 'ENABLED');
  }

  /** Starts the collection of errors; what was thrown before, in the first moments of a new profile, is not in it. */
  async collectErrors(extensionId: string): Promise<void> {
    await this.#update({ extensionId, errorCollection: true });
  }

  /** The errors since the extension was loaded; warnings and logs are left out. */
  errors(extensionId: string): Promise<string[]> {
    return this.#page.evaluate<
      string[]
    >(`chrome.developerPrivate.getExtensionInfo('${extensionId}').then((info) => [
      ...info.manifestErrors.map((error) => 'manifest: ' + error.message),
      ...info.runtimeErrors
        .filter((error) => error.severity === 'ERROR')
        .map((error) => error.contextUrl + ': ' + error.message),
    ])`);
  }

  /** Reloads the extension in place, as an update does, and waits for its new worker. */
  async reload(extensionId: string): Promise<void> {
    const worker = this.#context.waitForEvent('serviceworker');
    await this.#page.evaluate(`chrome.developerPrivate.reload('${extensionId}', { failQuietly: true })`);
    await worker;
  }

  /** Lets the extension run in private windows, as the reader may in its details; it is loaded anew for that. Waits for its new worker. */
  async allowPrivateWindows(extensionId: string): Promise<void> {
    const worker = this.#context.waitForEvent('serviceworker');
    await this.#update({ extensionId, incognitoAccess: true });
    await worker;
  }

  /**
   * Gives or takes a right as the site settings of an extension do. Once given, the extension's own request for it is answered
   * without the question, which no driver can see or answer (Chromium 156).
   */
  async setHostRight(extensionId: string, pattern: string, isGiven: boolean): Promise<void> {
    const call = isGiven ? 'addHostPermission' : 'removeHostPermission';
    await this.#page.evaluate(`chrome.developerPrivate.${call}('${extensionId}', '${pattern}')`);
  }

  /** Stops all workers; returns once the extension's has stopped, or where it had before. */
  async stopWorkers(extensionId: string): Promise<void> {
    // A message may wake it the moment after: that it stopped is what counts, not that it still lies there.
    let hasStopped = false;
    const look = () => (hasStopped ||= this.#isStopped(extensionId));
    this.#cdp.on('ServiceWorker.workerVersionUpdated', look);
    try {
      await this.#cdp.send('ServiceWorker.stopAllWorkers');
      look();
      await waitFor('a stopped background worker', async () => hasStopped);
    } finally {
      this.#cdp.off('ServiceWorker.workerVersionUpdated', look);
    }
  }

  #isStopped(extensionId: string): boolean {
    const ours = [...this.#workers.values()].filter(
      ({ scriptURL }) => new URL(scriptURL).host === extensionId,
    );
    return ours.length > 0 && ours.every(({ runningStatus }) => runningStatus === 'stopped');
  }

  readonly #noteWorkers = ({ versions }: { versions: readonly WorkerVersion[] }): void => {
    for (const version of versions) {
      if (version.status === 'redundant') this.#workers.delete(version.versionId);
      else this.#workers.set(version.versionId, version);
    }
  };

  async #update(configuration: Readonly<Record<string, unknown>>): Promise<void> {
    const asked = JSON.stringify(configuration);
    await this.#page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${asked})`);
  }
}
