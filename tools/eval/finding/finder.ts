import type { PagePaper } from '../../../core/match/resolution';
import { PROTOCOL_VERSION } from '../../../messaging/envelope';
import type { Result } from '../../../messaging/result';
import { ChromiumRun } from '../../../tests/browser/chromium';
import type { ChromiumPage } from '../../../tests/browser/chromium-page';
import { ExtensionPage } from '../../../tests/browser/extension-page';
import { LibraryPage } from '../../../tests/browser/library-page';
import { ToolbarPopup } from '../../../tests/browser/toolbar-popup';
import { waitFor } from '../../browsers/card-view';
import { PagePlaces } from './page-places';
import type { Served } from './saved-document';

type Answer = Result<readonly PagePaper[]> | null;

const IMPORT_MS_MAX = 20 * 60_000;
/** A page that gives no answer by then gives none. */
const ANSWER_MS_MAX = 60_000;
const ASK = JSON.stringify({ paperkin: PROTOCOL_VERSION, tabCall: 'tab/papers', params: {} });
/**
 * Asks the tab in front. Where nobody answers, the content script is started as "Look here" does; that works on all pages
 * of an address on which the reader has pressed the toolbar button once.
 */
const LOOK = `(async () => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const ask = () => chrome.tabs.sendMessage(tab.id, ${ASK}, { frameId: 0 });
  const start = () => chrome.scripting.executeScript({
    target: { tabId: tab.id },
    files: ['/content-scripts/paperkin.js'],
  });
  return ask().catch(() => start().then(ask, () => null));
})()`;
const CLICK_LOOK_HERE = `(() => {
  const button = [...document.querySelectorAll('button')].find((each) => each.innerText === 'Look here');
  button?.click();
  return Boolean(button);
})()`;

/** A Chromium with the built extension, which is shown pages in one tab and says which papers it found. */
export class Finder {
  readonly #run: ChromiumRun;
  readonly #extension: ExtensionPage;
  readonly #tab: ChromiumPage;

  private constructor(run: ChromiumRun, extension: ExtensionPage, tab: ChromiumPage) {
    this.#run = run;
    this.#extension = extension;
    this.#tab = tab;
  }

  static async start(): Promise<Finder> {
    const run = await ChromiumRun.start();
    const extension = await ExtensionPage.open(run);
    return new Finder(run, extension, await run.open('about:blank'));
  }

  /** Imports a corpus of titles alone, by the library page as a reader would. */
  async importTitles(titles: readonly string[]): Promise<void> {
    const library = await LibraryPage.open(this.#run);
    const rows = titles.map((title) => `"${title.replaceAll('"', '""')}"`);
    await library.importFile('titles.csv', `title\n${rows.join('\n')}\n`);
    await library.panel.getByText('“titles” is in').waitFor({ timeout: IMPORT_MS_MAX });
    await library.close();
  }

  /** The papers that the extension finds on a page, in page order, each once. @throws where it gives no answer. */
  async look({ url, fixture }: Served): Promise<readonly PagePaper[]> {
    this.#run.serve(url, fixture);
    await this.#tab.page.goto(url);
    await this.#tab.page.bringToFront();
    const answer = (await this.#ask()) ?? (await this.#pressAndAsk());
    if (!answer.ok) throw new Error(`${url}: ${answer.error.code}: ${answer.error.message}`);
    return answer.value;
  }

  #ask(): Promise<Answer> {
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`no answer in ${ANSWER_MS_MAX} ms`)), ANSWER_MS_MAX).unref();
    });
    return Promise.race([this.#extension.page.evaluate<Answer>(LOOK), late]);
  }

  /** Presses the toolbar button and "Look here" in the popup, as a reader does on a site that is not in the manifest. */
  async #pressAndAsk(): Promise<NonNullable<Answer>> {
    const popup = await ToolbarPopup.press(this.#run, this.#tab);
    if (!popup)
      throw new Error('this Chromium cannot be told to press a toolbar button: use one of 2025 or later');
    await waitFor('the button "Look here"', () => popup.evaluate<boolean>(CLICK_LOOK_HERE));
    const answer = await waitFor('an answer after "Look here"', () => this.#ask());
    await popup.close();
    return answer;
  }

  /** The texts of the page that was looked at last, and which of them are marked. */
  places(): Promise<PagePlaces> {
    return PagePlaces.of(this.#tab);
  }

  close(): Promise<void> {
    return this.#run.close();
  }
}
