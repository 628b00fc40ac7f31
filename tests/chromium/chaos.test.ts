import { afterAll, beforeAll, expect, it } from 'vitest';
import { ChaosBrowser } from '../../tools/chaos/chaos-browser';
import { playRun } from '../../tools/chaos/run';
import { SHORT_SEEDS } from '../../tools/chaos/short-form';

/** Some forty seconds of an idle machine for all; each restarts the browser once or twice. */
const RUN_MS = 240_000;
let browser: ChaosBrowser;

beforeAll(async () => {
  browser = await ChaosBrowser.start();
});
afterAll(() => browser.close());

it.each(SHORT_SEEDS.map((seed) => ({ seed })))(
  'loses nothing that was acknowledged in history $seed (`npm run chaos -- --seed $seed`)',
  async ({ seed }) => {
    const { troubles, log } = await playRun(seed, browser);
    expect(troubles, `${log.join('\n')}`).toEqual([]);
  },
  RUN_MS,
);
