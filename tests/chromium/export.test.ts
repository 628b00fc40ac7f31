import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumRun } from '../browser/chromium';
import { LibraryPage } from '../browser/library-page';
import { endQuietly } from '../browser/quiet-end';
import { snapshotLines } from '../samples/import-files';

let run: ChromiumRun;
let library: LibraryPage;

beforeAll(async () => {
  run = await ChromiumRun.start();
  library = await LibraryPage.open(run);
});
afterAll(() => endQuietly(run));

const exportButton = (corpus: string) => library.corpus(corpus).getByRole('button', { name: 'Export…' });

describe('a corpus', () => {
  it('that was joined of two gzip files is whole', async () => {
    const joined = Buffer.concat([gzipSync(snapshotLines(300)), gzipSync(snapshotLines(200, 300))]);
    await library.importFile('joined.json.gz', joined);
    await library.panel.getByText('“joined” is in').waitFor();
    expect(await library.panel.textContent()).toMatch(/Papers: 500(?!\d)/);
    expect(await library.panel.textContent()).not.toContain('What could be read');
    await library.button('Close').click();
  });

  it('is downloaded as a pack where the browser lets nobody choose a file, and comes back the same', async () => {
    await library.page.evaluate(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
    const [download] = await Promise.all([
      library.page.waitForEvent('download'),
      exportButton('joined.json.gz').click(),
    ]);
    expect(download.suggestedFilename()).toBe('joined.paperkin');
    const pack = Buffer.concat((await (await download.createReadStream()).toArray()) as Buffer[]);
    const lines = gunzipSync(pack).toString().trimEnd().split('\n');
    expect(lines.length).toBe(502);
    expect(lines[0]).toMatch(
      /^\{"paperkin":"pack","version":1,"name":"joined","source":"joined\.json\.gz","papers":500,/,
    );
    await library.page.getByText('“joined” is exported').waitFor();
    await library.button('Close').click();
    await library.offer('again.paperkin', pack);
    await library.panel.getByText('Paperkin. Papers: 500').waitFor();
    await library.page.getByLabel('Name of the corpus').fill('back');
    await library.button('Import').click();
    await library.panel.getByText('“back” is in').waitFor();
    expect(await library.panel.textContent()).toMatch(/Papers: 500(?!\d)/);
    await library.button('Close').click();
  });

  it('is written to the file that the reader chose, and not when the reader thinks better of it', async () => {
    await library.page.evaluate(() => {
      let isFirst = true;
      Object.assign(globalThis, {
        showSaveFilePicker: async () => {
          if (isFirst) {
            isFirst = false;
            throw new DOMException('dismissed', 'AbortError');
          }
          const folder = await navigator.storage.getDirectory();
          return folder.getFileHandle('chosen.paperkin', { create: true });
        },
      });
    });
    await exportButton('Bundled papers').click();
    await library.page.getByText('The export of “Bundled papers” was cancelled').waitFor();
    await exportButton('Bundled papers').click();
    await library.page.getByText('“Bundled papers” is exported').waitFor();
    const bytes = await library.page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle('chosen.paperkin')).getFile();
      return [...new Uint8Array(await file.arrayBuffer())];
    });
    expect(gunzipSync(Buffer.from(bytes)).toString().split('\n').length).toBe(71 + 3);
  });
});

describe('two imports at once', () => {
  it('in two tabs: the second is told, and the first goes on', async () => {
    const second = await LibraryPage.open(run);
    await library.importFile('many.json', snapshotLines(20_000, 1_000));
    await library.button('Pause').click();
    await library.panel.getByText('Paused').waitFor();
    await second.importFile('other.bib', '@article{a, title={Tides of the other tab}}');
    await second.panel.getByText('here or in another tab').waitFor();
    expect(await second.corpus('other').count()).toBe(0);
    await second.close();
    await library.page.bringToFront();
    await library.button('Go on').click();
    await library.panel.getByText('“many” is in').waitFor({ timeout: 60_000 });
  }, 90_000);
});
