import { existsSync, readFileSync } from 'node:fs';
import { launch, type Browser, type CDPSession, type ElementHandle } from 'puppeteer-core';
import { browserPath } from '../browsers/find';
import { closeWelcome } from '../browsers/welcome';
import type { BenchBrowser, BenchTab, Heap, Usage } from './bench-browser';

const isRoot = process.getuid?.() === 0;
const FLAGS = [
  '--no-first-run',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-sync',
  '--lang=en-US',
];

/** Chromium with the extension of a folder. The same folder and profile have the same storage again. */
export async function openChromium(extension: string, profile: string): Promise<BenchBrowser> {
  const browser = await launch({
    executablePath: browserPath('chromium'),
    headless: true,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    protocolTimeout: 0,
    args: [...(isRoot ? ['--no-sandbox'] : []), ...FLAGS],
  });
  const origin = `chrome-extension://${await browser.installExtension(extension)}`;
  const [blank] = await browser.pages();
  await closeWelcome(browser, origin);
  const ownTab = await (blank ?? (await browser.newPage())).createCDPSession();
  const ownBrowser = await browser.target().createCDPSession();
  return {
    name: 'Chromium',
    version: (await browser.version()).replace(/^(?:Headless)?Chrome\//, 'Chromium '),
    open: (path) => openTab(browser, `${origin}${path}`),
    stopBackground: () => stopWorker(ownTab, origin),
    usage: () => usageOf(ownBrowser),
    backgroundHeap: () => workerHeap(browser, origin),
    close: () => browser.close(),
  };
}

async function openTab(browser: Browser, url: string): Promise<BenchTab> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  return {
    evaluate: (expression) => page.evaluate(expression),
    chooseFile: async (path) => {
      const input = await page.waitForSelector('input[type=file]');
      await (input as ElementHandle<HTMLInputElement> | null)?.uploadFile(path);
    },
    close: () => page.close(),
  };
}

interface WorkerVersions {
  readonly versions: readonly { readonly scriptURL: string; readonly runningStatus: string }[];
}

/** Ends the background of the extension at an origin, and returns once it has ended. */
export async function stopWorker(cdp: CDPSession, origin: string): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    const onUpdate = ({ versions }: WorkerVersions) => {
      const ours = versions.filter(({ scriptURL }) => scriptURL.startsWith(origin));
      if (ours.length === 0 || ours.some(({ runningStatus }) => runningStatus !== 'stopped')) return;
      cdp.off('ServiceWorker.workerVersionUpdated', onUpdate);
      resolve();
    };
    cdp.on('ServiceWorker.workerVersionUpdated', onUpdate);
  });
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await cdp.send('ServiceWorker.disable');
}

async function workerHeap(browser: Browser, origin: string): Promise<Heap | null> {
  const target = browser
    .targets()
    .find((each) => each.type() === 'service_worker' && each.url().startsWith(origin));
  if (!target) return null;
  const cdp = await target.createCDPSession();
  await cdp.send('HeapProfiler.collectGarbage');
  // puppeteer's types do not know the last two (24.43).
  const usage = (await cdp.send('Runtime.getHeapUsage')) as {
    readonly usedSize: number;
    readonly embedderHeapUsedSize?: number;
    readonly backingStorageSize?: number;
  };
  await cdp.detach();
  const heapBytes = usage.usedSize + (usage.embedderHeapUsedSize ?? 0);
  return { heapBytes, bufferBytes: usage.backingStorageSize ?? 0 };
}

async function usageOf(cdp: CDPSession): Promise<Usage | null> {
  if (!existsSync('/proc/self/status')) return null;
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const ours = processInfo.filter(({ type, id }) => type === 'renderer' && isExtensionProcess(id));
  const browsers = processInfo.filter(({ type }) => type === 'browser');
  const most = (processes: typeof processInfo, of: readonly string[]) =>
    Math.max(0, ...processes.map(({ id }) => memoryOf(id, of)));
  return {
    extensionBytes: most(ours, ['VmRSS']),
    extensionOwnBytes: most(ours, ['RssAnon', 'VmSwap']),
    browserBytes: most(browsers, ['VmRSS']),
    extensionSeconds: ours.reduce((seconds, { cpuTime }) => seconds + cpuTime, 0),
  };
}

const isExtensionProcess = (id: number): boolean =>
  textOf(`/proc/${id}/cmdline`).includes('--extension-process');

/** The sum of lines of the system's account of a process. */
function memoryOf(id: number, lines: readonly string[]): number {
  const status = textOf(`/proc/${id}/status`);
  const kilobytes = lines.map((line) =>
    Number(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0),
  );
  return 1024 * kilobytes.reduce((sum, each) => sum + each, 0);
}

/** A process may have ended since it was listed. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
