import type { Page } from 'playwright-core';

/**
 * Begins to count what the main thread of a page that is still to be opened works. The function returned tells it in milliseconds of
 * the thread's own time: by the clock the browser of another test stretches it threefold.
 */
export async function countWork(page: Page): Promise<() => Promise<number>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const work = metrics.find(({ name }) => name === 'TaskDuration')?.value;
    if (work === undefined) throw new Error('Chromium does not tell what a page works');
    return 1_000 * work;
  };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Of the thread's own time, microseconds; the events of tasks have it. */
  readonly tdur?: number;
  readonly args?: { readonly name?: unknown };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

/** Begins to watch the tasks of the main threads of pages. The function returned tells the longest, in milliseconds of the thread's own time, too. */
export async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  await browser.startTracing(page, { categories: ['-*', 'disabled-by-default-devtools.timeline'] });
  return async () => {
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    const mains = trace.traceEvents.filter(
      ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
    );
    const threads = new Set(mains.map(threadOf));
    const tasks = trace.traceEvents.filter(
      (event) => event.name === 'RunTask' && threads.has(threadOf(event)),
    );
    if (tasks.length === 0) throw new Error('Chromium does not tell the tasks of pages');
    return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
  };
}
