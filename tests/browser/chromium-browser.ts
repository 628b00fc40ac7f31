import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../tools/browsers/find';
import { ExtensionsPage } from './extensions-page';
import { Network } from './network';

const FLAGS = [
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-extension-debugging',
  // Of the browser's own tabs and bars, not of pages: nobody sees them slide.
  '--animation-duration-scale=0',
];

function executable(): string {
  const browser = findBrowser('chromium');
  if (!browser) throw new Error('no Chromium was found; see `npm test`');
  if (browser.branded)
    throw new Error(`${browser.path} ignores --load-extension; set CHROMIUM_PATH to a Chromium`);
  return browser.path;
}

export interface LaunchOptions {
  /** The folder of an extension that is there from the start; null where one is installed later. */
  readonly extension: string | null;
  /** Whether "back" finds a page as it was left, which playwright turns off. */
  readonly keepsPages: boolean;
}

/** A Chromium process, its profile, and the network that it has. */
export class ChromiumBrowser {
  readonly network: Network;
  readonly #profile = mkdtempSync(join(tmpdir(), 'paperkin-chromium-'));
  readonly #options: LaunchOptions;
  #context: BrowserContext | null = null;
  #extensions: ExtensionsPage | null = null;

  private constructor(network: Network, options: LaunchOptions) {
    this.network = network;
    this.#options = options;
  }

  /** A browser with a new profile. */
  static async start(options: LaunchOptions): Promise<ChromiumBrowser> {
    const browser = new ChromiumBrowser(await Network.open(), options);
    await browser.launch();
    return browser;
  }

  /** Starts the process, with the profile as it was left. */
  async launch(): Promise<void> {
    const { extension, keepsPages } = this.#options;
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: executable(),
      // playwright's own headless mode is another binary without extensions; the flag is the real browser's.
      headless: false,
      viewport: { width: 1_000, height: 800 },
      ignoreDefaultArgs: [
        ...(keepsPages ? ['--disable-back-forward-cache'] : []),
        ...(extension === null ? ['--disable-extensions'] : []),
      ],
      args: [
        ...FLAGS,
        `--proxy-server=http://127.0.0.1:${this.network.port}`,
        ...(extension === null
          ? []
          : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      ],
    });
    this.#extensions = await ExtensionsPage.open(this.#context);
  }

  get extensions(): ExtensionsPage {
    if (!this.#extensions) throw new Error('the browser is not running');
    return this.#extensions;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser is not running');
    return this.#context;
  }

  async close(): Promise<void> {
    await this.#context?.close();
    await this.network.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
