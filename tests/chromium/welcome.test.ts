import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { ExtensionPage } from '../browser/extension-page';
import { savedTitles } from '../browser/known-papers';

const SHOWN = corpusPaper('2203.05482');

let run: ChromiumRun;
let page: Page;
let welcome: ChromiumPage;
const firstPages = () => run.context.pages().filter((each) => each.url().endsWith('/welcome.html'));

beforeAll(async () => {
  run = await ChromiumRun.start({ keepsWelcome: true, isOwn: true });
  [page] = firstPages() as [Page];
  welcome = await ChromiumPage.of(page);
  await page.bringToFront();
});
afterAll(() => closeClean(run));

it('comes after the installation, with one title that is marked as on any page', async () => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('link', { name: SHOWN.title }).waitFor();
  await welcome.waitForMarks();
  await page.getByText('Alt+Shift+L').waitFor();
});

it('has the card open for the first look, which closes, opens by the pointer, and saves', async () => {
  await welcome.waitForCard('Kin');
  await page.keyboard.press('Escape');
  await welcome.waitForNoCard();
  await page.mouse.move(5, 5);
  await welcome.hover('.pk-welcome-line a');
  const { text } = await welcome.waitForCard('Kin');
  expect(text).not.toContain('Turn off on');
  await page.keyboard.press('s');
  await waitFor('the paper on the list', async () => (await savedTitles(run)).join() === SHOWN.title);
});

it('asks one question, which is answered “no” until the reader says yes', async () => {
  const extension = await ExtensionPage.open(run);
  const settings = () =>
    extension.page.evaluate<{ keepVisited?: boolean } | undefined>(
      `chrome.storage.local.get('settings').then(({ settings }) => settings)`,
    );
  expect((await settings())?.keepVisited ?? false).toBe(false);
  await page.bringToFront();
  const question = page.getByRole('switch', { name: /^Keep papers read off pages/ });
  expect(await question.isChecked()).toBe(false);
  await question.click();
  await waitFor('the answer', async () => (await settings())?.keepVisited === true);
  await extension.close();
});

it('fits on one screen, and comes once in a profile', async () => {
  const overflow = await page.evaluate<number>('document.documentElement.scrollHeight - 860');
  expect(overflow).toBeLessThanOrEqual(0);
  await run.reloadExtension();
  await run.restart();
  const extension = await ExtensionPage.open(run);
  // A message wakes the worker, where it sleeps.
  await extension.call('health', {});
  const worker = run.context.serviceWorkers()[0] ?? (await run.context.waitForEvent('serviceworker'));
  await worker.evaluate(`chrome.runtime.onInstalled.dispatch({ reason: 'install' })`);
  await extension.call('health', {});
  expect(firstPages()).toEqual([]);
});
