import { launchChromium } from './chromium';
import type { Browser } from './find';
import { launchFirefox } from './firefox';
import type { LaunchOptions, Session } from './tab';

/** Starts a browser with the extension in a throw-away profile. */
export function launchBrowser(browser: Browser, options: LaunchOptions): Promise<Session> {
  return browser.family === 'firefox' ? launchFirefox(browser, options) : launchChromium(browser, options);
}
