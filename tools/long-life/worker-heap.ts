import type { ChromiumRun } from '../../tests/browser/chromium';

/**
 * Bytes that the background worker's scripts use, after a forced collection of garbage; NaN where no worker lives. By the older
 * way of speaking to targets, which playwright does not need for itself.
 */
export async function heapOfWorker(run: ChromiumRun): Promise<number> {
  const browser = await run.context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('no browser');
  const { targetInfos } = await browser.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(run.extensionOrigin),
  );
  if (!worker) return Number.NaN;
  const { sessionId } = await browser.send('Target.attachToTarget', {
    targetId: worker.targetId,
    flatten: false,
  });
  const answers = new Map<number, (result: unknown) => void>();
  browser.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { readonly id?: number; readonly result?: unknown };
    if (id !== undefined) answers.get(id)?.(result);
  });
  const ask = (id: number, method: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      answers.set(id, resolve);
      browser
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
        .catch(reject);
    });
  await ask(1, 'HeapProfiler.collectGarbage');
  await ask(2, 'HeapProfiler.collectGarbage');
  const usage = (await ask(3, 'Runtime.getHeapUsage')) as { readonly usedSize: number };
  await browser.detach();
  return usage.usedSize;
}
