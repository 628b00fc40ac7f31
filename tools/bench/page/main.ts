import type { Jobs, JobState } from './job-types';
import type { JobOrder } from './jobs-worker';

/** Jobs run in a worker, as the background and imports do: a browser lets the thread of a page wait for its turn. */
const worker = new Worker(new URL('./jobs-worker.ts', import.meta.url), { type: 'module' });
let state: JobState = { kind: 'running' };

worker.addEventListener('message', ({ data }: MessageEvent<JobState>) => {
  state = data;
});
worker.addEventListener('error', ({ message }) => {
  state = { kind: 'failed', message };
});

/** Started and looked after from outside, since no connection to a browser waits for an answer as long as a job may take. */
const remote = {
  start(name: keyof Jobs, args: string): void {
    state = { kind: 'running' };
    const file = document.querySelector('input')?.files?.[0] ?? null;
    worker.postMessage({ name, args: JSON.parse(args), file } satisfies JobOrder, []);
  },
  state: (): string => JSON.stringify(state),
};

Object.assign(globalThis, { paperkinBench: remote });
