import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { Result } from '../../messaging/result';
import { waitFor } from '../../tools/browsers/card-view';
import { FirefoxRun } from '../browser/firefox';
import { KNOWN_PAPERS } from '../browser/known-papers';

const [FIRST, SECOND] = KNOWN_PAPERS;
const NOTES = 'http://notes.example/june.html';
const HTML = '<!doctype html><title>Notes</title><p>Nothing.';

let run: FirefoxRun;

beforeAll(async () => {
  run = await FirefoxRun.start();
});
afterAll(() => run.close());

async function saved(): Promise<string[]> {
  const [reply] = await run.sendAll<Result<readonly ReadingListEntry[]>>([
    { paperkin: 1, call: 'list/all', params: {} },
  ]);
  return reply?.ok ? reply.value.map(({ paper }) => paper.title).toReversed() : [];
}
const waitForSaved = (titles: readonly (string | undefined)[]) =>
  waitFor(`${titles.length} saved`, async () => (await saved()).join('\n') === titles.join('\n'));

it('saves the paper of a link and of a selection from the menu, also when the background sleeps', async () => {
  const page = await run.open(NOTES, HTML);
  await page.tab.bringToFront();
  await run.clickMenu({
    menuItemId: 'save-here',
    linkUrl: `https://arxiv.org/abs/${FIRST?.arxiv}`,
    pageUrl: NOTES,
  });
  await waitForSaved([FIRST?.title]);
  await run.stopBackground();
  await page.tab.bringToFront();
  await run.clickMenu({ menuItemId: 'save-here', selectionText: SECOND?.title, pageUrl: NOTES });
  await waitForSaved([FIRST?.title, SECOND?.title]);
});

it('saves the paper of a page with its key', async () => {
  const page = await run.open('http://arxiv.org/abs/2511.99999', HTML);
  await page.tab.bringToFront();
  await run.pressCommand('save-page');
  await waitForSaved([FIRST?.title, SECOND?.title, 'arXiv:2511.99999']);
});

it('answers in the address bar, in plain words', async () => {
  let rows: readonly string[] = [];
  await waitFor('a suggestion', async () => {
    rows = await run.addressBarRows(`pk ${FIRST?.title}`);
    return rows.some((row) => row.includes(FIRST?.title ?? '?') && row.includes(FIRST?.authors[0] ?? '?'));
  });
  expect(rows.join()).toContain('Enter opens the best');
  expect(rows.join()).not.toContain('<dim>');
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
