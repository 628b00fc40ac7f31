import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBundledCorpus } from '../../tools/build-corpus';
import type { SyncState } from '../../core/sync/sync-state';
import type { Result } from '../../messaging/result';
import { FirefoxRun } from '../browser/firefox';

const [PAPER] = readBundledCorpus().papers;

let run: FirefoxRun;

beforeAll(async () => {
  run = await FirefoxRun.start();
});
afterAll(() => run.close());

async function send<T>(call: string, params: object): Promise<T> {
  const [reply] = await run.sendAll<Result<T>>([{ paperkin: 1, call, params }]);
  if (!reply?.ok) throw new Error(`${call}: ${reply?.error.message}`);
  return reply.value;
}

async function inExtension<T>(expression: string): Promise<T> {
  const tab = await run.session.openTab();
  try {
    await tab.goto(`${run.session.extensionOrigin}/icons/16.png`);
    return JSON.parse(String(await tab.evaluate(`(${expression}).then(JSON.stringify)`))) as T;
  } finally {
    await tab.close();
  }
}
const items = () => inExtension<Record<string, string>>('browser.storage.sync.get(null)');

it('writes the list to the sync storage when it is switched on, and reads what another machine wrote', async () => {
  await send('list/save', { ref: { paperId: PAPER?.id }, sourceUrl: null });
  expect(await items()).toEqual({});
  const state = await send<SyncState>('sync/set', { isOn: true, name: 'Desk' });
  expect(state).toMatchObject({ isOn: true, trouble: null, papers: 1 });
  const written = await items();
  expect(Object.keys(written)).toEqual([`d:${state.devices[0]?.id}:0`]);
  // The same items under another name are another machine's; the one that wrote them starts anew, without the paper.
  const other = Object.values(written)[0] ?? '';
  await send('sync/set', { forget: state.devices[0]?.id });
  await send('list/remove', { paperIds: [PAPER?.id] });
  await inExtension(
    `browser.storage.sync.set({ 'd:1-zzzzzz:0': ${JSON.stringify(other)} }).then(() => null)`,
  );
  expect(await send<SyncState>('sync/set', { isOn: true })).toMatchObject({ papers: 1, trouble: null });
  expect(await send('list/all', {})).toMatchObject([{ paper: { id: PAPER?.id, abstract: PAPER?.abstract } }]);
  expect(await run.errors()).toEqual([]);
  expect(run.strayRequests()).toEqual([]);
});
