import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { ExtensionPage } from '../browser/extension-page';
import { endQuietly } from '../browser/quiet-end';
import { ToolbarPopup } from '../browser/toolbar-popup';
import { pdfFile } from '../fixtures/pdf';

const PAPER = corpusPaper('2203.05482');
const NO_TOOLBAR = 'this Chromium cannot be told to press a toolbar button';
const folder = mkdtempSync(join(tmpdir(), 'paperkin-files-'));
const pdf = (title = 'Untitled') => ({ body: pdfFile(title), contentType: 'application/pdf' });

let run: ChromiumRun;
let extension: ExtensionPage;

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await endQuietly(run);
});

const rows = (popup: ToolbarPopup) =>
  popup.evaluate<string[]>(
    `[...document.querySelectorAll('.pk-row-title')].map(({ textContent }) => textContent.trim())`,
  );
const link = (popup: ToolbarPopup) =>
  popup.evaluate<string | null>(`document.querySelector('.pk-empty a')?.href ?? null`);

describe('in the PDF viewer', () => {
  it('the popup offers the paper of an arXiv address, with all that is known, and saves it', async ({
    skip,
  }) => {
    const address = `https://arxiv.org/pdf/${PAPER.arxiv}v2`;
    run.serve(address, pdf());
    const page = await run.open(address);
    const popup = await ToolbarPopup.press(run, page);
    if (!popup) return skip(NO_TOOLBAR);
    await popup.waitForText(PAPER.title);
    await popup.waitForText("A PDF, in the browser's own viewer");
    expect(await rows(popup)).toEqual([PAPER.title]);
    expect(await link(popup)).toBe(`https://arxiv.org/abs/${PAPER.arxiv}`);
    await popup.click('Save');
    await waitFor('the entry', async () => (await extension.call('list/all', {})).length === 1);
    const [entry] = await extension.call('list/all', {});
    expect(entry).toMatchObject({ paper: { id: PAPER.id }, sourceUrl: address });
    await popup.close();
    await extension.emptyList();
  });

  it.for([
    ['https://arxiv.org/pdf/2511.99999', 'arXiv:2511.99999', 'https://arxiv.org/abs/2511.99999'],
    ['https://dl.acm.org/doi/pdf/10.1145/1.2', '10.1145/1.2', 'https://doi.org/10.1145/1.2'],
  ] as const)('offers %s by its identifier, known or not', async ([address, title, landing], { skip }) => {
    run.serve(address, pdf());
    const page = await run.open(address);
    const popup = await ToolbarPopup.press(run, page);
    if (!popup) return skip(NO_TOOLBAR);
    await popup.waitForText(title);
    expect(await link(popup)).toBe(landing);
    await popup.close();
  });

  it.for([
    ['https://openreview.net/pdf?id=AbCdEf123', 'https://openreview.net/forum?id=AbCdEf123'],
    ['https://aclanthology.org/2020.acl-main.9999.pdf', 'https://aclanthology.org/2020.acl-main.9999/'],
    ['https://proceedings.mlr.press/v1/a1/a1.pdf', 'https://proceedings.mlr.press/v1/a1.html'],
  ] as const)('leads from %s to its page', async ([address, landing], { skip }) => {
    run.serve(address, pdf());
    const page = await run.open(address);
    const popup = await ToolbarPopup.press(run, page);
    if (!popup) return skip(NO_TOOLBAR);
    await popup.waitForText('Open its page');
    expect(await link(popup)).toBe(landing);
    expect(await rows(popup)).toEqual([]);
    await popup.close();
  });

  it('knows a paper by the title that the PDF gives its tab', async ({ skip }) => {
    const address = 'https://openreview.net/pdf?id=Titled';
    run.serve(address, pdf(PAPER.title));
    const page = await run.open(address);
    await waitFor('the title of the tab', async () => (await page.page.title()) !== '').catch(() => {});
    const popup = await ToolbarPopup.press(run, page);
    if (!popup) return skip(NO_TOOLBAR);
    await popup.waitForText(PAPER.title);
    await popup.close();
  });

  it('says of another PDF why nothing is read, and offers nothing', async ({ skip }) => {
    run.serve('https://example.org/report', pdf());
    const page = await run.open('https://example.org/report');
    const popup = await ToolbarPopup.press(run, page);
    if (!popup) return skip(NO_TOOLBAR);
    await popup.waitForText("A PDF, in the browser's own viewer");
    expect(await link(popup)).toBeNull();
    await popup.close();
  });
});

it('looks at a file where the reader allows that, as Chromium does for an unpacked extension', async ({
  skip,
}) => {
  const path = join(folder, 'notes.html');
  writeFileSync(path, `<!doctype html><title>Notes</title><p>See arXiv:${PAPER.arxiv} for this.`);
  const page = await run.open(pathToFileURL(path).href);
  const popup = await ToolbarPopup.press(run, page);
  if (!popup) return skip(NO_TOOLBAR);
  await popup.waitForText('Paperkin has not looked at this page');
  await popup.click('Look here');
  await popup.waitForText(PAPER.title);
  // A file is of no site.
  expect(await popup.evaluate(`document.body.innerText.includes('Always on')`)).toBe(false);
  await popup.close();
});

it('offers the paper of an address that Paperkin has not looked at', async ({ skip }) => {
  const address = 'https://journals.example/doi/full/10.1145/1.2';
  const page = await run.open(address, '<!doctype html><title>A journal</title><p>An article.');
  const popup = await ToolbarPopup.press(run, page);
  if (!popup) return skip(NO_TOOLBAR);
  await popup.waitForText('Paperkin has not looked at this page');
  expect(await rows(popup)).toEqual(['10.1145/1.2']);
  await popup.close();
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
