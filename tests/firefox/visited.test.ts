import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SearchHit } from '../../core/search/hit';
import { waitFor } from '../../tools/browsers/card-view';
import type { Tab } from '../../tools/browsers/tab';
import { FirefoxRun } from '../browser/firefox';
import { abstractPage } from '../fixtures/abstract-page';

const FOLD_MS = 60_000;
const SEARCH = { paperkin: 1, call: 'search', params: { query: 'barnacles', limit: 5 } };
const LOOK = { paperkin: 1, call: 'page/visited', params: { papers: [] } };
const READ = {
  arxiv: '2401.00001',
  title: 'Barnacle Growth on Quays of Tidal Harbours',
  abstract: 'Barnacles cover the quays of tidal harbours. We propose a model of where barnacles settle.',
};

let run: FirefoxRun;
let own: Tab;

beforeAll(async () => {
  run = await FirefoxRun.start();
  own = await run.session.openTab();
  await own.goto(`${run.session.extensionOrigin}/welcome.html`);
});
afterAll(() => run.close());

async function found(): Promise<readonly string[]> {
  const [reply] = await run.sendAll<{ readonly value: readonly SearchHit[] }>([SEARCH]);
  return reply?.value.map(({ paper }) => paper.title) ?? [];
}

it('keeps a paper once the reader has said yes, and makes its corpus in a worker of the event page', async () => {
  const question = `document.querySelector('[role=switch]')`;
  await waitFor('the question', async () => (await own.evaluate(`${question}?.checked === false`)) === true);
  await own.evaluate(`${question}.click()`);
  const page = await run.open(`http://arxiv.org/abs/${READ.arxiv}`, abstractPage(READ));
  await page.tab.bringToFront();
  await waitFor(
    'the paper in a search',
    async () => {
      await run.sendAll([LOOK]);
      return (await found()).includes(READ.title);
    },
    FOLD_MS,
  );
  // Open pages have been told of the new corpus, and have asked anew.
  await waitFor('its mark', async () => (await page.marks()).length > 0, FOLD_MS);
  await run.stopBackground();
  expect(await found()).toEqual([READ.title]);
});

it('throws nothing', async () => {
  expect(await run.errors()).toEqual([]);
});
