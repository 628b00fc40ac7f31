import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { ExtensionPage } from '../browser/extension-page';
import { knownPaper, linkTo, savedTitles } from '../browser/known-papers';

/*
 * No driver opens the browser's own menu, presses its keys or types into its address bar: the tests send the events that the
 * browser sends for them, to the listeners that it would wake.
 */
const PAPERS = [0, 1, 2, 3].map(knownPaper);
const [FIRST, SECOND, THIRD, FOURTH] = PAPERS.map(({ title }) => title);
const NOTES = 'https://notes.example/june.html';
const FOREIGN = '2511.99999';

let run: ChromiumRun;
let extension: ExtensionPage;

beforeAll(async () => {
  run = await ChromiumRun.start({ isOwn: true });
  extension = await ExtensionPage.open(run);
});
afterAll(() => closeClean(run));

async function inWorker<T>(expression: string): Promise<T> {
  // A message wakes it, where it sleeps.
  await extension.call('health', {});
  const worker = run.context.serviceWorkers()[0] ?? (await run.context.waitForEvent('serviceworker'));
  return worker.evaluate<T>(expression);
}
const inFront = `chrome.tabs.query({ active: true, lastFocusedWindow: true })`;

async function clickMenu(page: ChromiumPage, clicked: object): Promise<void> {
  await page.page.bringToFront();
  const info = JSON.stringify({
    menuItemId: 'save-here',
    editable: false,
    pageUrl: page.page.url(),
    ...clicked,
  });
  await inWorker(`${inFront}.then(([tab]) => chrome.contextMenus.onClicked.dispatch(${info}, tab))`);
}
/** The key gives us the address of the tab, which the event of a test does not. */
async function pressSavePage(page: ChromiumPage): Promise<void> {
  await page.page.bringToFront();
  const more = JSON.stringify({ url: page.page.url() });
  await inWorker(
    `${inFront}.then(([tab]) => chrome.commands.onCommand.dispatch('save-page', { ...tab, ...${more} }))`,
  );
}
async function button(page: ChromiumPage): Promise<{ readonly text: string; readonly title: string }> {
  await page.page.bringToFront();
  return extension.page.evaluate(`${inFront}.then(async ([{ id: tabId }]) => ({
    text: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) }))`);
}
const waitForButton = (page: ChromiumPage, text: string) =>
  waitFor(`“${text}” on the toolbar button`, async () => (await button(page)).text === text);
const waitForSaved = (titles: readonly (string | undefined)[]) =>
  waitFor(`${titles.length} saved`, async () => (await savedTitles(run)).join('\n') === titles.join('\n'));

const waitForMenu = () =>
  waitFor('the item of the menu', () =>
    inWorker<boolean>(`chrome.contextMenus.update('save-here', {}).then(() => true, () => false)`),
  );

describe('the menu', () => {
  it('is there, and again after an update', async () => {
    await waitForMenu();
    await run.reloadExtension();
    extension = await ExtensionPage.open(run);
    await waitForMenu();
  });

  it('saves the paper of a link, says so on the button, and gives it back to the count', async () => {
    const page = await run.open(
      'https://arxiv.org/list/cs.LG/recent',
      `<!doctype html>${PAPERS.slice(0, 2)
        .map((of) => `<p>${linkTo(of)}`)
        .join('')}`,
    );
    await waitForButton(page, '2');
    await clickMenu(page, { linkUrl: `https://arxiv.org/pdf/${PAPERS[0]?.arxiv}v1` });
    await waitForButton(page, '✓');
    expect((await button(page)).title).toBe(`Saved: ${FIRST}`);
    await waitForSaved([FIRST]);
    await waitForButton(page, '2');
    expect((await button(page)).title).not.toContain('Saved');
    await clickMenu(page, { linkUrl: `https://arxiv.org/abs/${PAPERS[0]?.arxiv}` });
    await waitFor('a word', async () => (await button(page)).title === `On your list already: ${FIRST}`);
    const [entry] = await extension.call('list/all', {});
    expect(entry?.sourceUrl).toBe(page.page.url());
    await page.page.close();
  });

  it('saves the one paper of a selection, on a page where Paperkin is not at work', async () => {
    const page = await run.open(NOTES, '<!doctype html><title>Notes</title>');
    await clickMenu(page, { selectionText: `[12] A. Author, B. Author. ${SECOND}. Technical report.` });
    await waitForButton(page, '✓');
    await waitForSaved([FIRST, SECOND]);
    await clickMenu(page, { selectionText: `arXiv:${FOREIGN}` });
    await waitForSaved([FIRST, SECOND, `arXiv:${FOREIGN}`]);
    await page.page.close();
  });

  it('saves nothing where no paper, or more than one, is named', async () => {
    const page = await run.open(NOTES);
    for (const selectionText of ['nothing of the kind', `${THIRD}. ${FOURTH}.`]) {
      await clickMenu(page, { selectionText });
      await waitForButton(page, '?');
      expect((await button(page)).title).toBe('Not one paper is named there');
      await waitForButton(page, '');
    }
    await clickMenu(page, { linkUrl: 'https://example.org/a.pdf' });
    await waitForButton(page, '?');
    await waitForSaved([FIRST, SECOND, `arXiv:${FOREIGN}`]);
    await page.page.close();
  });
});

describe('the key', () => {
  it('can be changed', async () => {
    expect(await extension.page.evaluate('chrome.commands.getAll()')).toContainEqual({
      name: 'save-page',
      shortcut: 'Alt+Shift+S',
      description: "Save this page's paper",
    });
  });

  it('saves the paper of the page, also after the browser was closed', async () => {
    await run.restart();
    extension = await ExtensionPage.open(run);
    await waitForMenu();
    const { arxiv, title } = knownPaper(2);
    const page = await run.open(
      `https://arxiv.org/abs/${arxiv}`,
      `<!doctype html><h1 class="title mathjax"><span class="descriptor">Title:</span>${title}</h1><p>${linkTo(knownPaper(3))}`,
    );
    await pressSavePage(page);
    await waitForButton(page, '✓');
    await waitForSaved([FIRST, SECOND, `arXiv:${FOREIGN}`, THIRD]);
    await page.page.close();
  });

  it('goes by the address where no script reads the page, and says so where that names none', async () => {
    const page = await run.open('https://doi.org/10.1145/3292500.3330701', '<!doctype html>');
    await pressSavePage(page);
    await waitForButton(page, '✓');
    expect((await button(page)).title).toBe('Saved: 10.1145/3292500.3330701');
    await page.page.goto(NOTES);
    await pressSavePage(page);
    await waitForButton(page, '?');
    await page.page.close();
  });
});

describe('the address bar', () => {
  interface Suggestion {
    readonly content: string;
    readonly description: string;
  }
  const suggest = (typed: string) =>
    inWorker<readonly Suggestion[]>(
      `new Promise((answer) => chrome.omnibox.onInputChanged.dispatch(${JSON.stringify(typed)}, answer))`,
    );

  it('suggests up to five papers in words that this browser can parse', async () => {
    const suggestions = await suggest('transfer');
    expect(suggestions).toHaveLength(5);
    const [first] = await suggest(FIRST ?? '');
    expect(first?.content).toBe(`https://arxiv.org/abs/${PAPERS[0]?.arxiv}`);
    expect(first?.description).toMatch(/^○ .* <dim>.*<\/dim>$/);
    const isTaken = (description: string) =>
      inWorker<boolean>(
        `chrome.omnibox.setDefaultSuggestion({ description: ${JSON.stringify(description)} }).then(() => true, () => false)`,
      );
    expect(await Promise.all(suggestions.map(({ description }) => isTaken(description)))).not.toContain(
      false,
    );
    expect(await isTaken('P < NP')).toBe(false);
    await inWorker('chrome.omnibox.onInputStarted.dispatch()');
  });

  it('opens the page of the best one on Enter, or of the one that was chosen', async () => {
    const best = `https://arxiv.org/abs/${PAPERS[0]?.arxiv}`;
    const chosen = `https://arxiv.org/abs/${PAPERS[1]?.arxiv}`;
    for (const url of [best, chosen]) run.serve(url, '<!doctype html><title>Abstract</title>');
    const page = await run.open(NOTES);
    await page.page.bringToFront();
    const enter = (text: string, disposition: string) =>
      inWorker(`chrome.omnibox.onInputEntered.dispatch(${JSON.stringify(text)}, '${disposition}')`);
    await enter(FIRST ?? '', 'currentTab');
    await page.page.waitForURL(best);
    const opened = run.context.waitForEvent('page');
    await enter(chosen, 'newForegroundTab');
    const other = await opened;
    await other.waitForURL(chosen);
    await other.close();
    await page.page.close();
  });
});
