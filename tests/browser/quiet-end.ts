import { expect } from 'vitest';
import type { ChromiumRun } from './chromium';

/** The end of every file, for its `afterAll`: no request that no test gave, no error anywhere, and the browser goes. */
export async function endQuietly(run: ChromiumRun | undefined): Promise<void> {
  if (!run) return;
  try {
    expect(run.strayRequests()).toEqual([]);
    expect(await run.errors()).toEqual([]);
  } finally {
    await run.close();
  }
}
