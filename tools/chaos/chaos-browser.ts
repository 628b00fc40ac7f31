import type { CDPSession, Page } from 'playwright-core';
import { PROTOCOL_VERSION } from '../../messaging/envelope';
import type { CallName, Params, Value } from '../../messaging/protocol';
import type { Result } from '../../messaging/result';
import { ChromiumRun } from '../../tests/browser/chromium';
import type { LimitedExtension } from '../../tests/browser/with-quota';
import { waitFor } from '../browsers/card-view';
import { extensionUnderChaos, NO_FAULTS, type ScriptFaults } from './extension-copy';

/** What came of a call. `silent`: no answer, as whoever asked died, or was told that nobody is there. */
export type Outcome<K extends CallName = CallName> =
  | { readonly kind: 'done'; readonly value: Value<K> }
  /** `isRetried`: what says so may be the second of two workers. */
  | { readonly kind: 'refused'; readonly code: string; readonly words: string; readonly isRetried: boolean }
  | { readonly kind: 'silent' };

/** A call without an answer for so long hangs. */
const PATIENCE_MS = 30_000;

/** Chromium with the extension under chaos, three windows of it, and the ways to do them harm. */
export class ChaosBrowser {
  #windows: (Page | null)[] = [null, null, null];
  #quota: CDPSession | null = null;
  #faults: ScriptFaults = NO_FAULTS;

  private constructor(
    readonly run: ChromiumRun,
    readonly extension: LimitedExtension,
  ) {}

  static async start(): Promise<ChaosBrowser> {
    const extension = extensionUnderChaos();
    return new ChaosBrowser(await ChromiumRun.start({ extension: extension.folder }), extension);
  }

  async close(): Promise<void> {
    await this.run.close();
    this.extension.remove();
  }

  /** A page of the extension that runs no script of ours. */
  async window(number = 0): Promise<Page> {
    const open = this.#windows[number];
    if (open && !open.isClosed()) return open;
    const page = await this.run.context.newPage();
    await page.goto(`${this.run.extensionOrigin}/manifest.json`);
    this.#windows[number] = page;
    return page;
  }

  /** Calls the background as an own page does: once more where nobody answered. */
  async call<K extends CallName>(name: K, params: Params<K>, number = 0): Promise<Outcome<K>> {
    const page = await this.window(number);
    const message = JSON.stringify({ paperkin: PROTOCOL_VERSION, call: name, params });
    const asking = page.evaluate<{ answer: Result<Value<K>> | null; isRetried: boolean }>(`(async () => {
      const send = () => chrome.runtime.sendMessage(${message}).then((answer) => answer ?? null, () => null);
      const first = await send();
      return first === null ? { answer: await send(), isRetried: true } : { answer: first, isRetried: false };
    })()`);
    const reply = await inTime(
      name,
      asking.catch(() => null),
    );
    if (!reply?.answer) return { kind: 'silent' };
    const { answer, isRetried } = reply;
    if (answer.ok) return { kind: 'done', value: answer.value };
    return { kind: 'refused', code: answer.error.code, words: answer.error.message, isRetried };
  }

  /** As `call`, where nothing hinders it. @throws where the answer is none, or a refusal. */
  async ask<K extends CallName>(name: K, params: Params<K>): Promise<Value<K>> {
    const outcome = await this.call(name, params);
    if (outcome.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.value;
  }

  /** Has a script run in an own page. */
  async inPage<T>(script: string): Promise<T> {
    return (await this.window()).evaluate<T>(script);
  }

  /** Stops the background worker, whatever it does. */
  async stopWorker(): Promise<void> {
    await this.run.stopWorker();
  }

  /** Kills the process of the browser where it stands, and starts it anew with the same profile. */
  async killBrowser(): Promise<void> {
    await this.run.killProcess();
    this.#forgetPages();
  }

  async reloadExtension(): Promise<void> {
    await this.run.reloadExtension();
    this.#forgetPages();
  }

  #forgetPages(): void {
    this.#windows = [null, null, null];
    this.#quota = null;
  }

  /** Has no byte left for the extension; null for what there is. Of a browser that has just started: it asks now and then only. */
  async setQuota(bytes: number | null): Promise<void> {
    if (bytes === null && this.#quota === null) return;
    this.#quota ??= await this.run.context.newCDPSession(await this.window(1));
    await this.#quota.send('Storage.overrideQuotaForOrigin', {
      origin: this.run.extensionOrigin,
      ...(bytes === null ? {} : { quotaSize: bytes }),
    });
  }

  /** Sets what goes wrong in the background's script, in a worker that has done nothing yet. */
  async setFaults(faults: Partial<ScriptFaults>): Promise<void> {
    this.#faults = faults === NO_FAULTS ? NO_FAULTS : { ...this.#faults, ...faults };
    await this.stopWorker();
    await this.#wake();
    const script = `Object.assign(globalThis.chaos, ${JSON.stringify(this.#faults)})`;
    await waitFor('a worker to be harmed', async () => {
      const worker = this.run.context.serviceWorkers()[0];
      return (
        worker &&
        (await worker.evaluate(script).then(
          () => true,
          () => false,
        ))
      );
    });
  }

  /** What goes wrong just now in a worker that was not stopped since. */
  get faults(): ScriptFaults {
    return this.#faults;
  }

  /** How many calls of the database were made to fail in the worker that runs now. */
  async failedCalls(): Promise<number> {
    const worker = this.run.context.serviceWorkers()[0];
    return worker ? worker.evaluate<number>('globalThis.chaos.failed').catch(() => 0) : 0;
  }

  async #wake(): Promise<void> {
    await this.inPage(`chrome.runtime.sendMessage({ paperkin: 1, call: 'nonsense', params: {} })`);
  }
}

async function inTime<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} has no answer after ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
