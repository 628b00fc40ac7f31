import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { knownPaper, linkTo } from '../browser/known-papers';
import { resetSettings } from '../browser/settings';

/*
 * What this Chromium's own `Summarizer` says is asked in the first test; it has no model here, so that the others put a stand-in
 * of the documented shape in its place. The real one was never run.
 */
const STAND_IN = `globalThis.Summarizer = {
  availability: async () => 'available',
  create: async () => ({
    summarizeStreaming: (text) => new ReadableStream({
      start(stream) {
        globalThis.written = (globalThis.written ?? 0) + 1;
        for (const piece of ['A machine read ', text.length + ' letters.']) stream.enqueue(piece);
        stream.close();
      },
    }),
  }),
}`;
const PAPER = knownPaper(0);
const SWITCH = /second summary/;

let run: ChromiumRun;
let page: ChromiumPage;

beforeAll(async () => {
  run = await ChromiumRun.start({ isOwn: true });
  page = await run.open('https://arxiv.org/list/of-one', `<!doctype html><p>${linkTo(PAPER)}</p>`);
  await page.waitForMarks();
});
afterEach(() => resetSettings(run));
afterAll(() => closeClean(run));

async function openPaper(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: PAPER.title }).first().click();
  await popup.locator('.pk-detail .pk-summary').waitFor();
}

it('is not spoken of where the browser has none', async () => {
  const popup = await run.openPopup(page);
  const readiness = await popup.evaluate<string>(
    `'Summarizer' in self ? Summarizer.availability().catch(String) : 'no Summarizer'`,
  );
  expect(readiness).toMatch(/^(no Summarizer|unavailable)$/);
  await popup.getByRole('button', { name: 'Settings' }).click();
  await popup.getByRole('switch').first().waitFor();
  expect(await popup.getByRole('switch', { name: SWITCH }).count()).toBe(0);
  await popup.close();
});

it('writes below the summary once the reader wants it, and remembers what it wrote', async () => {
  await run.context.addInitScript(`if (location.protocol === 'chrome-extension:') ${STAND_IN}`);
  let popup = await run.openPopup(page);
  await openPaper(popup);
  await popup.waitForTimeout(300);
  expect(await popup.locator('.pk-written').count()).toBe(0);
  await popup.getByRole('button', { name: 'Settings' }).click();
  await popup.getByRole('switch', { name: SWITCH }).click();
  await popup.getByRole('button', { name: 'Back' }).first().click();
  await popup
    .locator('.pk-written')
    .filter({ hasText: /A machine read \d+ letters\..*Written by/ })
    .waitFor();
  await popup.close();

  popup = await run.openPopup(page);
  await openPaper(popup);
  await popup
    .locator('.pk-written')
    .filter({ hasText: /A machine read/ })
    .waitFor();
  expect(await popup.evaluate('globalThis.written ?? 0')).toBe(0);
  await popup.close();
});

it('leaves the card on the page as it is, and the page without a trace', async () => {
  await page.page.bringToFront();
  await page.hover('a');
  await page.waitForCard('Kin');
  expect(await page.cardText()).not.toContain('A machine read');
  expect(await page.page.evaluate('globalThis.written ?? 0')).toBe(0);
  expect(run.strayRequests()).toEqual([]);
});
