import { browser } from 'wxt/browser';

/** What the repair worker says once, when it ends. `defect` is a mistake of ours, or a database that refuses. */
export type RepairReply = { readonly kind: 'done' } | { readonly kind: 'defect'; readonly message: string };

/** Runs a repair of all that is noted as damaged, after an import that is at work; rejects when it breaks. */
export function runRepairWorker(): Promise<void> {
  const worker = new Worker(browser.runtime.getURL('/repair-worker.js'));
  return new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<RepairReply>) =>
      data.kind === 'done' ? resolve() : reject(new Error(data.message)),
    );
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(message || 'The repair worker did not start.')),
    );
  }).finally(() => worker.terminate());
}
