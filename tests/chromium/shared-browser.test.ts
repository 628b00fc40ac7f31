import { afterAll, expect, it } from 'vitest';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { closeClean } from '../browser/close-clean';
import { ExtensionPage } from '../browser/extension-page';

const PAPER = corpusPaper('2203.05482');
const ADDRESS = 'https://arxiv.org/shared/1';
const STORED = `Promise.all(['local', 'sync', 'session'].map((area) => chrome.storage[area].get('left')))`;

let run: ChromiumRun | null = null;
afterAll(async () => {
  if (run) await closeClean(run);
});

async function begin(): Promise<ExtensionPage> {
  run = await ChromiumRun.start();
  return ExtensionPage.open(run);
}

it('is to each file as if nobody had used it before', async () => {
  const extension = await begin();
  const first = run as ChromiumRun;
  await extension.call('list/save', { ref: { paperId: PAPER.id }, sourceUrl: null });
  await extension.page.evaluate(
    `Promise.all(['local', 'sync', 'session'].map((area) => chrome.storage[area].set({ left: area })))`,
  );
  expect(await extension.page.evaluate(STORED)).toEqual(
    ['local', 'sync', 'session'].map((area) => ({ left: area })),
  );
  await (await first.open(ADDRESS, '<!doctype html>')).page.evaluate(`document.cookie = 'left=1'`);
  await closeClean(first);

  const next = await begin();
  const second = run as ChromiumRun;
  // Else this would tell nothing.
  expect(second.context).toBe(first.context);
  expect(second.context.pages().map((page) => page.url())).toEqual([
    'chrome://extensions/strings.m.js',
    `${second.extensionOrigin}/manifest.json`,
  ]);
  expect(await next.call('list/all', {})).toEqual([]);
  expect(await next.page.evaluate(STORED)).toEqual([{}, {}, {}]);
  expect(await (await second.open(ADDRESS, '<!doctype html>')).page.evaluate('document.cookie')).toBe('');
});

it('is not ended under those who come after', async () => {
  const shared = run as ChromiumRun;
  await expect(shared.restart()).rejects.toThrow('isOwn');
  await expect(shared.kill()).rejects.toThrow('isOwn');
});
