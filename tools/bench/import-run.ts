import { setTimeout as sleep } from 'node:timers/promises';
import { waitForText, type BenchBrowser, type BenchTab, type Usage } from './bench-browser';

/** How an import by the library page went. */
export interface ImportRun {
  /** From the click on "Import" until the page says that the corpus is in. */
  readonly ms: number;
  /** Of these the time until the last record was read; the rest is merging. */
  readonly readingMs: number;
  /** Before it began, and the most that was seen while it ran; null where the system does not tell. */
  readonly before: Usage | null;
  readonly peak: Usage | null;
}

const SAMPLE_EVERY_MS = 200;
const SAY_EVERY_MS = 15_000;

/**
 * Runs in the library page, since the clock there is not delayed by the connection: presses "Import" when it is offered
 * and notes when the page shows progress that can be told (reading) and when it shows an outcome.
 */
const WATCH = `(() => {
  const seen = (globalThis.benchImport = {});
  const look = () => {
    const box = document.querySelector('.pk-panel-box');
    const start = box?.querySelector('button[type=submit]');
    if (start && seen.startedAt === undefined) {
      seen.startedAt = performance.now();
      start.click();
    } else if (seen.startedAt !== undefined && seen.endedAt === undefined) {
      if (box?.dataset.phase === 'reading') seen.readAt = performance.now();
      if (!box?.querySelector('progress, form') && box?.querySelector('output strong')) {
        seen.endedAt = performance.now();
        seen.failed = box.querySelector('.pk-trouble') !== null;
      }
    }
    seen.text = box?.textContent ?? '';
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  return true;
})()`;

interface Seen {
  readonly startedAt: number;
  readonly readAt?: number;
  readonly endedAt: number;
  readonly failed: boolean;
  readonly text: string;
}

/** Imports a file through the library page, whole. @throws when the page says that it went wrong. */
export async function runImport(
  browser: BenchBrowser,
  path: string,
  say: (line: string) => void,
): Promise<ImportRun> {
  const tab = await browser.open('/library.html#corpora');
  await waitForText(tab, `document.querySelector('input[type=file]') ? 'there' : ''`);
  const sampler = new UsageSampler(browser);
  const before = await browser.usage();
  await tab.evaluate(WATCH);
  await tab.chooseFile(path);
  await sampler.sampleUntil(
    async () => (await tab.evaluate('benchImport.endedAt !== undefined')) === true,
    () => sayProgress(tab, say),
  );
  const seen = JSON.parse(String(await tab.evaluate('JSON.stringify(benchImport)'))) as Seen;
  await tab.close();
  if (seen.failed) throw new Error(`the import failed: ${seen.text}`);
  const ms = seen.endedAt - seen.startedAt;
  return { ms, readingMs: (seen.readAt ?? seen.startedAt) - seen.startedAt, before, peak: sampler.peak };
}

async function sayProgress(tab: BenchTab, say: (line: string) => void): Promise<void> {
  say(String(await tab.evaluate('benchImport.text ?? ""')));
}

class UsageSampler {
  readonly #browser: BenchBrowser;
  peak: Usage | null = null;

  constructor(browser: BenchBrowser) {
    this.#browser = browser;
  }

  async sampleUntil(isOver: () => Promise<boolean>, onWait: () => Promise<void>): Promise<void> {
    let saidAt = Date.now();
    while (!(await isOver())) {
      const now = await this.#browser.usage();
      this.peak = now && this.peak ? greater(this.peak, now) : now;
      if (Date.now() - saidAt > SAY_EVERY_MS) {
        saidAt = Date.now();
        await onWait();
      }
      await sleep(SAMPLE_EVERY_MS);
    }
    const last = await this.#browser.usage();
    this.peak = last && this.peak ? greater(this.peak, last) : last;
  }
}

const greater = (a: Usage, b: Usage): Usage => ({
  extensionBytes: Math.max(a.extensionBytes, b.extensionBytes),
  extensionOwnBytes: Math.max(a.extensionOwnBytes, b.extensionOwnBytes),
  browserBytes: Math.max(a.browserBytes, b.browserBytes),
  extensionSeconds: Math.max(a.extensionSeconds, b.extensionSeconds),
});
