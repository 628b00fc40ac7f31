import { JOBS } from './jobs';
import type { Jobs, JobState } from './job-types';

let state: JobState = { kind: 'running' };

/** Started and looked after from outside, since no connection to a browser waits for an answer as long as a job may take. */
const remote = {
  start(name: keyof Jobs, args: string): void {
    state = { kind: 'running' };
    const job = JOBS[name] as (args: unknown) => Promise<unknown>;
    job(JSON.parse(args)).then(
      (value) => (state = { kind: 'done', value }),
      (error: unknown) => (state = { kind: 'failed', message: String(error) }),
    );
  },
  state: (): string => JSON.stringify(state),
};

Object.assign(globalThis, { paperkinBench: remote });
