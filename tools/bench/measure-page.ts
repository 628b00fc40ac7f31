import { setTimeout as sleep } from 'node:timers/promises';
import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { browserPath } from '../browsers/find';
import { closeWelcome } from '../browsers/welcome';
import { PROTOCOL_VERSION } from '../../messaging/envelope';
import { stopWorker } from './in-chromium';
import { mainThreadOf, type TraceEvent } from './main-thread';
import type { WebPage } from './web-pages';

const isRoot = process.getuid?.() === 0;
const FLAGS = [
  '--no-first-run',
  '--disable-component-update',
  '--disable-background-networking',
  '--lang=en-US',
];
const TRACED = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
/** A page is read when its main thread has done no more work than this for so long: the same with and without the extension. */
const QUIET_WORK_MS = 10;
const QUIET_MS = 1_000;
const LOOK_EVERY_MS = 250;
/** A page without marks is quiet one day. */
const MARK_WAIT_MS = 60_000;
const VIEWPORT = { width: 1_280, height: 900 };

/** One look at a page. Milliseconds of the page's main thread, bytes of its scripts. */
export interface Look {
  readonly taskMs: number;
  readonly scriptMs: number;
  readonly heapBytes: number;
  readonly layoutShift: number;
  readonly longestMs: number;
  readonly longestOursMs: number;
  readonly oursMs: number;
  /** From the document being there to the page's own first picture of it. */
  readonly firstFrameMs: number | null;
  /** From the document being there to the first mark; null without the extension, or without marks. */
  readonly firstMarkMs: number | null;
  /** That the page names, as the popup counts them. */
  readonly papers: number;
}

/** A browser that looks at pages, with the extension or without. */
export class PageBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly extensionPage: Page | null,
    private readonly origin: string | null,
  ) {}

  static async open(extension: string | null): Promise<PageBrowser> {
    const browser = await launch({
      executablePath: browserPath('chromium'),
      headless: true,
      pipe: true,
      enableExtensions: true,
      protocolTimeout: 0,
      args: [...(isRoot ? ['--no-sandbox'] : []), ...FLAGS],
    });
    if (extension === null) return new PageBrowser(browser, null, null);
    const origin = `chrome-extension://${await browser.installExtension(extension)}`;
    await closeWelcome(browser, origin);
    const own = await browser.newPage();
    await own.goto(`${origin}/manifest.json`);
    // The bundled corpus is installed at the first question.
    await own.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(HEALTH)})`);
    return new PageBrowser(browser, own, origin);
  }

  get version(): Promise<string> {
    return this.browser.version().then((name) => name.replace(/^(?:Headless)?Chrome\//, 'Chromium '));
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Opens the page in a new tab, waits until it has been read, and says what it cost. */
  async look(web: WebPage, isAsleep: boolean): Promise<Look> {
    await this.#setBackground(isAsleep);
    const page = await this.browser.newPage();
    try {
      await page.setViewport(VIEWPORT);
      await serve(page, web);
      return await this.#lookAt(page, web.address);
    } finally {
      await page.close();
    }
  }

  async #setBackground(isAsleep: boolean): Promise<void> {
    if (!this.extensionPage || this.origin === null) return;
    if (isAsleep) {
      const cdp = await this.extensionPage.createCDPSession();
      await stopWorker(cdp, this.origin);
      await cdp.detach();
    } else await this.extensionPage.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(HEALTH)})`);
  }

  async #lookAt(page: Page, address: string): Promise<Look> {
    const cdp = await page.createCDPSession();
    const worlds = watchWorlds(cdp);
    await Promise.all(
      ['Performance.enable', 'Runtime.enable'].map((method) => cdp.send(method as 'Runtime.enable')),
    );
    await page.evaluateOnNewDocument(`globalThis.benchShift = 0;
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) benchShift += value; })
        .observe({ type: 'layout-shift', buffered: true });`);
    await page.tracing.start({ categories: TRACED });
    await page.goto(address, { waitUntil: 'load', timeout: 0 });
    await untilQuiet(cdp, async () => !this.extensionPage || (await firstMark(cdp, worlds)) !== null);
    const trace = Buffer.from((await page.tracing.stop()) ?? []).toString('utf8');
    const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
    const thread = mainThreadOf(traceEvents, address);
    if (!thread) throw new Error(`no trace of ${address}`);
    const { TaskDuration = 0, ScriptDuration = 0 } = await metricsOf(cdp);
    const firstMarkMs = await firstMark(cdp, worlds);
    const papers = await this.#papersOf(page);
    const layoutShift = Number(await page.evaluate('benchShift'));
    await cdp.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize: heapBytes = 0 } = await metricsOf(cdp);
    return {
      ...thread,
      taskMs: TaskDuration * 1_000,
      scriptMs: ScriptDuration * 1_000,
      heapBytes,
      layoutShift,
      firstMarkMs,
      papers,
    };
  }

  /** As the popup asks: the answer comes when the page has been read. */
  async #papersOf(page: Page): Promise<number> {
    if (!this.extensionPage) return 0;
    await page.bringToFront();
    const message = JSON.stringify({ paperkin: PROTOCOL_VERSION, tabCall: 'tab/papers', params: {} });
    const count = await this.extensionPage
      .evaluate(`chrome.tabs.query({ active: true, lastFocusedWindow: true })
      .then(([tab]) => chrome.tabs.sendMessage(tab.id, ${message}, { frameId: 0 }))
      .then(({ value }) => value.length)`);
    return Number(count);
  }
}

const HEALTH = { paperkin: PROTOCOL_VERSION, call: 'health', params: {} };

async function serve(page: Page, { address, html }: WebPage): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isPage = request.url() === address;
    void (isPage
      ? request.respond({ body: html, contentType: 'text/html; charset=utf-8' })
      : request.abort());
  });
}

async function untilQuiet(cdp: CDPSession, isRead: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + MARK_WAIT_MS;
  while (!(await isRead()) && performance.now() < end) await sleep(LOOK_EVERY_MS);
  for (let quietMs = 0, before = 0; quietMs < QUIET_MS; quietMs += LOOK_EVERY_MS) {
    const { TaskDuration = 0 } = await metricsOf(cdp);
    if ((TaskDuration - before) * 1_000 > QUIET_WORK_MS) quietMs = 0;
    before = TaskDuration;
    await sleep(LOOK_EVERY_MS);
  }
}

async function metricsOf(cdp: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** The worlds of content scripts on the page, as they come. */
function watchWorlds(cdp: CDPSession): Set<number> {
  const worlds = new Set<number>();
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.['type'] === 'isolated' && context.origin.startsWith('chrome-extension:'))
      worlds.add(context.id);
  });
  cdp.on('Runtime.executionContextsCleared', () => worlds.clear());
  return worlds;
}

/** Noted by the copy of the extension (`noteFirstMark`). */
async function firstMark(cdp: CDPSession, worlds: ReadonlySet<number>): Promise<number | null> {
  const expression = `(globalThis.benchFirstMark ?? NaN) - performance.getEntriesByType('navigation')[0].domContentLoadedEventStart`;
  for (const contextId of worlds) {
    const { result } = await cdp.send('Runtime.evaluate', { expression, contextId, returnByValue: true });
    if (typeof result.value === 'number' && Number.isFinite(result.value)) return result.value;
  }
  return null;
}
