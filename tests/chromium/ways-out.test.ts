import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { ExtensionPage } from '../browser/extension-page';
import { answerAsZotero, type FakeZotero } from '../browser/fake-zotero';
import { endQuietly } from '../browser/quiet-end';

/** Zotero's own; a test machine has none that listens there. */
const ZOTERO_PORT = 23_119;
const PAPERS = [corpusPaper('2110.11309'), corpusPaper('2203.05482')];
const PATIENCE = { timeout: 10_000 };

let run: ChromiumRun;
let page: Page;
let server: Server;
const zotero: FakeZotero = { imports: [], isReadOnly: false };

beforeAll(async () => {
  run = await ChromiumRun.start();
  const extension = await ExtensionPage.open(run);
  for (const { id } of PAPERS) await extension.call('list/save', { ref: { paperId: id }, sourceUrl: null });
  await run.setHostRight('http://127.0.0.1/*', true);
  run.letThrough(`127.0.0.1:${ZOTERO_PORT}`);
  server = createServer((request, response) => answerAsZotero(zotero, request, response));
  page = await run.context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${run.extensionOrigin}/library.html#list`);
  await page.getByRole('checkbox').first().waitFor();
  await page.bringToFront();
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await endQuietly(run);
});

const told = () => page.locator('.pk-selection output').allTextContents();
async function select(title: string): Promise<void> {
  await page.locator('.pk-entry').filter({ hasText: title }).getByRole('checkbox').click();
}

it('copies the citations of what is selected, with and without italics', async () => {
  await run.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const { title } of PAPERS) await select(title);
  await page.getByLabel('Copy citation…').selectOption('MLA');
  await expect.poll(told, PATIENCE).toContain('Copied');
  const [text, html] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return Promise.all([read('text/plain'), read('text/html')]);
  });
  expect(text?.split('\n')).toHaveLength(2);
  for (const { title, arxiv } of PAPERS) expect(text).toMatch(new RegExp(`“${title}[.?!]” .*${arxiv ?? ''}`));
  expect(html).toContain('<i>');
});

it('sends them to the Zotero of this computer, and says where none runs', async () => {
  const button = page.getByRole('button', { name: 'Send to Zotero' });
  await button.click();
  await expect.poll(told, PATIENCE).toContain('Zotero does not answer. Start it, and try again.');
  await new Promise<void>((done) => server.listen(ZOTERO_PORT, '127.0.0.1', done));
  await button.click();
  await expect.poll(told, PATIENCE).toContain(`Zotero has taken ${PAPERS.length}`);
  for (const { title } of PAPERS) expect(zotero.imports[0]).toContain(`TI  - ${title}`);
});
