import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import { ExtensionPage } from '../browser/extension-page';
import { LibraryPage } from '../browser/library-page';
import { endQuietly } from '../browser/quiet-end';
import { snapshotLines } from '../samples/import-files';

/** Two dozen stretches, and a few seconds of reading and merging. */
const PAPERS = 12_000;
const KILLS = 4;
const content = snapshotLines(PAPERS, 2_000);

let run: ChromiumRun;

beforeAll(async () => {
  run = await ChromiumRun.start({ isOwn: true });
});
afterAll(() => endQuietly(run));

/** Of every file of the imported corpus its name and a hash of its bytes, and the stamp but for its times. */
async function contents(): Promise<string> {
  const extension = await ExtensionPage.open(run);
  const found = await extension.page.evaluate<string>(`(async () => {
    const request = (one) => new Promise((resolve, reject) => {
      one.onsuccess = () => resolve(one.result);
      one.onerror = () => reject(one.error);
    });
    const db = await request(indexedDB.open('paperkin-corpus'));
    const store = db.transaction(['files', 'corpora', 'builds']);
    const stamps = await request(store.objectStore('corpora').getAll());
    const builds = await request(store.objectStore('builds').getAll());
    const stamp = stamps.find(({ id }) => id !== 'bundled');
    if (!stamp) return '';
    const range = IDBKeyRange.bound([stamp.id], [stamp.id, []]);
    const names = await request(store.objectStore('files').getAllKeys(range));
    const files = await request(store.objectStore('files').getAll(range));
    db.close();
    const lines = [];
    for (const [at, bytes] of files.entries()) {
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes));
      lines.push(names[at][2] + ' ' + Array.from(hash, (byte) => byte.toString(16)).join('.'));
    }
    return JSON.stringify([{ ...stamp, generation: 0, importedAt: 0 }, builds, lines], null, 1);
  })()`);
  await extension.close();
  return found;
}

async function isDone(library: LibraryPage): Promise<boolean> {
  return (await library.panel.textContent())?.includes('“twice” is in') ?? false;
}

/** Whether the import has not come to its end. */
async function isLeft(library: LibraryPage): Promise<boolean> {
  await library.page.locator('.pk-corpus').first().waitFor();
  return (await library.corpus('twice').count()) === 0 || (await contents()) === '';
}

/** Offers the file, and goes on with it where it was interrupted. */
async function offer(library: LibraryPage): Promise<void> {
  await library.offer('twice.json', content);
  await library.page.getByRole('button', { name: /^(Import|Go on)$/ }).click();
}

it('comes to the same files as one that nobody interrupts, however often its page or the browser dies', async () => {
  let library = await LibraryPage.open(run);
  const begun = performance.now();
  await offer(library);
  await waitFor('the import', () => isDone(library), 120_000);
  const took = performance.now() - begun;
  const expected = await contents();
  expect(JSON.parse(expected)).toMatchObject([{ paperCount: PAPERS }, [], {}]);
  await library.corpus('twice').getByRole('button', { name: 'Delete…' }).click();
  await library.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await library.corpus('twice').waitFor({ state: 'detached' });
  const waits: number[] = [];
  for (let kill = 0; kill < KILLS && (await isLeft(library)); kill += 1) {
    await offer(library);
    waits.push(Math.random() * 0.7 * took);
    await library.page.waitForTimeout(waits.at(-1) ?? 0);
    if (kill % 2 === 0) await library.page.close();
    else await run.kill();
    library = await LibraryPage.open(run);
  }
  if (await isLeft(library)) {
    await offer(library);
    await waitFor('the import', () => isDone(library), 120_000);
  }
  expect(await contents(), `killed after ${waits.join(', ')} ms`).toBe(expected);
}, 300_000);
