import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../tools/browsers/find';
import { startFirefox, type BareFirefox, type Preferences } from '../../tools/browsers/firefox';
import { Network } from './network';

export interface FirefoxLaunchOptions {
  readonly preferences?: Preferences;
  /** Gets the empty folder of the profile before Firefox does. */
  readonly prepareProfile?: (profile: string) => void;
}

/** A Firefox process, its profile, and the network that it has. */
export class FirefoxBrowser {
  readonly network: Network;
  readonly #profile = mkdtempSync(join(tmpdir(), 'paperkin-firefox-'));
  readonly #preferences: Preferences;
  #firefox: BareFirefox | null = null;

  private constructor(network: Network, preferences: Preferences) {
    this.network = network;
    this.#preferences = preferences;
  }

  /** A browser with a new profile, without the extension. */
  static async start({ preferences = {}, prepareProfile }: FirefoxLaunchOptions): Promise<FirefoxBrowser> {
    const browser = new FirefoxBrowser(await Network.open(), preferences);
    prepareProfile?.(browser.#profile);
    await browser.launch();
    return browser;
  }

  /** Starts the process, with the profile as it was left. */
  async launch(): Promise<void> {
    const browser = findBrowser('firefox');
    if (!browser) throw new Error('no Firefox was found; see `npm test`');
    this.#firefox = await startFirefox(browser, {
      headless: true,
      viewport: { width: 1_000, height: 800, scale: 1 },
      proxyPort: this.network.port,
      profile: this.#profile,
      preferences: this.#preferences,
    });
  }

  get firefox(): BareFirefox {
    if (!this.#firefox) throw new Error('the browser is not running');
    return this.#firefox;
  }

  async close(): Promise<void> {
    await this.#firefox?.close();
    await this.network.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
