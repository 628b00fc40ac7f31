import type { Page } from 'playwright-core';
import type { ChromiumRun } from './chromium';
import { ExtensionPage } from './extension-page';

/** The page of the reading list in a browser, and the background behind it. */
export class ListPage {
  private constructor(
    readonly page: Page,
    readonly extension: ExtensionPage,
  ) {}

  static async open(run: ChromiumRun): Promise<ListPage> {
    const extension = await ExtensionPage.open(run);
    const page = await run.context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${run.extensionOrigin}/library.html`);
    await page.locator('.pk-list-room').waitFor();
    return new ListPage(page, extension);
  }

  /** As it is when the list is empty and the page has just been opened. */
  async startAnew(): Promise<void> {
    await this.extension.emptyList();
    await this.page.bringToFront();
    await this.reload();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.locator('.pk-list-room').waitFor();
  }

  listed = () => this.extension.call('list/all', {});

  async entryOf(id: string) {
    return (await this.listed()).find(({ paper }) => paper.id === id);
  }

  async save(id: string): Promise<void> {
    await this.extension.call('list/save', { ref: { paperId: id }, sourceUrl: null });
  }

  undo(): Promise<void> {
    return this.page.getByRole('button', { name: 'Undo', exact: true }).click();
  }

  /** What a file would do to the list. */
  preview() {
    return this.page.getByRole('form', { name: 'Import…' });
  }
}
