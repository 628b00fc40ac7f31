import {
  launch,
  type Browser as Puppeteer,
  type ElementHandle,
  type KeyInput,
  type Page,
} from 'puppeteer-core';
import { cdpShadowReader, type CdpSession } from './shadow-cdp';
import type { Browser } from './find';
import { closeWelcome } from './welcome';
import type { LaunchOptions, Session, Size, Tab } from './tab';

const isRoot = process.getuid?.() === 0;

async function tabOf(page: Page, options: LaunchOptions, size?: Size): Promise<Tab> {
  const { viewport, colorScheme, headless } = options;
  if (headless) {
    const { width, height } = size ?? viewport;
    await page.setViewport({ width, height, deviceScaleFactor: viewport.scale });
  }
  if (colorScheme) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colorScheme }]);
  const cdp: CdpSession = await page.createCDPSession();
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    evaluate: (expression) => page.evaluate(expression),
    shadow: cdpShadowReader(cdp),
    move: (x, y) => page.mouse.move(x, y, { steps: 4 }),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key as KeyInput),
    chooseFile: async (selector, path) => {
      const input = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null;
      if (!input) throw new Error(`the page has no ${selector}`);
      await input.uploadFile(path);
    },
    screenshot: async (path, clip) => {
      // puppeteer counts a clip from the top of the document; beyond the viewport the page would be laid out anew.
      const [left, top] = clip ? await page.evaluate(() => [scrollX, scrollY] as const) : [0, 0];
      const inPage = clip && { ...clip, x: clip.x + left, y: clip.y + top };
      const picture = { captureBeyondViewport: false, ...(inPage && { clip: inPage }) };
      await page.screenshot({ path: path as `${string}.png`, ...picture });
    },
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

/** On macOS the program goes on without a window; to the reader it is closed. */
function closedByAnyone(browser: Puppeteer): Promise<void> {
  return new Promise((resolve) => {
    browser.once('disconnected', () => resolve());
    browser.on('targetdestroyed', () => {
      browser.pages().then(
        (pages) => pages.length === 0 && resolve(),
        () => resolve(),
      );
    });
  });
}

/**
 * Chromium, Chrome or Edge with the extension. It is loaded by `Extensions.loadUnpacked` over the debugging pipe, not by
 * `--load-extension`, which Chrome ignores since 137.
 */
export async function launchChromium(browser: Browser, options: LaunchOptions): Promise<Session> {
  const puppeteer = await launch({
    executablePath: browser.path,
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    // Its "controlled by automated software" bar would sit between the reader and the page.
    ignoreDefaultArgs: ['--enable-automation'],
    args: [...(isRoot ? ['--no-sandbox'] : []), '--no-first-run', '--disable-component-update'],
  });
  const extensionOrigin = `chrome-extension://${await puppeteer.installExtension(options.extension)}`;
  let blank = (await puppeteer.pages())[0] ?? null;
  await closeWelcome(puppeteer, extensionOrigin);
  return {
    version: await puppeteer.version(),
    extensionOrigin,
    openTab: async (size) => {
      const page = blank ?? (await puppeteer.newPage());
      blank = null;
      return tabOf(page, options, size);
    },
    closed: closedByAnyone(puppeteer),
    close: () => puppeteer.close(),
  };
}
