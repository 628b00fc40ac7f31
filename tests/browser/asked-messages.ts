import type { Worker } from 'playwright-core';
import type { ChromiumRun } from './chromium';

function workerOf(run: ChromiumRun): Worker {
  const worker = run.context.serviceWorkers().at(-1);
  if (!worker) throw new Error('there is no worker');
  return worker;
}

/** From now on the calls that reach the background are noted, in their order; what was noted before is forgotten. */
export async function noteAsked(run: ChromiumRun): Promise<void> {
  await workerOf(run).evaluate(`
    if (!globalThis.asked) chrome.runtime.onMessage.addListener((message) => void globalThis.asked.push(String(message?.call)));
    globalThis.asked = [];`);
}

/** The calls since `noteAsked`, while the worker lives. */
export function askedOf(run: ChromiumRun): Promise<string[]> {
  return workerOf(run).evaluate<string[]>('globalThis.asked');
}
