import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { waitFor } from '../../tools/browsers/card-view';
import { findBrowser } from '../../tools/browsers/find';
import { builtExtension } from './built-extension';
import { ChromiumPage } from './chromium-page';
import {
  allowPrivateWindows,
  collectErrors,
  extensionErrors,
  reloadExtension,
  setHostRight,
} from './extensions-page';
import { HTML, Network, type Fixture } from './network';

const FLAGS = [
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-extension-debugging',
];

/** A browser that has only just started is slow. */
const FIRST_PAGE_MS = 30_000;

function executable(): string {
  const browser = findBrowser('chromium');
  if (!browser) throw new Error('no Chromium was found; see `npm test`');
  if (browser.branded)
    throw new Error(`${browser.path} ignores --load-extension; set CHROMIUM_PATH to a Chromium`);
  return browser.path;
}

export interface ChromiumOptions {
  /** The folder of the extension; the production build unless said. */
  readonly extension?: string;
  /** Whether "back" finds a page as it was left (playwright turns that off): a page put aside may confuse its own objects. */
  readonly keepsPages?: boolean;
  /** Whether the page that a new profile opens with stays. */
  readonly keepsWelcome?: boolean;
}

/** Chromium with the extension, a profile that survives `restart` and `kill`, and a network of fixtures alone. */
export class ChromiumRun {
  readonly #network: Network;
  readonly #profile: string;
  readonly #extension: string;
  readonly #keepsPages: boolean;
  readonly #keepsWelcome: boolean;
  readonly #errors: string[] = [];
  #context: BrowserContext | null = null;
  #extensionId = '';

  private constructor(
    network: Network,
    { extension, keepsPages = false, keepsWelcome = false }: ChromiumOptions,
  ) {
    this.#keepsPages = keepsPages;
    this.#keepsWelcome = keepsWelcome;
    this.#network = network;
    this.#extension = extension ?? builtExtension('chrome');
    this.#profile = mkdtempSync(join(tmpdir(), 'paperkin-chromium-'));
  }

  static async start(options: ChromiumOptions = {}): Promise<ChromiumRun> {
    const run = new ChromiumRun(await Network.open(), options);
    await run.#launch();
    await run.#closeWelcome();
    return run;
  }

  async #launch(): Promise<void> {
    const context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: executable(),
      // playwright's own headless mode is another binary without extensions; the flag is the real browser's.
      headless: false,
      viewport: { width: 1_000, height: 800 },
      ...(this.#keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
      args: [
        ...FLAGS,
        `--proxy-server=http://127.0.0.1:${this.#network.port}`,
        `--disable-extensions-except=${this.#extension}`,
        `--load-extension=${this.#extension}`,
      ],
    });
    this.#context = context;
    await context.route(/^https?:/, (route) => {
      const url = route.request().url();
      if (this.#network.isLetThrough(url)) return route.continue();
      const fixture = this.#network.find(url);
      if (!fixture) {
        this.#network.refuse(url);
        return route.abort();
      }
      const { body, contentType = HTML, headers = {} } = fixture;
      return route.fulfill({ body, contentType, headers });
    });
    context.on('weberror', (error) => this.#errors.push(`${error.page()?.url()}: ${error.error().message}`));
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    this.#extensionId = new URL(worker.url()).host;
    await collectErrors(context, this.#extensionId);
  }

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
    if (!this.#context) throw new Error('the browser is not running');
    return this.#context;
  }

  get extensionOrigin(): string {
    return `chrome-extension://${this.#extensionId}`;
  }

  serve(url: string, fixture: Fixture | string): void {
    this.#network.serve(url, fixture);
  }

  /** As `Network.letThrough`. */
  letThrough(host: string): void {
    this.#network.letThrough(host);
  }

  /** Every address that was asked for and is no fixture, by pages and by the extension. */
  strayRequests(): readonly string[] {
    return this.#network.strays();
  }

  /** Opens an address in a new tab; with `html`, serves that there first. */
  async open(url: string, html?: string): Promise<ChromiumPage> {
    if (html !== undefined) this.serve(url, html);
    const page = await this.context.newPage();
    await page.goto(url);
    return ChromiumPage.of(page);
  }

  /**
   * Sends a message to the background as a page of the extension would, and returns the answer. The manifest is such a
   * page, and runs no script of ours.
   */
  async send<T>(message: unknown): Promise<T> {
    const page = await this.context.newPage();
    try {
      await page.goto(`${this.extensionOrigin}/manifest.json`);
      return await page.evaluate<T>(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
    } finally {
      await page.close();
    }
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
    const page = await this.context.newPage();
    const cdp = await this.context.newCDPSession(page);
    // A message may wake it the moment after: that it stopped is what counts, not that it still lies there.
    let hasStopped = false;
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const ours = versions.filter((version) => version.scriptURL.startsWith(this.extensionOrigin));
      hasStopped ||= ours.length > 0 && ours.every((version) => version.runningStatus === 'stopped');
    });
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await waitFor('a stopped background worker', async () => hasStopped);
    await page.close();
  }

  /** Reloads the extension as an update does: content scripts on open pages are orphaned. */
  async reloadExtension(): Promise<void> {
    await this.#keepErrors();
    await reloadExtension(this.context, this.#extensionId);
    await collectErrors(this.context, this.#extensionId);
  }

  /** Lets the extension run in private windows, for which it is loaded anew: its pages are closed. */
  async allowPrivateWindows(): Promise<void> {
    await this.#keepErrors();
    await allowPrivateWindows(this.context, this.#extensionId);
    await collectErrors(this.context, this.#extensionId);
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
    await setHostRight(this.context, this.#extensionId, pattern, isGiven);
  }

  async #keepErrors(): Promise<void> {
    if (this.#context) this.#errors.push(...(await extensionErrors(this.#context, this.#extensionId)));
  }

  /** Closes the browser properly and starts it anew with the same profile. */
  async restart(): Promise<void> {
    await this.#keepErrors();
    await this.context.close();
    await this.#launch();
  }

  /** Makes the browser crash where it stands and starts it anew with the same profile. */
  async kill(): Promise<void> {
    await this.#keepErrors();
    const { context } = this;
    const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
    const cdp = await context.browser()?.newBrowserCDPSession();
    // The answer never comes.
    cdp?.send('Browser.crash').catch(() => {});
    await gone;
    await this.#launch();
  }

  /** Kills the browser's process where it stands, as a system out of memory would, and starts it anew with the same profile. */
  async killProcess(): Promise<void> {
    const { context } = this;
    const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
    const cdp = await context.browser()?.newBrowserCDPSession();
    const info = await cdp?.send('SystemInfo.getProcessInfo');
    const browser = info?.processInfo.find(({ type }) => type === 'browser');
    if (!browser) throw new Error('the browser does not say which process it is');
    process.kill(browser.id, 'SIGKILL');
    await gone;
    await this.#launch();
  }

  /** What scripts of the extension or of a page threw or wrote to `console.error` so far. */
  async errors(): Promise<readonly string[]> {
    await this.#keepErrors();
    return [...new Set(this.#errors)];
  }

  async close(): Promise<void> {
    await this.#context?.close();
    await this.#network.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
