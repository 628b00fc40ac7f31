import type { ChromiumRun } from './chromium';

/**
 * Closes the browser at the end of a file.
 * @throws where an address was asked for that is no fixture, or a script of ours threw.
 */
export async function closeClean(run: ChromiumRun): Promise<void> {
  try {
    const strays = run.strayRequests();
    if (strays.length > 0) throw new Error(`asked for ${strays.join(', ')}`);
    const errors = await run.errors();
    if (errors.length > 0) throw new Error(errors.join('\n'));
  } finally {
    await run.close();
  }
}
