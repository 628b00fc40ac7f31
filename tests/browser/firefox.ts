import * as cardView from '../../tools/browsers/card-view';
import type { FirefoxSession, Preferences } from '../../tools/browsers/firefox';
import type { Box } from '../../tools/browsers/shadow';
import { openPopupPage, type Tab } from '../../tools/browsers/tab';
import { builtExtension } from './built-extension';
import { FirefoxBrowser, type FirefoxLaunchOptions } from './firefox-browser';
import type { Fixture } from './network';
import { sharesBrowsers } from './shared-browser';
import { clearFirefox, sharedFirefox } from './shared-firefox';

/** A page of a Firefox test: the same words as `ChromiumPage`. */
export class FirefoxPage {
  constructor(readonly tab: Tab) {}

  /** Puts the pointer on the middle of the longest line of text in an element: a short one may be a descriptor. */
  async hover(selector: string): Promise<void> {
    const json = await this.tab.evaluate(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const range = document.createRange();
      range.selectNodeContents(element);
      const [line] = [...range.getClientRects()].toSorted((a, b) => b.width - a.width);
      return JSON.stringify({ x: line.x + line.width / 2, y: line.y + line.height / 2 });
    })()`);
    const { x, y } = JSON.parse(String(json)) as { x: number; y: number };
    await this.tab.move(x, y);
  }

  cardText(): Promise<string | null> {
    return cardView.cardText(this.tab.shadow);
  }

  cardButtons(): Promise<cardView.ButtonView[]> {
    return cardView.cardButtons(this.tab.shadow);
  }

  waitForCard(text?: string, timeoutMs = 10_000): Promise<cardView.CardView> {
    return cardView.waitForCard(this.tab.shadow, text, timeoutMs);
  }

  waitForNoCard(timeoutMs?: number): Promise<void> {
    return cardView.waitForNoCard(this.tab.shadow, timeoutMs);
  }

  marks(): Promise<Box[]> {
    return cardView.marks(this.tab.shadow);
  }

  /** The page without our hosts; see `pageSnapshot`. */
  snapshot(): Promise<string> {
    return cardView.pageSnapshot(this.tab.shadow);
  }
}

export interface FirefoxRunOptions extends FirefoxLaunchOptions {
  /** The folder of the extension; the production build unless said. */
  readonly extension?: string;
  /**
   * Whether the browser is started for this run alone, with a profile that survives `restart`; it is where anything else is asked for.
   * Else it may be one in which others ran before, and the extension is installed anew.
   */
  readonly isOwn?: boolean;
}

/** How long the event page may take to come to rest. */
const STOP_MS = 10_000;
/** At rest: since then no event for it, and no call of it to the browser. */
const QUIET_MS = 200;

/** Without these Firefox throws away what a temporary add-on stored, and its address, when it goes or the browser does. */
const KEEP_STORAGE: Preferences = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

/**
 * Firefox with the extension as it is after its installation, and a network of fixtures alone. Fixtures are at `http:` addresses: the
 * proxy has no certificate.
 */
export class FirefoxRun {
  readonly #browser: FirefoxBrowser;
  readonly #isShared: boolean;
  readonly #extension: string;
  readonly #errors: string[] = [];
  #session: FirefoxSession | null = null;

  private constructor(browser: FirefoxBrowser, isShared: boolean, extension: string) {
    this.#browser = browser;
    this.#isShared = isShared;
    this.#extension = extension;
  }

  static async start(options: FirefoxRunOptions = {}): Promise<FirefoxRun> {
    const { extension = builtExtension('firefox'), preferences, prepareProfile } = options;
    const isShared = sharesBrowsers() && Object.keys(options).length === 0;
    const browser = isShared
      ? await sharedFirefox.take()
      : await FirefoxBrowser.start({
          preferences: { ...KEEP_STORAGE, ...preferences },
          ...(prepareProfile && { prepareProfile }),
        });
    const run = new FirefoxRun(browser, isShared, extension);
    try {
      run.#session = await browser.firefox.install(extension);
    } catch (error) {
      await browser.close();
      throw error;
    }
    return run;
  }

  get session(): FirefoxSession {
    if (!this.#session) throw new Error('the browser is not running');
    return this.#session;
  }

  serve(url: string, fixture: Fixture | string): void {
    this.#browser.network.serve(url, fixture);
  }

  /** Every address that was asked for and is no fixture, by pages and by the extension. */
  strayRequests(): readonly string[] {
    return this.#browser.network.strays();
  }

  /** Opens an address in a new tab; with `html`, serves that there first. */
  async open(url: string, html?: string): Promise<FirefoxPage> {
    if (html !== undefined) this.serve(url, html);
    const tab = await this.session.openTab();
    await tab.goto(url);
    return new FirefoxPage(tab);
  }

  /** The popup as a page, about the given tab. */
  openPopup(about: FirefoxPage): Promise<Tab> {
    return openPopupPage(this.session, about.tab, { width: 420, height: 580 });
  }

  /**
   * Sends messages to the background as a page of the extension would, all at once, and returns the answers. An icon is
   * such a page, and runs no script of ours.
   */
  async sendAll<T>(messages: readonly unknown[]): Promise<readonly T[]> {
    const tab = await this.session.openTab();
    try {
      await tab.goto(`${this.session.extensionOrigin}/icons/16.png`);
      const sending = `Promise.all(${JSON.stringify(messages)}.map((message) => browser.runtime.sendMessage(message)))`;
      return JSON.parse(String(await tab.evaluate(`${sending}.then(JSON.stringify)`))) as T[];
    } finally {
      await tab.close();
    }
  }

  async #askExtension(expression: string): Promise<unknown> {
    return this.session.askBrowser(`(() => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const extension = ExtensionParent.GlobalManager.getExtension('${this.session.addonId}');
      return ${expression};
    })()`);
  }

  /** The right to the tab in front that a press on the toolbar button gives (`activeTab`); the press itself is the browser's. */
  async grantActiveTab(): Promise<void> {
    await this.#askExtension('(extension.tabManager.addActiveTabPermission(gBrowser.selectedTab), true)');
  }

  /** As the browser tells of a click on an item of its menu, on the tab in front. */
  async clickMenu(clicked: Readonly<Record<string, string | undefined>>): Promise<void> {
    await this.#askExtension(
      `(extension.emit('webext-menu-menuitem-click', ${JSON.stringify(clicked)}, gBrowser.selectedTab), true)`,
    );
  }

  /** As the browser tells of a key of the manifest, pressed in the tab in front. */
  async pressCommand(name: string): Promise<void> {
    await this.#askExtension(`(extension.shortcuts.onCommand('${name}', gBrowser.selectedTab), true)`);
  }

  /** What the address bar shows below it for a text. */
  async addressBarRows(typed: string): Promise<readonly string[]> {
    const rows = await this.session.askBrowser(`(() => {
      if (gURLBar.value !== ${JSON.stringify(typed)}) gURLBar.search(${JSON.stringify(typed)});
      return JSON.stringify([...document.querySelectorAll('.urlbarView-row')].map(({ textContent }) => textContent));
    })()`);
    return JSON.parse(String(rows)) as string[];
  }

  async #isBackgroundStopped(): Promise<boolean> {
    return (await this.#askExtension('extension.backgroundState')) === 'stopped';
  }

  /**
   * Ends the event page, as "Terminate background script" in `about:debugging` does, once it has nothing to do, as Firefox itself
   * ends it; returns once it has ended. Firefox declines while a listener is at work, and would end it amid that work when asked
   * a second time.
   */
  async stopBackground(): Promise<void> {
    const outcome = await this.#askExtension(`(async () => {
      const end = Date.now() + ${STOP_MS};
      let activeAt = Date.now();
      const noteActivity = () => (activeAt = Date.now());
      extension.on('background-script-reset-idle', noteActivity);
      try {
        while (extension.backgroundState !== 'stopped' && Date.now() < end) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          if (extension.backgroundContext?.pendingRunListenerPromisesCount) noteActivity();
          if (Date.now() - activeAt < ${QUIET_MS}) continue;
          await extension.terminateBackground({ ignoreDevToolsAttached: true });
        }
        return extension.backgroundState;
      } finally {
        extension.off('background-script-reset-idle', noteActivity);
      }
    })()`);
    if (outcome !== 'stopped')
      throw new Error(`the event page is ${String(outcome)}, not stopped, after ${STOP_MS} ms`);
  }

  /** Waits until the event page has ended, by whatever cause. */
  async backgroundStopped(): Promise<void> {
    await cardView.waitFor('a stopped event page', () => this.#isBackgroundStopped(), 10_000);
  }

  /** Reloads the extension from its folder, as "Reload" in `about:debugging` does. */
  async reloadExtension(): Promise<void> {
    await this.session.askBrowser(`(() => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      return AddonManager.getAddonByID('${this.session.addonId}').then((addon) => addon.reload());
    })()`);
  }

  /** Closes the browser properly and starts it anew with the same profile. A temporary add-on has to be loaded again. */
  async restart(): Promise<void> {
    if (this.#isShared) throw new Error('only a browser of its own (`isOwn`) can be ended');
    await this.#keepErrors();
    await this.session.close();
    await this.#browser.launch();
    this.#session = await this.#browser.firefox.install(this.#extension, true);
  }

  async #keepErrors(): Promise<void> {
    if (this.#session) this.#errors.push(...(await this.#session.extensionErrors()));
  }

  /** What scripts of the extension threw so far. */
  async errors(): Promise<readonly string[]> {
    await this.#keepErrors();
    return [...new Set(this.#errors)];
  }

  async close(): Promise<void> {
    if (!this.#isShared) return this.#browser.close();
    const { addonId } = this.session;
    await sharedFirefox.giveBack(this.#browser, () => clearFirefox(this.#browser, addonId));
  }
}
