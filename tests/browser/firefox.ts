import * as cardView from '../../tools/browsers/card-view';
import { findBrowser } from '../../tools/browsers/find';
import { launchFirefox, type FirefoxSession } from '../../tools/browsers/firefox';
import type { Box } from '../../tools/browsers/shadow';
import { openPopupPage, type Tab } from '../../tools/browsers/tab';
import { builtExtension } from './built-extension';
import { Network, type Fixture } from './network';

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

export interface FirefoxRunOptions {
  /** The folder of the extension; the production build unless said. */
  readonly extension?: string;
}

/** Firefox with the extension and a network of fixtures alone. Fixtures are at `http:` addresses: the proxy has no certificate. */
export class FirefoxRun {
  private constructor(
    readonly session: FirefoxSession,
    readonly network: Network,
  ) {}

  static async start({ extension }: FirefoxRunOptions = {}): Promise<FirefoxRun> {
    const browser = findBrowser('firefox');
    if (!browser) throw new Error('no Firefox was found; see `npm test`');
    const network = await Network.open();
    const session = await launchFirefox(browser, {
      extension: extension ?? builtExtension('firefox'),
      headless: true,
      viewport: { width: 1_000, height: 800, scale: 1 },
      proxyPort: network.port,
    });
    return new FirefoxRun(session, network);
  }

  serve(url: string, fixture: Fixture | string): void {
    this.network.serve(url, fixture);
  }

  /** Every address that was asked for and is no fixture, by pages and by the extension. */
  strayRequests(): readonly string[] {
    return this.network.strays();
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

  /** What scripts of the extension threw so far. */
  errors(): Promise<readonly string[]> {
    return this.session.extensionErrors();
  }

  async close(): Promise<void> {
    await this.session.close();
    await this.network.close();
  }
}
