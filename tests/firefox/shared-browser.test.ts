import { afterAll, expect, it } from 'vitest';
import type { CallName, Params, Value } from '../../messaging/protocol';
import type { Result } from '../../messaging/result';
import { readBundledCorpus } from '../../tools/build-corpus';
import { FirefoxRun } from '../browser/firefox';

const [PAPER] = readBundledCorpus().papers;
const ADDRESS = 'http://arxiv.org/shared/1';

let run: FirefoxRun | null = null;
afterAll(() => run?.close());

const ask = async <K extends CallName>(of: FirefoxRun, call: K, params: Params<K>): Promise<Value<K>> => {
  const [reply] = await of.sendAll<Result<Value<K>>>([{ paperkin: 1, call, params }]);
  if (!reply?.ok) throw new Error(`${call}: ${JSON.stringify(reply)}`);
  return reply.value;
};

/** What an expression comes to on a page of the extension, which stays open. */
async function inExtension(of: FirefoxRun, expression: string): Promise<unknown> {
  const tab = await of.session.openTab();
  await tab.goto(`${of.session.extensionOrigin}/icons/16.png`);
  return JSON.parse(String(await tab.evaluate(`${expression}.then(JSON.stringify)`)));
}
const ofAreas = (call: string) =>
  `Promise.all(['local', 'sync', 'session'].map((area) => browser.storage[area].${call}))`;

it('is to each file as if nobody had used it before', async () => {
  const first = (run = await FirefoxRun.start());
  await ask(first, 'list/save', { ref: { paperId: PAPER?.id ?? '' }, sourceUrl: null });
  await inExtension(first, ofAreas('set({ left: area })'));
  const left = ['local', 'sync', 'session'].map((area) => ({ left: area }));
  expect(await inExtension(first, ofAreas(`get('left')`))).toEqual(left);
  await (await first.open(ADDRESS, '<!doctype html>')).tab.evaluate(`document.cookie = 'left=1'`);
  expect(await first.errors()).toEqual([]);
  const { session } = first;
  await first.close();

  const second = (run = await FirefoxRun.start());
  // Else this would tell nothing: it is the same window, and another address.
  expect(await session.askBrowser('gBrowser.tabs.length')).toBe(2);
  expect(second.session.extensionOrigin).not.toBe(session.extensionOrigin);
  expect(await ask(second, 'list/all', {})).toEqual([]);
  expect(await inExtension(second, ofAreas(`get('left')`))).toEqual([{}, {}, {}]);
  const page = await second.open(ADDRESS, '<!doctype html>');
  expect(await page.tab.evaluate('document.cookie')).toBe('');
});

it('is not ended under those who come after', async () => {
  await expect(run?.restart()).rejects.toThrow('isOwn');
});
