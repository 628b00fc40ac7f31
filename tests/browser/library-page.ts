import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { ChromiumRun } from './chromium';

/** The page of corpora, and files to offer it. */
export class LibraryPage {
  readonly #folder: string;

  private constructor(readonly page: Page) {
    this.#folder = mkdtempSync(join(tmpdir(), 'paperkin-import-'));
  }

  static async open(run: ChromiumRun): Promise<LibraryPage> {
    const page = await run.context.newPage();
    await page.goto(`${run.extensionOrigin}/library.html#corpora`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return new LibraryPage(page);
  }

  /** Offers a file of this content by the page's file input. */
  async offer(name: string, content: string | Uint8Array): Promise<void> {
    const path = join(this.#folder, name);
    writeFileSync(path, content);
    await this.page.bringToFront();
    await this.page.locator('input[type=file]').setInputFiles(path);
  }

  /** Offers a file and imports it with nothing left out. */
  async importFile(name: string, content: string | Uint8Array): Promise<void> {
    await this.offer(name, content);
    await this.button('Import').click();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** What the page says of the import just now. */
  get panel(): Locator {
    return this.page.locator('.pk-panel-box');
  }

  corpus(name: string): Locator {
    return this.page.locator('.pk-corpus', { hasText: name });
  }

  async close(): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true });
    await this.page.close();
  }
}
