import type { Jobs, JobState } from './job-types';
import { JOBS, takeFile } from './jobs';

/** What the page wants done. */
export interface JobOrder {
  readonly name: keyof Jobs;
  /** Of that job. */
  readonly args: unknown;
  /** The file in the page's input. */
  readonly file: File | null;
}

const tell = (state: JobState): void => globalThis.postMessage(state, { transfer: [] });

globalThis.addEventListener('message', ({ data: { name, args, file } }: MessageEvent<JobOrder>) => {
  takeFile(file);
  (JOBS[name] as (args: unknown) => Promise<unknown>)(args).then(
    (value) => tell({ kind: 'done', value }),
    (error: unknown) => tell({ kind: 'failed', message: String(error) }),
  );
});
