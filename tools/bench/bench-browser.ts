import { setTimeout as sleep } from 'node:timers/promises';
import type { Jobs, JobState } from './page/job-types';

/** A page of the extension in a driven browser. */
export interface BenchTab {
  /** The string, number or truth that an expression comes to. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Puts a file into the page's file input. */
  readonly chooseFile: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Memory and processor time of the processes. Memory is resident, with the pages that processes share. */
export interface Usage {
  /** Of the largest of those that run scripts of the extension. */
  readonly extensionBytes: number;
  /** The same without what it shares with others, as the task manager of the browser counts. */
  readonly extensionOwnBytes: number;
  readonly browserBytes: number;
  /** Processor time of all that run scripts of the extension, so far. */
  readonly extensionSeconds: number;
}

/** What scripts hold in a context. */
export interface Heap {
  readonly heapBytes: number;
  /** Of array buffers. */
  readonly bufferBytes: number;
}

/** A browser with the extension, in a profile that is kept from one start to the next. */
export interface BenchBrowser {
  readonly name: 'Chromium' | 'Firefox';
  /** "Chromium 156.0…" */
  readonly version: string;
  /** Opens a page of the extension: `/library.html`. */
  readonly open: (path: string) => Promise<BenchTab>;
  /** Ends the background, as the browser does when it is idle; the next message starts it. */
  readonly stopBackground: () => Promise<void>;
  /** Null where the system does not tell. */
  readonly usage: () => Promise<Usage | null>;
  /** Of the background, after a collection of garbage; null where the browser does not tell. */
  readonly backgroundHeap: () => Promise<Heap | null>;
  readonly close: () => Promise<void>;
}

const LOOK_EVERY_MS = 100;

/** Waits until a question of a tab comes to something else than an empty string, and returns that. */
export async function waitForText(tab: BenchTab, expression: string): Promise<string> {
  for (;;) {
    const text = String((await tab.evaluate(expression)) ?? '');
    if (text !== '') return text;
    await sleep(LOOK_EVERY_MS);
  }
}

/** Has the benchmark's page do a job. @throws what it threw there. */
export async function runJob<K extends keyof Jobs>(
  tab: BenchTab,
  name: K,
  args: Parameters<Jobs[K]>[0],
): Promise<Awaited<ReturnType<Jobs[K]>>> {
  const literal = JSON.stringify(JSON.stringify(args));
  await tab.evaluate(`paperkinBench.start(${JSON.stringify(name)}, ${literal})`);
  for (;;) {
    const state = JSON.parse(String(await tab.evaluate('paperkinBench.state()'))) as JobState;
    if (state.kind === 'failed') throw new Error(`${name}: ${state.message}`);
    if (state.kind === 'done') return state.value as Awaited<ReturnType<Jobs[K]>>;
    await sleep(LOOK_EVERY_MS);
  }
}
