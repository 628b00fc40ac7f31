import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, type Browser as Puppeteer } from 'puppeteer-core';
import { Bidi } from './bidi';
import type { Browser } from './find';
import { bidiShadowReader } from './shadow-bidi';
import type { Box } from './shadow';
import type { LaunchOptions, Session, Size, Tab } from './tab';

/** Of Firefox itself, whatever extension it gets. */
export interface FirefoxOptions extends Omit<LaunchOptions, 'extension'> {
  /** A proxy on this machine that all requests go through. */
  readonly proxyPort?: number;
  /** A folder that outlives the browser; without one the profile goes when the browser goes. */
  readonly profile?: string;
  /** On top of our own. */
  readonly preferences?: Preferences;
}

export type Preferences = Readonly<Record<string, string | number | boolean>>;

function preferences({ colorScheme, proxyPort, preferences: given }: FirefoxOptions): Preferences {
  const scheme = colorScheme && {
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
  };
  const prefs: Preferences = { 'browser.chrome.site_icons': false, ...scheme, ...given };
  if (proxyPort === undefined) return prefs;
  return {
    ...prefs,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    // The proxy speaks plain HTTP, so that a real address has its fixture without a certificate.
    'dom.security.https_first': false,
    'dom.security.https_first_schemeless': false,
    'dom.security.https_only_mode': false,
    'network.stricttransportsecurity.preloadlist': false,
  };
}

const KEY_VALUES: Readonly<Record<string, string>> = {
  Escape: '\uE00C',
  Enter: '\uE007',
  Tab: '\uE004',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

class FirefoxTab implements Tab {
  readonly shadow;

  constructor(
    readonly bidi: Bidi,
    readonly context: string,
  ) {
    this.shadow = bidiShadowReader(bidi, context);
  }

  readonly goto = async (url: string) => {
    const extensionPage = url.startsWith('moz-extension:');
    const wait = extensionPage ? 'none' : 'complete';
    await this.bidi.send('browsingContext.navigate', { context: this.context, url, wait });
    if (extensionPage) await this.#arrive(url);
  };

  /** A page of the extension lives in another process; the load event is lost on the way there (Firefox 153 ESR). */
  async #arrive(url: string): Promise<void> {
    const expression = 'document.readyState === "complete" ? location.href : ""';
    for (let attempt = 0; attempt < 100; attempt++) {
      const href = await this.bidi.evaluate(this.context, expression).catch(() => '');
      if (href === url) return;
      await sleep(100);
    }
    throw new Error(`${url} did not load`);
  }

  readonly evaluate = (expression: string) => this.bidi.evaluate(this.context, expression);

  #perform(type: 'pointer' | 'key', actions: readonly object[]): Promise<unknown> {
    const sources = [{ type, id: type, actions }];
    return this.bidi.send('input.performActions', { context: this.context, actions: sources });
  }

  readonly move = async (x: number, y: number) => {
    const at = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) };
    await this.#perform('pointer', [{ ...at, x: at.x + 2 }, at]);
  };

  readonly click = async (x: number, y: number) => {
    const at = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) };
    const press = { type: 'pointerDown', button: 0 };
    await this.#perform('pointer', [at, press, { type: 'pointerUp', button: 0 }]);
  };

  readonly press = async (key: string) => {
    const value = KEY_VALUES[key] ?? key;
    await this.#perform('key', [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
  };

  readonly chooseFile = async (selector: string, path: string) => {
    const element = await this.bidi.node(this.context, `document.querySelector(${JSON.stringify(selector)})`);
    await this.bidi.send('input.setFiles', { context: this.context, element, files: [path] });
  };

  readonly screenshot = async (path: string, clip?: Box) => {
    const answer = await this.bidi.send('browsingContext.captureScreenshot', {
      context: this.context,
      ...(clip && { clip: { type: 'box', ...clip } }),
    });
    writeFileSync(path, Buffer.from((answer as { data: string }).data, 'base64'));
  };

  readonly bringToFront = async () => {
    await this.bidi.send('browsingContext.activate', { context: this.context });
  };

  readonly close = async () => {
    await this.bidi.send('browsingContext.close', { context: this.context });
  };
}

async function openTab(bidi: Bidi, options: FirefoxOptions, size?: Size): Promise<FirefoxTab> {
  const { context } = (await bidi.send('browsingContext.create', { type: 'tab' })) as { context: string };
  const { viewport, headless } = options;
  if (headless) {
    const { width, height } = size ?? viewport;
    const devicePixelRatio = viewport.scale;
    await bidi.send('browsingContext.setViewport', {
      context,
      viewport: { width, height },
      devicePixelRatio,
    });
  }
  return new FirefoxTab(bidi, context);
}

/**
 * Waits for the page that the extension opens in a new profile, so that it comes to the front of nothing later. It stays: what a
 * page has asked when it is closed, Firefox counts as an error. Where none comes soon, it was there before in this profile.
 */
async function seeWelcome(bidi: Bidi, extensionOrigin: string): Promise<void> {
  const url = `${extensionOrigin}/welcome.html`;
  for (let attempt = 0; attempt < WELCOME_ATTEMPTS; attempt++) {
    const tree = (await bidi.send('browsingContext.getTree', {})) as { contexts: { url: string }[] };
    if (tree.contexts.some((each) => each.url === url)) return;
    await sleep(100);
  }
}

/** Asks the browser's own window, which only `--remote-allow-system-access` permits. */
async function askBrowser(bidi: Bidi, expression: string): Promise<unknown> {
  const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree as { contexts: { context: string; url: string }[] };
  const window = contexts.find(({ url }) => url.startsWith('chrome://browser/'));
  if (!window) throw new Error('no Firefox window');
  return bidi.evaluate(window.context, expression);
}

/**
 * Firefox has one console for everything and keeps 250 lines of it, so errors are written down as they come. Not its note that an
 * answer came for a page, or an event page, that had gone meanwhile: nothing threw, no script was left to throw, and whether a
 * message is under way when a tab is closed is chance.
 */
const COLLECT_ERRORS = `(() => {
  globalThis.paperkinErrors = [];
  const { warningFlag, infoFlag } = Ci.nsIScriptError;
  Services.console.registerListener({
    observe(entry) {
      if (!(entry instanceof Ci.nsIScriptError) || entry.flags & (warningFlag | infoFlag)) return;
      if (/^Promise (resolved|rejected) after context unloaded/.test(entry.errorMessage)) return;
      paperkinErrors.push(entry.sourceName + ':' + entry.lineNumber + ' ' + entry.errorMessage);
    },
  });
})()`;
/** Ours are the errors in files of the extension. */
const extensionErrors = (origin: string) =>
  `JSON.stringify(paperkinErrors.filter((error) => error.startsWith('${origin}/')))`;

function launchPuppeteer(browser: Browser, options: FirefoxOptions): Promise<Puppeteer> {
  return launch({
    browser: 'firefox',
    executablePath: browser.path,
    headless: options.headless,
    protocol: 'webDriverBiDi',
    enableExtensions: true,
    defaultViewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    // Without it BiDi shows no `moz-extension:` pages and answers no question about the browser itself.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...preferences(options) },
    ...(options.profile !== undefined && { userDataDir: options.profile }),
  });
}

/** Of 100 ms. */
const WELCOME_ATTEMPTS = 100;

export interface FirefoxSession extends Session {
  readonly addonId: string;
  /** What an expression comes to in the browser's own window, with all that the browser itself may do. */
  readonly askBrowser: (expression: string) => Promise<unknown>;
  /** What scripts of the extension threw so far, in pages, in its own pages and in the background. */
  readonly extensionErrors: () => Promise<readonly string[]>;
}

/** Firefox, and the ways to give it an extension and to take it away. */
export interface BareFirefox {
  /**
   * Installs the extension of a folder, as a temporary add-on. `isWelcomed`: it has opened its first page in this profile before.
   */
  readonly install: (folder: string, isWelcomed?: boolean) => Promise<FirefoxSession>;
  readonly uninstall: (addonId: string) => Promise<void>;
  /** Closes every tab but a new blank one. */
  readonly closeTabs: () => Promise<void>;
  /** What an expression comes to in the browser's own window, with all that the browser itself may do. */
  readonly askBrowser: (expression: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export async function startFirefox(browser: Browser, options: FirefoxOptions): Promise<BareFirefox> {
  const puppeteer = await launchPuppeteer(browser, options);
  const bidi = Bidi.of(puppeteer);
  await askBrowser(bidi, COLLECT_ERRORS);
  return {
    install: (folder, isWelcomed = false) => install(puppeteer, bidi, options, folder, isWelcomed),
    uninstall: (addonId) => puppeteer.uninstallExtension(addonId),
    closeTabs: () => closeTabs(bidi),
    askBrowser: (expression) => askBrowser(bidi, expression),
    close: () => puppeteer.close(),
  };
}

/** Firefox with the extension, as a temporary add-on. */
export async function launchFirefox(
  browser: Browser,
  { extension, ...options }: FirefoxOptions & LaunchOptions,
): Promise<FirefoxSession> {
  return (await startFirefox(browser, options)).install(extension);
}

async function install(
  puppeteer: Puppeteer,
  bidi: Bidi,
  options: FirefoxOptions,
  folder: string,
  isWelcomed: boolean,
): Promise<FirefoxSession> {
  const addonId = await puppeteer.installExtension(folder);
  const host = `WebExtensionPolicy.getByID(${JSON.stringify(addonId)}).mozExtensionHostname`;
  const extensionOrigin = `moz-extension://${String(await askBrowser(bidi, host))}`;
  if (!isWelcomed) await seeWelcome(bidi, extensionOrigin);
  return {
    version: await puppeteer.version(),
    extensionOrigin,
    addonId,
    askBrowser: (expression) => askBrowser(bidi, expression),
    openTab: (size) => openTab(bidi, options, size),
    extensionErrors: async () =>
      JSON.parse(String(await askBrowser(bidi, extensionErrors(extensionOrigin)))) as string[],
    closed: new Promise((resolve) => puppeteer.once('disconnected', () => resolve())),
    close: () => puppeteer.close(),
  };
}

async function closeTabs(bidi: Bidi): Promise<void> {
  const tree = (await bidi.send('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  // A window goes with its last tab, and the browser with its last window.
  await bidi.send('browsingContext.create', { type: 'tab' });
  for (const { context } of tree.contexts) await bidi.send('browsingContext.close', { context });
}
