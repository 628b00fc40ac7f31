import { LibraryPage } from '../../tests/browser/library-page';
import type { ChaosBrowser } from './chaos-browser';
import type { CorpusFile } from './papers';

/** What the page of corpora said of an import; null where it could not say anything. */
export type ImportWords = { readonly isIn: boolean; readonly words: string } | null;

const IMPORT_MS = 60_000;

/**
 * Imports a file by the page of corpora, or goes on with it. `strike` comes once it was begun, with the page; it may be the
 * page's end, or the browser's.
 */
export async function importByPage(
  browser: ChaosBrowser,
  { name, content }: CorpusFile,
  strike: ((page: LibraryPage) => Promise<void>) | null,
): Promise<ImportWords> {
  const library = await LibraryPage.open(browser.run);
  const harm = JSON.stringify({ ...browser.faults, clockMs: 0 });
  library.page.on('worker', (worker) => {
    if (worker.url().includes('import-worker'))
      worker.evaluate(`Object.assign(globalThis.chaos, ${harm})`).catch(() => null);
  });
  try {
    const words = ending(library, name, content).catch(() => null);
    if (strike) await begun(library).then(() => strike(library));
    return await words;
  } finally {
    await library.close().catch(() => null);
  }
}

async function ending(library: LibraryPage, name: string, content: string): Promise<ImportWords> {
  await library.offer(`${name}.json`, content);
  const start = library.page.getByRole('button', { name: /^(Import|Go on|Close)$/ });
  await start.click({ timeout: IMPORT_MS });
  // The page may have refused the file already: then the first "Close" was the end.
  await library.button('Close').waitFor({ timeout: IMPORT_MS });
  const words = (await library.panel.textContent()) ?? '';
  return { isIn: words.includes(`“${name}” is in`), words };
}

/** Waits until the import runs or is over. */
async function begun(library: LibraryPage): Promise<void> {
  await library.page
    .getByRole('button', { name: /^(Pause|Close)$/ })
    .first()
    .waitFor({ timeout: IMPORT_MS })
    .catch(() => null);
}
