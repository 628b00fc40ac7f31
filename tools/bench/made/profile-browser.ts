import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { PROTOCOL_VERSION } from '../../../messaging/envelope';
import type { CallName, Params } from '../../../messaging/protocol';
import type { Result } from '../../../messaging/result';
import { builtExtension } from '../../../tests/browser/built-extension';
import { findBrowser } from '../../browsers/find';

const ORIGIN = /^chrome-extension:\/\/[a-p]{32}\//;

/** Chromium with the built extension on a profile that stays: what a corpus of millions costs is measured in it. */
export class BenchBrowser {
  private constructor(
    readonly browser: Browser,
    /** A page of the extension that runs no script of ours. */
    readonly page: Page,
    readonly origin: string,
  ) {}

  static async open(profile: string): Promise<BenchBrowser> {
    const found = findBrowser('chromium');
    if (!found) throw new Error('no Chromium was found');
    const extension = builtExtension('chrome');
    const browser = await launch({
      executablePath: found.path,
      headless: false,
      userDataDir: profile,
      protocolTimeout: 3_600_000,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
      ],
    });
    const worker = await browser.waitForTarget(
      (target) => target.type() === 'service_worker' && ORIGIN.test(target.url()),
    );
    const [origin = ''] = ORIGIN.exec(worker.url()) ?? [];
    const page = await browser.newPage();
    await page.goto(`${origin}manifest.json`);
    return new BenchBrowser(browser, page, origin);
  }

  /** Calls the background from an extension page: the answer, and milliseconds until it came. */
  async call<K extends CallName>(name: K, params: Params<K>): Promise<{ ms: number; value: unknown }> {
    const message = JSON.stringify({ paperkin: PROTOCOL_VERSION, call: name, params });
    const { ms, answer } = (await this.page.evaluate(`(async () => {
      const start = performance.now();
      const answer = await chrome.runtime.sendMessage(${message});
      return { ms: performance.now() - start, answer };
    })()`)) as { ms: number; answer: Result<unknown> };
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
    return { ms, value: answer.value };
  }

  /** Milliseconds of processor time that the browser has taken so far, in all its processes: on a machine that others use too, the clock tells little. */
  async processorMs(): Promise<number> {
    const cdp = await this.browser.target().createCDPSession();
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
    await cdp.detach();
    return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  }

  /** As Chromium does after 30 idle seconds. */
  async stopWorker(): Promise<void> {
    const cdp = await this.page.createCDPSession();
    const stopped = new Promise<void>((resolve) => {
      cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const ours = versions.filter(({ scriptURL }) => scriptURL.startsWith(this.origin));
        if (ours.length > 0 && ours.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
      });
    });
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await stopped;
    await cdp.detach();
  }

  /** The running background worker, woken where it sleeps; while a session is attached it does not fall asleep. */
  async worker(): Promise<CDPSession> {
    await this.call('health', {});
    const target = await this.browser.waitForTarget(
      (one) => one.type() === 'service_worker' && one.url().startsWith(this.origin),
    );
    return target.createCDPSession();
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

const megabytes = (bytes = 0): number => Math.round(bytes / 2 ** 19) / 2;

/** What a worker's engine holds after a collection, in MB: objects, and the bytes of its buffers. */
export async function memoryOf(worker: CDPSession): Promise<{ heap: number; buffers: number }> {
  await worker.send('HeapProfiler.enable');
  await worker.send('HeapProfiler.collectGarbage');
  const usage = (await worker.send('Runtime.getHeapUsage')) as unknown as Record<string, number>;
  return {
    heap: megabytes((usage.usedSize ?? 0) + (usage.embedderHeapUsedSize ?? 0)),
    buffers: megabytes(usage.backingStorageSize),
  };
}
