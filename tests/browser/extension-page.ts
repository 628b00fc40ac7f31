import type { Page } from 'playwright-core';
import type { PagePaper } from '../../core/match/resolution';
import { PROTOCOL_VERSION } from '../../messaging/envelope';
import type { CallName, Params, Value } from '../../messaging/protocol';
import type { Result } from '../../messaging/result';
import type { ChromiumRun } from './chromium';
import type { ChromiumPage } from './chromium-page';

/**
 * A page of the extension that runs no script of ours (the manifest), from which a test speaks to the background and to
 * the tabs, and looks into the databases.
 */
export class ExtensionPage {
  private constructor(readonly page: Page) {}

  static async open(run: ChromiumRun): Promise<ExtensionPage> {
    const page = await run.context.newPage();
    await page.goto(`${run.extensionOrigin}/manifest.json`);
    return new ExtensionPage(page);
  }

  /** Calls the background as the popup does. @throws when the answer is an error. */
  async call<K extends CallName>(name: K, params: Params<K>): Promise<Value<K>> {
    const message = { paperkin: PROTOCOL_VERSION, call: name, params };
    const answer = await this.page.evaluate<Result<Value<K>>>(
      `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
    );
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
    return answer.value;
  }

  /** The papers of a tab, as the popup asks for them; brings the tab to the front. */
  async papersOf(about: ChromiumPage): Promise<readonly PagePaper[]> {
    await about.page.bringToFront();
    const message = JSON.stringify({ paperkin: PROTOCOL_VERSION, tabCall: 'tab/papers', params: {} });
    const answer = await this.page.evaluate<Result<readonly PagePaper[]>>(
      `chrome.tabs.query({ active: true, currentWindow: true })
        .then(([tab]) => chrome.tabs.sendMessage(tab.id, ${message}, { frameId: 0 }))`,
    );
    if (!answer.ok) throw new Error(`tab/papers: ${answer.error.code}: ${answer.error.message}`);
    return answer.value;
  }

  /** Takes everything off the reading list. */
  async emptyList(): Promise<void> {
    const paperIds = (await this.call('list/all', {})).map(({ paper }) => paper.id);
    if (paperIds.length > 0) await this.call('list/remove', { paperIds });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
