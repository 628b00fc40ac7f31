import { waitFor } from './card-view';
import type { Box, ShadowReader } from './shadow';

/** One tab of a driven browser: the few things that the demonstration, the screenshots and the Firefox tests do. */
export interface Tab {
  /** Goes to an address and waits until it has loaded. */
  readonly goto: (url: string) => Promise<void>;
  /** The string, number or truth that an expression comes to in the page's own world. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly shadow: ShadowReader;
  readonly move: (x: number, y: number) => Promise<void>;
  readonly click: (x: number, y: number) => Promise<void>;
  /** A key by its DOM name: `s`, `Escape`, `Tab`. */
  readonly press: (key: string) => Promise<void>;
  /** Puts a file into a file input, as if the reader had chosen it. */
  readonly chooseFile: (selector: string, path: string) => Promise<void>;
  /** A PNG of the viewport, or of a part of it. */
  readonly screenshot: (path: string, clip?: Box) => Promise<void>;
  readonly bringToFront: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface LaunchOptions {
  /** The folder of the built extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** CSS pixels and device pixels per CSS pixel; headless only, a window has its own size. */
  readonly viewport: Size & { readonly scale: number };
  readonly colorScheme?: 'light' | 'dark';
}

/** A browser that we started, with the extension in a profile that goes when the browser goes. */
export interface Session {
  readonly version: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a stroke at the end. */
  readonly extensionOrigin: string;
  /** Opens a tab, headless in the given size where it is not that of the others. */
  readonly openTab: (size?: Size) => Promise<Tab>;
  /** Settles when the browser is closed, by whomever. */
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the popup as a page of its own, about a tab. A popup asks for the active tab of its window; so the tab it is about
 * stays in front while the page loads, and only then gives way. The product knows nothing of this.
 */
export async function openPopupPage(session: Session, about: Tab, size: Size): Promise<Tab> {
  const popup = await session.openTab(size);
  await about.bringToFront();
  await popup.goto(`${session.extensionOrigin}/popup.html`);
  const shows = 'document.querySelector("#app > *") !== null';
  await waitFor('the popup', async () => (await popup.evaluate(shows)) === true);
  await popup.bringToFront();
  return popup;
}
