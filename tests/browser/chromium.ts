import type { BrowserContext, Page, Route, WebError } from 'playwright-core';
import { waitFor } from '../../tools/browsers/card-view';
import { builtExtension } from './built-extension';
import { ChromiumBrowser } from './chromium-browser';
import { ChromiumPage } from './chromium-page';
import { HTML, type Fixture } from './network';
import { sharesBrowsers } from './shared-browser';
import { clearChromium, installIn, sharedChromium } from './shared-chromium';

/** A browser that has only just started is slow. */
const FIRST_PAGE_MS = 30_000;

export interface ChromiumOptions {
  /** The folder of the extension; the production build unless said. */
  readonly extension?: string;
  /** Whether "back" finds a page as it was left (playwright turns that off): a page put aside may confuse its own objects. */
  readonly keepsPages?: boolean;
  /** Whether the page that a new profile opens with stays. */
  readonly keepsWelcome?: boolean;
  /**
   * Whether the browser is started for this run alone, with a profile that survives `restart` and `kill`. Else it may be one in which
   * others ran before, and the extension is installed anew.
   */
  readonly isOwn?: boolean;
}

const ALL_SITES = /^https?:/;

/** Chromium with the extension as it is after its installation, and a network of fixtures alone. */
export class ChromiumRun {
  readonly #browser: ChromiumBrowser;
  readonly #isShared: boolean;
  readonly #keepsWelcome: boolean;
  readonly #errors: string[] = [];
  #extensionId = '';
  #ownPage: Page | null = null;

  private constructor(browser: ChromiumBrowser, isShared: boolean, keepsWelcome: boolean) {
    this.#browser = browser;
    this.#isShared = isShared;
    this.#keepsWelcome = keepsWelcome;
  }

  static async start(options: ChromiumOptions = {}): Promise<ChromiumRun> {
    const { extension, keepsPages = false, keepsWelcome = false, isOwn = false } = options;
    const isShared = sharesBrowsers() && !isOwn && !keepsPages && extension === undefined;
    const browser = isShared
      ? await sharedChromium.take()
      : await ChromiumBrowser.start({ extension: extension ?? builtExtension('chrome'), keepsPages });
    const run = new ChromiumRun(browser, isShared, keepsWelcome);
    try {
      await run.#begin();
      await run.#closeWelcome();
    } catch (error) {
      await browser.close();
      throw error;
    }
    return run;
  }

  async #begin(): Promise<void> {
    const { context } = this;
    await context.route(ALL_SITES, this.#answer);
    context.on('weberror', this.#noteError);
    if (this.#isShared) this.#extensionId = await installIn(context);
    else await this.#findLoaded();
    await this.#browser.extensions.collectErrors(this.#extensionId);
  }

  /** By its worker, which a new profile starts; where a browser starts again, the address stays, and the worker may have nothing to do. */
  async #findLoaded(): Promise<void> {
    if (this.#extensionId !== '') return this.#browser.extensions.untilLoaded(this.#extensionId);
    const { context } = this;
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    this.#extensionId = new URL(worker.url()).host;
  }

  readonly #answer = (route: Route): Promise<void> => {
    const url = route.request().url();
    const { network } = this.#browser;
    if (network.isLetThrough(url)) return route.continue();
    const fixture = network.find(url);
    if (!fixture) {
      network.refuse(url);
      return route.abort();
    }
    const { body, contentType = HTML, headers = {} } = fixture;
    return route.fulfill({ body, contentType, headers });
  };

  readonly #noteError = (error: WebError): void => {
    this.#errors.push(`${error.page()?.url()}: ${error.error().message}`);
  };

  /** In a new profile the extension opens its first page, which would come to the front of a test at any moment. */
  async #closeWelcome(): Promise<void> {
    const url = `${this.extensionOrigin}/welcome.html`;
    const page = await waitFor(
      'the first page',
      async () => this.context.pages().find((each) => each.url() === url),
      FIRST_PAGE_MS,
    );
    if (!this.#keepsWelcome) await page.close();
  }

  get context(): BrowserContext {
    return this.#browser.context;
  }

  get extensionOrigin(): string {
    return `chrome-extension://${this.#extensionId}`;
  }

  serve(url: string, fixture: Fixture | string): void {
    this.#browser.network.serve(url, fixture);
  }

  /** As `Network.letThrough`. */
  letThrough(host: string): void {
    this.#browser.network.letThrough(host);
  }

  /** Every address that was asked for and is no fixture, by pages and by the extension. */
  strayRequests(): readonly string[] {
    return this.#browser.network.strays();
  }

  /** Opens an address in a new tab; with `html`, serves that there first. */
  async open(url: string, html?: string): Promise<ChromiumPage> {
    if (html !== undefined) this.serve(url, html);
    const page = await this.context.newPage();
    await page.goto(url);
    return ChromiumPage.of(page);
  }

  /** Sends a message to the background as a page of the extension would, and returns the answer. */
  send<T>(message: unknown): Promise<T> {
    return this.inExtension<T>(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  }

  /** What an expression comes to on a page of the extension: the manifest, which runs no script of ours, behind all other tabs. */
  async inExtension<T>(expression: string): Promise<T> {
    if (!this.#ownPage || this.#ownPage.isClosed()) this.#ownPage = await this.#openBehind('manifest.json');
    return this.#ownPage.evaluate<T>(expression);
  }

  async #openBehind(file: string): Promise<Page> {
    const url = `${this.extensionOrigin}/${file}`;
    const cdp = await this.context.browser()?.newBrowserCDPSession();
    const opened = this.context.waitForEvent('page', (page) => page.url() === url);
    await cdp?.send('Target.createTarget', { url, background: true });
    await cdp?.detach();
    const page = await opened;
    await page.waitForLoadState();
    return page;
  }

  /** The popup as a page, about the given tab, which is in front while the popup asks for the active one. */
  async openPopup(about: ChromiumPage): Promise<Page> {
    const popup = await this.context.newPage();
    await popup.setViewportSize({ width: 420, height: 580 });
    await about.page.bringToFront();
    await popup.goto(`${this.extensionOrigin}/popup.html`);
    await popup.locator('#app > *').first().waitFor({ state: 'attached' });
    await popup.bringToFront();
    // A tab that is still coming to the front loses the keys that are pressed in it.
    const isInFront = `document.visibilityState === 'visible' && document.hasFocus()`;
    await waitFor('the popup in front', () => popup.evaluate<boolean>(isInFront));
    return popup;
  }

  /** Stops the background worker, as Chromium does after 30 idle seconds; returns once it has stopped; the next message wakes it. */
  async stopWorker(): Promise<void> {
    await this.#browser.extensions.stopWorkers(this.#extensionId);
  }

  /** Reloads the extension as an update does: content scripts on open pages are orphaned. */
  async reloadExtension(): Promise<void> {
    await this.#keepErrors();
    await this.#browser.extensions.reload(this.#extensionId);
    await this.#browser.extensions.collectErrors(this.#extensionId);
  }

  /** Lets the extension run in private windows, for which it is loaded anew: its pages are closed. */
  async allowPrivateWindows(): Promise<void> {
    await this.#keepErrors();
    await this.#browser.extensions.allowPrivateWindows(this.#extensionId);
    await this.#browser.extensions.collectErrors(this.#extensionId);
  }

  /** Opens an address in a private window of its own, once the extension may run there; serves `html` there first. */
  async openPrivately(url: string, html: string): Promise<ChromiumPage> {
    this.serve(url, html);
    const opener = await this.context.newPage();
    await opener.goto(`${this.extensionOrigin}/manifest.json`);
    const opened = this.context.waitForEvent('page');
    await opener.evaluate(`chrome.windows.create({ incognito: true, url: 'about:blank' })`);
    const page = await opened;
    await opener.close();
    await page.goto(url);
    return ChromiumPage.of(page);
  }

  /** Whether the reader, in the browser's settings, has given the extension a site (a match pattern), or has not. */
  async setHostRight(pattern: string, isGiven: boolean): Promise<void> {
    await this.#browser.extensions.setHostRight(this.#extensionId, pattern, isGiven);
  }

  async #keepErrors(): Promise<void> {
    this.#errors.push(...(await this.#browser.extensions.errors(this.#extensionId)));
  }

  /** Closes the browser properly and starts it anew with the same profile. */
  async restart(): Promise<void> {
    await this.#keepErrors();
    await this.#againAfter((context) => context.close());
  }

  /** Makes the browser crash where it stands and starts it anew with the same profile. */
  async kill(): Promise<void> {
    await this.#keepErrors();
    await this.#againAfter(async (context) => {
      const cdp = await context.browser()?.newBrowserCDPSession();
      // The answer never comes.
      cdp?.send('Browser.crash').catch(() => {});
    });
  }

  /** Kills the browser's process where it stands, as a system out of memory would, and starts it anew with the same profile. */
  async killProcess(): Promise<void> {
    await this.#againAfter(async (context) => {
      const cdp = await context.browser()?.newBrowserCDPSession();
      const info = await cdp?.send('SystemInfo.getProcessInfo');
      const browser = info?.processInfo.find(({ type }) => type === 'browser');
      if (!browser) throw new Error('the browser does not say which process it is');
      process.kill(browser.id, 'SIGKILL');
    });
  }

  async #againAfter(end: (context: BrowserContext) => Promise<void>): Promise<void> {
    if (this.#isShared) throw new Error('only a browser of its own (`isOwn`) can be ended');
    const { context } = this;
    const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
    await end(context);
    await gone;
    await this.#browser.launch();
    await this.#begin();
  }

  /** What scripts of the extension or of a page threw or wrote to `console.error` so far. */
  async errors(): Promise<readonly string[]> {
    await this.#keepErrors();
    return [...new Set(this.#errors)];
  }

  async close(): Promise<void> {
    if (!this.#isShared) return this.#browser.close();
    this.context.off('weberror', this.#noteError);
    await sharedChromium.giveBack(this.#browser, () => clearChromium(this.#browser, this.#extensionId));
  }
}
