import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Health } from '../../core/health';
import type { Tab } from '../../tools/browsers/tab';
import { waitFor } from '../../tools/browsers/card-view';
import { FirefoxRun } from '../browser/firefox';
import { COPY_OF_BUNDLED, FILES_OF_IMPORTS, flipByte } from '../browser/stored-files';

const REPAIR_MS = 30_000;
const HEALTH = { paperkin: 1, call: 'health', params: {} };
const SEARCH = { paperkin: 1, call: 'search', params: { query: 'language model', limit: 5 } };

let run: FirefoxRun;
let tab: Tab;

beforeAll(async () => {
  run = await FirefoxRun.start();
  await run.sendAll([HEALTH]);
  tab = await run.session.openTab();
  await tab.goto(`${run.session.extensionOrigin}/icons/16.png`);
});
afterAll(() => run.close());

const files = async () => String(await tab.evaluate(FILES_OF_IMPORTS));

async function stateOfCopy(): Promise<string | null> {
  const [reply] = await run.sendAll<{ readonly value: Health }>([HEALTH]);
  return reply?.value.repairs.find(({ corpusId }) => corpusId === 'file-1')?.state ?? null;
}

it.each(['terms/shards/000000', 'terms/about'])('repairs %s in a worker of its event page', async (file) => {
  await tab.evaluate(COPY_OF_BUNDLED);
  const whole = await files();
  expect(whole).toContain(file);
  await tab.evaluate(flipByte(file));
  expect(await files()).not.toBe(whole);
  await run.stopBackground();
  const [reply] = await run.sendAll<{ readonly ok: boolean }>([SEARCH]);
  expect(reply?.ok).toBe(true);
  await waitFor('the same files as before', async () => (await files()) === whole, REPAIR_MS);
  await waitFor('the word of it', async () => (await stateOfCopy()) === 'repaired', REPAIR_MS);
});

it('throws nothing', async () => {
  expect(await run.errors()).toEqual([]);
});
