import type { Browser } from 'wxt/browser';
import { expect, it, vi } from 'vitest';
import { outsidePrivate } from './outside-private';

const PARAMS = { papers: [] };
const tab = (incognito: boolean) => ({ id: 7, incognito }) as Browser.tabs.Tab;

function listening() {
  const note = vi.fn<(params: typeof PARAMS) => Promise<null>>(async () => null);
  return { note, answer: outsidePrivate(note) };
}

it('keeps nothing of a page of a private window, and answers it as any other', async () => {
  const { note, answer } = listening();
  expect(await answer(PARAMS, { tab: tab(true) })).toBeNull();
  expect(note).not.toHaveBeenCalled();
});

it.each([
  ['a page of another window', { tab: tab(false) }],
  ['a page of our own, in no tab', {}],
])('hands on what comes from %s', async (_from, sender) => {
  const { note, answer } = listening();
  expect(await answer(PARAMS, sender)).toBeNull();
  expect(note).toHaveBeenCalledExactlyOnceWith(PARAMS);
});
