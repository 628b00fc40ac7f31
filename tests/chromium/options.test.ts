import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import { closeClean } from '../browser/close-clean';
import { ExtensionPage } from '../browser/extension-page';
import { knownPaper, linkTo } from '../browser/known-papers';
import { resetSettings } from '../browser/settings';

const FOLDER = mkdtempSync(join(tmpdir(), 'paperkin-options-'));
const SETTINGS = { marks: false, openDelayMs: 600, onlyWithAlt: true, modelSummary: false };

let run: ChromiumRun;
let extension: ExtensionPage;
let page: Page;

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
  page = await run.context.newPage();
});
afterEach(async () => {
  await resetSettings(run);
});
afterAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  await closeClean(run);
});

async function openPart(part: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${run.extensionOrigin}/library.html#options/${part}`);
  await page.locator('.pk-part h2').first().waitFor();
}
const kept = <T>(key: string) =>
  extension.page.evaluate<T>(`chrome.storage.local.get('${key}').then((all) => all['${key}'])`);
const keep = (items: object) => extension.page.evaluate(`chrome.storage.local.set(${JSON.stringify(items)})`);
async function importText(text: string): Promise<void> {
  const path = join(FOLDER, 'settings.json');
  writeFileSync(path, text);
  await page.locator('input[type=file]').setInputFiles(path);
}

it('is where the browser’s own “Options” lead', async () => {
  await extension.page.evaluate('chrome.runtime.openOptionsPage()');
  // The browser takes a tab that is empty, where there is one.
  const url = `${run.extensionOrigin}/library.html#options`;
  const opened = await waitFor('the options', async () =>
    run.context.pages().find((each) => each.url() === url),
  );
  await opened.getByRole('heading', { name: 'On pages' }).waitFor();
  if (opened !== page) await opened.close();
});

it('sets what open pages show, and shows what is set elsewhere', async () => {
  const listing = await run.open(
    'https://arxiv.org/settings/options',
    `<!doctype html><p>${linkTo(knownPaper(0))}`,
  );
  await listing.waitForMarks();
  await openPart('pages');
  await page.getByRole('switch', { name: 'Underline known titles' }).click();
  await listing.page.bringToFront();
  await waitFor('a page without marks', async () => (await listing.marks()).length === 0);
  await keep({ settings: { ...SETTINGS, marks: true } });
  await page.bringToFront();
  const marks = page.getByRole('switch', { name: 'Underline known titles' });
  await expect.poll(() => marks.isChecked(), { timeout: 10_000 }).toBe(true);
  expect(await page.getByRole('radio', { name: '0.6 s' }).isChecked()).toBe(true);
  await listing.page.close();
});

describe('sites', () => {
  it('that are switched off are listed, and switched on again', async () => {
    await keep({ 'off b.example': true, 'off a.example': true });
    await openPart('sites');
    await page.getByRole('button', { name: 'Turn on b.example' }).waitFor();
    expect(await page.locator('.pk-part section:last-of-type li span').allTextContents()).toEqual([
      'a.example',
      'b.example',
    ]);
    await page.getByRole('button', { name: 'Turn on a.example' }).click();
    await page.getByRole('button', { name: 'Turn on a.example' }).waitFor({ state: 'detached' });
    expect(await kept('off a.example')).toBeUndefined();
    expect(await kept('off b.example')).toBe(true);
  });

  it('that were given are listed, heard of when they change, and given back', async () => {
    const pattern = 'https://notes.example/*';
    await openPart('sites');
    await run.setHostRight(pattern, true);
    await extension.page.evaluate(`chrome.permissions.request({ origins: ['${pattern}'] })`);
    await page.bringToFront();
    await page.getByRole('button', { name: 'Stop reading notes.example' }).click();
    await waitFor('no right', async () =>
      extension.page.evaluate<boolean>(
        `chrome.permissions.contains({ origins: ['${pattern}'] }).then((is) => !is)`,
      ),
    );
  });
});

describe('keys', () => {
  it('are those of the browser, and lead to where they are changed', async () => {
    await openPart('keys');
    const rows = page.locator('.pk-keys-table').first();
    await rows.getByText('Look for papers on this page').waitFor();
    expect(await rows.locator('kbd').allTextContents()).toEqual(
      expect.arrayContaining(['Alt+Shift+K', 'Alt+Shift+S', 'Alt+Shift+L']),
    );
    const [opened] = await Promise.all([
      run.context.waitForEvent('page'),
      page.getByRole('button', { name: 'Change keys…' }).click(),
    ]);
    await opened.waitForURL('chrome://extensions/shortcuts');
    await opened.close();
  });
});

describe('the settings file', () => {
  it('goes out and comes back: settings, sites that are off, and what is not the paper', async () => {
    const denied = { 'not-this-paper https://arxiv.org/list/x': ['arxiv:2106.09685'] };
    await keep({ settings: SETTINGS, 'off a.example': true, ...denied });
    await openPart('file');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export settings' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Paperkin settings.json');
    const path = join(FOLDER, 'out.json');
    await download.saveAs(path);
    const text = readFileSync(path, 'utf8');
    await extension.page.evaluate(
      `chrome.storage.local.remove(${JSON.stringify(['settings', 'off a.example', ...Object.keys(denied)])})`,
    );
    await importText(text);
    await page.getByText('Sites switched off in it: 1. Pages with “Not this paper”: 1.').waitFor();
    expect(await kept('settings')).toMatchObject(SETTINGS);
    expect(await kept('off a.example')).toBe(true);
    expect(await kept(Object.keys(denied)[0] ?? '')).toEqual(['arxiv:2106.09685']);
  });

  it.each([
    ['{"format":', 'it is not valid JSON'],
    ['[1, 2]', 'These are no settings of Paperkin'],
    ['{"format":"paperkin-settings","version":99}', 'A later Paperkin wrote this file'],
  ])('is refused in words where it is %s', async (text, words) => {
    await keep({ settings: SETTINGS });
    await openPart('file');
    await importText(text);
    await page.getByText(words).waitFor();
    expect(await kept('settings')).toEqual(SETTINGS);
  });
});

describe('what is new', () => {
  it('is told of after an update to another version, in a line, until the reader has looked', async () => {
    await extension.call('health', {});
    const worker = run.context.serviceWorkers()[0] ?? (await run.context.waitForEvent('serviceworker'));
    await worker.evaluate(
      `chrome.runtime.onInstalled.dispatch({ reason: 'update', previousVersion: '0.0.9' })`,
    );
    await waitFor('a note', async () => (await kept('news-since')) === '0.0.9');
    const listing = await run.open('https://arxiv.org/news', '<!doctype html><p>Nothing.');
    const popup = await run.openPopup(listing);
    const [opened] = await Promise.all([
      run.context.waitForEvent('page'),
      popup.getByRole('button', { name: "What's new in Paperkin 0.1" }).click(),
    ]);
    await opened.getByText('A side panel shows the papers of the page').waitFor();
    await waitFor('no note', async () => (await kept('news-since')) === undefined);
    expect(await opened.locator('.pk-dot').count()).toBe(0);
    await opened.close();
    await listing.page.close();
  });
});
