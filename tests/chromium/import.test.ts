import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import { ExtensionPage } from '../browser/extension-page';
import { LibraryPage } from '../browser/library-page';
import { endQuietly } from '../browser/quiet-end';
import { titlesOnlyPage } from '../fixtures/listing';
import { snapshotLines, snapshotTitle } from '../samples/import-files';
import { sampleMention } from '../samples/papers';

const BIB = `@article{quay2020,
  title = {On the Patience of Lighthouse Keepers in {N}orthern Waters},
  author = {Quay, Ada and Mole, Ben},
  year = {2020},
  journal = {Journal of Made-up Harbours}
}
@article{broken, title = {No end of it
`;
const BIB_TITLE = 'On the Patience of Lighthouse Keepers in Northern Waters';
const AUTHORS = ['Ada Quay', 'Ben Mole'];
const MANY = 20_000;

let run: ChromiumRun;
let library: LibraryPage;

beforeAll(async () => {
  run = await ChromiumRun.start({ isOwn: true });
  library = await LibraryPage.open(run);
});
afterAll(() => endQuietly(run));

/** A page that names these papers by their titles. */
function openTitles(titles: readonly string[]) {
  const papers = titles.map((title) => ({ title, arxiv: null, authors: AUTHORS }));
  return run.open(`https://openreview.net/group?id=import${titles.length}`, titlesOnlyPage(papers));
}

describe('an import', () => {
  it('of packed JSON lines says what the file is, what it needs, and what came of it', async () => {
    const broken = '{"id": "2301.99999", "title": \n';
    await library.offer('field.json.gz', gzipSync(snapshotLines(300) + broken));
    await library.panel.getByText('arXiv metadata snapshot').waitFor();
    expect(await library.panel.textContent()).toMatch(/Papers: 300(?!\d).*Needs about .* Free: /s);
    await library.button('Import').click();
    await library.panel.getByText('“field” is in').waitFor();
    expect(await library.panel.textContent()).toMatch(/Papers: 300 · Errors: 1/);
    expect(await library.corpus('field').textContent()).toMatch(/Papers: 300.*field\.json\.gz/);
  });

  it('has a list of its errors to download', async () => {
    const [download] = await Promise.all([
      library.page.waitForEvent('download'),
      library.panel.getByRole('button', { name: 'Error list' }).click(),
    ]);
    const stream = await download.createReadStream();
    const text = (await stream.toArray()).join('');
    expect(text).toMatch(
      /^file\tline\treason\tstart of the record\nfield\.json\t301\t[^\t]+\t\{"id": "2301\.99999"/,
    );
  });

  it('takes only what the filter lets through', async () => {
    await library.offer('half.json', snapshotLines(100, 300));
    await library.page.getByLabel('Categories').fill('cs');
    await library.button('Import').click();
    await library.panel.getByText('“half” is in').waitFor();
    expect(await library.panel.textContent()).toMatch(/Papers: 50 · Left out: 50/);
  });

  it('of BibTeX marks its titles on a page that is open, and a card shows the paper', async () => {
    const page = await openTitles([BIB_TITLE]);
    await page.page.waitForTimeout(500);
    expect(await page.marks()).toEqual([]);
    await library.importFile('keepers.bib', BIB);
    await library.panel.getByText('“keepers” is in').waitFor();
    expect(await library.panel.textContent()).toMatch(/Papers: 1 · Errors: 1/);
    await page.page.bringToFront();
    await page.waitForMarks();
    await page.hover('.note h4 a');
    expect((await page.waitForCard('Save')).text).toContain('Journal of Made-up Harbours');
    await page.page.close();
  });

  it('makes its papers found by search', async () => {
    const extension = await ExtensionPage.open(run);
    const hits = await extension.call('search', { query: 'patience lighthouse keepers', limit: 5 });
    expect(hits[0]?.paper.title).toBe(BIB_TITLE);
    await extension.close();
  });

  it('of something else says what it looks like, and changes nothing', async () => {
    await library.offer('paper.pdf', '%PDF-1.4 and no more');
    await library.panel.getByText('paper.pdf cannot be imported').waitFor();
    expect(await library.panel.textContent()).toContain('It looks like a PDF');
    expect(await library.page.locator('.pk-corpus').count()).toBe(4);
    await library.button('Close').click();
  });
});

describe('a corpus', () => {
  it('that is switched off is not asked, and asked again when it is on', async () => {
    const page = await openTitles([BIB_TITLE, BIB_TITLE]);
    await page.waitForMarks();
    await library.page.bringToFront();
    const theSwitch = library.page.getByRole('switch', { name: 'Use “keepers”' });
    await theSwitch.click();
    await page.page.bringToFront();
    await waitFor('no marks', async () => (await page.marks()).length === 0);
    await library.page.bringToFront();
    await theSwitch.click();
    await page.page.bringToFront();
    await page.waitForMarks();
    await page.page.close();
  });

  it('keeps its new name', async () => {
    await library.page.bringToFront();
    await library.corpus('half').getByRole('button', { name: 'Rename' }).click();
    await library.page.getByLabel('New name').fill('Half a field');
    await library.page.keyboard.press('Enter');
    await library.corpus('Half a field').waitFor();
  });

  it('that is updated has the new papers and keeps the rest', async () => {
    const [chooser] = await Promise.all([
      library.page.waitForEvent('filechooser'),
      library.corpus('field.json.gz').getByRole('button', { name: 'Update…' }).click(),
    ]);
    const name = 'newer.json';
    await chooser.setFiles({ name, mimeType: '', buffer: Buffer.from(snapshotLines(20, 290)) });
    await library.panel.getByText('Updates “field”').waitFor();
    await library.button('Import').click();
    await library.panel.getByText('“field” is in').waitFor();
    expect(await library.corpus('newer.json').textContent()).toContain('Papers: 310');
  });

  it('that is deleted, after a question, is not known any more', async () => {
    const page = await openTitles([BIB_TITLE, BIB_TITLE, BIB_TITLE]);
    await page.waitForMarks();
    await library.page.bringToFront();
    await library.corpus('keepers').getByRole('button', { name: 'Delete…' }).click();
    await library.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await library.corpus('keepers').waitFor({ state: 'detached' });
    await page.page.bringToFront();
    await waitFor('no marks', async () => (await page.marks()).length === 0);
    await page.page.close();
  });
});

describe('an import that is stopped', () => {
  const content = snapshotLines(MANY, 1_000);

  it('by the reader leaves nothing behind', async () => {
    await library.importFile('many.json', content);
    await library.button('Pause').click();
    await library.panel.getByText('Paused').waitFor();
    await library.button('Cancel the import').click();
    await library.panel.getByText('was cancelled').waitFor();
    expect(await library.corpus('many').count()).toBe(0);
  });

  it('for a while lets the reading list change, and no other tab import', async () => {
    await library.importFile('meanwhile.json', snapshotLines(MANY, 21_000));
    await library.button('Pause').click();
    await library.panel.getByText('Paused').waitFor();
    const other = await LibraryPage.open(run);
    await other.importFile('other.json', snapshotLines(10, 40_000));
    await other.panel.getByText('here or in another tab. Wait for it to end').waitFor();
    await other.close();
    const extension = await ExtensionPage.open(run);
    const mention = sampleMention({ title: 'Saved While An Import Was At Work', authors: AUTHORS });
    await library.page.bringToFront();
    await library.button('Go on').click();
    await extension.call('list/save', { ref: { mention }, sourceUrl: null });
    const saved = await extension.call('list/all', {});
    expect(saved.map(({ paper }) => paper.title)).toContain(mention.title);
    await extension.emptyList();
    await extension.close();
    await library.page.bringToFront();
    await library.panel.getByText('“meanwhile” is in').waitFor({ timeout: 60_000 });
    expect(await library.corpus('other').count()).toBe(0);
  }, 120_000);

  it('by a crash of the browser goes on where it stopped when the file is offered again', async () => {
    await library.importFile('many.json', content);
    await waitFor('a part of the papers', async () => papersIn(await library.panel.textContent()) > MANY / 4);
    // A crash takes a moment to bring about, and the import would be over by then.
    await library.button('Pause').click();
    await library.panel.getByText('Paused').waitFor();
    await run.kill();
    library = await LibraryPage.open(run);
    await library.page.getByText('Interrupted. Offer many.json again').waitFor();
    await library.offer('renamed.json', content);
    await library.panel.getByText('This import was interrupted').waitFor();
    expect(papersIn(await library.panel.textContent())).toBeGreaterThan(0);
    await library.button('Go on').click();
    await library.panel.getByText('“many” is in').waitFor({ timeout: 60_000 });
    expect(await library.corpus('many').textContent()).toContain('Papers: 20,000');
    const page = await openTitles([1_000, 11_000, 20_999].map(snapshotTitle));
    await waitFor('three marks', async () => (await page.marks()).length === 3);
  }, 180_000);
});

/** "Papers: 10,234" */
function papersIn(text: string | null): number {
  const [, count = '0'] = /Papers(?: so far)?: (?:about )?([\d,]+)/.exec(text ?? '') ?? [];
  return Number(count.replaceAll(',', ''));
}
