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
