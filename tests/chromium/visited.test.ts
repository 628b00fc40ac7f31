import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import { ExtensionPage } from '../browser/extension-page';
import { LibraryPage } from '../browser/library-page';
import { endQuietly } from '../browser/quiet-end';
import { abstractPage } from '../fixtures/abstract-page';

const FOLD_MS = 30_000;
const READ = {
  arxiv: '2401.00001',
  title: 'Barnacle Growth on Quays of Tidal Harbours',
  abstract:
    'Barnacles cover the quays of tidal harbours. We propose a model of barnacle growth that reads tide tables and predicts where barnacles settle.',
};
const KIN = {
  arxiv: '2401.00002',
  title: 'Which Larvae Settle First',
  abstract:
    'Larvae of sea squirts settle in spring. We compare when they come with barnacle growth in forty towns and find that light matters most.',
};

let run: ChromiumRun;
let extension: ExtensionPage;
let welcome: Page;

beforeAll(async () => {
  run = await ChromiumRun.start({ keepsWelcome: true, isOwn: true });
  [welcome] = run.context.pages().filter((each) => each.url().endsWith('/welcome.html')) as [Page];
  extension = await ExtensionPage.open(run);
});
afterAll(() => endQuietly(run));

const SUBJECTS = 'glaciers orchids looms violins comets dunes beetles kites lanterns otters'.split(' ');
const NOBODY_KNOWS = { arxiv: null, doi: null, authors: [], year: null, venue: null, url: null, pdf: null };
const OTHERS = SUBJECTS.map((subject) => ({
  mention: {
    ...NOBODY_KNOWS,
    title: `A Survey of ${subject} and their Makers`,
    abstract: `We count ${subject} in museums and describe how ${subject} change over a century.`,
  },
  knownAs: null,
}));

/** The days and ids that are kept, of papers that have an arXiv id; null without a database of them. */
const kept = () =>
  extension.page.evaluate<[string, number][] | null>(`(async () => {
    const all = await indexedDB.databases();
    if (!all.some(({ name }) => name === 'paperkin-visited')) return null;
    const asked = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const db = await asked(indexedDB.open('paperkin-visited'));
    const papers = await asked(db.transaction('papers').objectStore('papers').getAll());
    db.close();
    return papers.filter(({ paper }) => paper.arxiv).map(({ id, day }) => [id, day]);
  })()`);
const found = async (query: string) =>
  (await extension.call('search', { query, limit: 5 })).map(({ paper }) => paper.title);

async function visit(paper: typeof READ) {
  const page = await run.open(`https://arxiv.org/abs/${paper.arxiv}`, abstractPage(paper));
  await page.page.bringToFront();
  return page;
}

describe('a reader who has not answered', () => {
  it('keeps nothing of a page, and gets no database for it', async () => {
    const page = await visit(READ);
    await page.hover('h1.title');
    await page.waitForCard(READ.title);
    await extension.call('page/visited', {
      papers: [
        {
          mention: { ...NOBODY_KNOWS, ...READ },
          knownAs: null,
        },
      ],
    });
    expect(await kept()).toBeNull();
    expect(await found('barnacles')).toEqual([]);
    await page.page.close();
  });
});

describe('a reader who says yes on the first page', () => {
  beforeAll(async () => {
    await welcome.bringToFront();
    const question = welcome.getByRole('switch', { name: /^Keep papers read off pages/ });
    await waitFor('a question that is answered no', async () => !(await question.isChecked()));
    await question.click();
    await waitFor('the answer', () =>
      extension.page.evaluate<boolean>(
        `chrome.storage.local.get('settings').then(({ settings }) => settings?.keepVisited === true)`,
      ),
    );
  });

  it('has the paper of a page kept, with the day', async () => {
    const page = await visit(READ);
    await waitFor('the paper', async () => (await kept())?.length === 1);
    expect(await kept()).toEqual([['arxiv:2401.00001', Math.floor(Date.now() / 86_400_000)]]);
    await page.page.close();
  });

  it('finds it in a search, also with a worker that has only just started', async () => {
    await extension.call('page/visited', { papers: [] });
    await waitFor(
      'the paper in a search',
      async () => (await found('barnacles')).includes(READ.title),
      FOLD_MS,
    );
    await run.stopWorker();
    expect(await found('barnacles')).toEqual([READ.title]);
  });

  it('has it as kin of the next paper of its kind, and marks it where it is named', async () => {
    const page = await visit(KIN);
    await page.hover('h1.title');
    const card = await page.waitForCard(READ.title);
    expect(card.text).toContain(KIN.title);
    await page.page.close();
    await extension.call('page/visited', { papers: OTHERS });
    const named = await run.open(
      'https://openreview.net/group?id=Made.cc/2026/Conference',
      `<!doctype html><title>Submissions</title><div id="content"><ul class="list-unstyled"><li><div class="note">
       <h4><a href="/forum?id=made1">${READ.title}</a></h4></div></li></ul></div>`,
    );
    await waitFor('its mark', async () => (await named.marks()).length === 1);
    await named.page.close();
  });

  it('does not keep what a corpus knows, nor what it keeps twice', async () => {
    await waitFor('both', async () => (await kept())?.length === 2);
    const again = await visit(READ);
    const [bundled] = await extension.call('search', { query: 'attention', limit: 1 });
    const page = await visit({
      arxiv: bundled?.paper.arxiv ?? '',
      title: bundled?.paper.title ?? '',
      abstract: 'It is known.',
    });
    await page.waitForMarks();
    await page.page.waitForTimeout(1_000);
    expect((await kept())?.map(([id]) => id)).toEqual(['arxiv:2401.00001', 'arxiv:2401.00002']);
    await again.page.close();
    await page.page.close();
  });

  it('sees it among the corpora, and clears it with one click', async () => {
    await extension.call('page/visited', { papers: [] });
    await waitFor('both in a search', async () => (await found('barnacles')).length === 2, FOLD_MS);
    const library = await LibraryPage.open(run);
    await library
      .corpus('Visited papers')
      .getByText(`Papers: ${SUBJECTS.length + 2}`)
      .waitFor();
    // What is folded in while the page is open stands in the row soon.
    const another = {
      ...NOBODY_KNOWS,
      title: 'Lighthouses and their Keepers',
      abstract: 'We count keepers.',
    };
    await extension.call('page/visited', { papers: [{ mention: another, knownAs: null }] });
    await extension.call('page/visited', { papers: [] });
    await library
      .corpus('Visited papers')
      .getByText(`Papers: ${SUBJECTS.length + 3}`)
      .waitFor({ timeout: FOLD_MS });
    await library.button('Clear visited papers').click();
    await waitFor('the end of the row', async () => (await library.corpus('Visited papers').count()) === 0);
    expect(await found('barnacles')).toEqual([]);
    expect(await kept()).toEqual([]);
    await library.close();
  });

  it('keeps nothing of a private window, where the card is there as anywhere', async () => {
    await run.allowPrivateWindows();
    extension = await ExtensionPage.open(run);
    const page = await run.openPrivately(`https://arxiv.org/abs/${READ.arxiv}`, abstractPage(READ));
    await page.page.bringToFront();
    await page.hover('h1.title');
    await page.waitForCard(READ.title);
    await page.page.waitForTimeout(1_000);
    // What is kept of another window by then shows that all of it is at work.
    const other = await visit(KIN);
    await waitFor('the paper of the other window', async () => (await kept())?.length !== 0);
    expect((await kept())?.map(([id]) => id)).toEqual(['arxiv:2401.00002']);
    await page.page.close();
    await other.page.close();
  });

  it('keeps nothing more once it is switched off in the options', async () => {
    const before = await kept();
    const options = await run.context.newPage();
    await options.goto(`${run.extensionOrigin}/library.html#options/privacy`);
    await options.getByRole('switch', { name: /^Keep papers read off pages/ }).click();
    await options.close();
    const page = await visit({ ...READ, arxiv: '2401.00003' });
    await page.hover('h1.title');
    await page.waitForCard(READ.title);
    await page.page.waitForTimeout(1_000);
    expect(await kept()).toEqual(before);
    await page.page.close();
  });
});
